package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.CurriculumSound;
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

  /**
   * A place in the curriculum.
   *
   * @param termNo number of the term in it; 0 for the summer, which none prescribes
   * @param course of the student in the academic year of the term, from 1
   * @param graduating whether it is the last course of the programme
   * @param ahead the first term of the curriculum that is not behind the student
   */
  record Place(int termNo, int course, boolean graduating, int ahead) {}

  /** Number of a term in the student's curriculum; 0 for the summer. */
  int termNo(Student student, Term term) {
    return term.getType().isSummer() ? 0 : term.getType().numberAfter(course(student, term) - 1);
  }

  /**
   * The place of a term.
   *
   * @param terms numbers the student's curriculum prescribes something in
   */
  Place place(Student student, Term term, Iterable<Integer> terms) {
    int course = course(student, term);
    boolean graduating = isGraduating(student, term, course);
    if (!term.getType().isSummer()) {
      int termNo = term.getType().numberAfter(course - 1);
      return new Place(termNo, course, graduating, termNo);
    }
    int perYear = CurriculumSound.termsPerYear(terms, student.getProgramme().getYears());
    TermType first = perYear == 2 ? TermType.AUTUMN : TermType.TRIMESTER_1;
    return new Place(0, course, graduating, first.numberAfter(course));
  }

  /** Whether an order brought the student into the curriculum on the way. */
  boolean differs(Student student) {
    return orders.differs(student);
  }

  private boolean isGraduating(Student student, Term term, int course) {
    return CourseYears.isGraduating(
        course,
        student.getCourseYear(),
        student.getProgramme().getYears(),
        term.getType().isSummer(),
        !term.getAcademicYear().getStartsOn().isAfter(time.today()));
  }

  private int course(Student student, Term term) {
    return new CourseYears(calendars.terms(), time.today())
        .in(
            term.getAcademicYear().getStartYear(),
            student.getCourseYear(),
            orders.decided(student),
            student.getCurriculum().getAdmissionYear());
  }
}
