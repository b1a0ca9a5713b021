package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.CourseYears;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.CourseOrders;

/** Where a student stands in the curriculum in a term. */
@ApplicationScoped
class StudentCourses {

  @Inject private Calendars calendars;
  @Inject private CourseOrders orders;
  @Inject private UniversityTime time;

  /** Number of a term in the student's curriculum; 0 for the summer, which none prescribes. */
  int termNo(Student student, Term term) {
    if (term.getType().isSummer()) {
      return 0;
    }
    int course =
        new CourseYears(calendars.terms(), time.today())
            .in(
                term.getAcademicYear().getStartYear(),
                student.getCourseYear(),
                orders.decided(student),
                student.getCurriculum().getAdmissionYear());
    return term.getType().numberAfter(course - 1);
  }
}
