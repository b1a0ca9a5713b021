package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.rule.NeededStanding;
import kz.miras.registrar.registration.rule.PlanFacts;
import kz.miras.registrar.registration.rule.RegistrationRules;
import kz.miras.registrar.registration.rule.SectionFact;
import kz.miras.registrar.registration.rule.TakenLine;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;

/** Gathers what the rules of an enrolment look at, and asks them. */
@ApplicationScoped
class RequestGatherer {

  @Inject private Offerings offerings;
  @Inject private Seats seats;
  @Inject private Catalogue catalogue;
  @Inject private AcademicRecord record;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /**
   * What the rules say, and the number of the attempt.
   *
   * @param attemptNo from 1
   */
  record Gathered(Verdict verdict, int attemptNo) {}

  /**
   * Asks the rules as the office does: windows do not bind it.
   *
   * @param waived numbers of the rules whoever asks may set aside
   */
  Gathered gather(
      Student student,
      Offering offering,
      List<Long> sections,
      EnrolmentType type,
      Set<String> waived) {
    Discipline discipline = catalogue.discipline(offering.getDisciplineId()).orElseThrow();
    Set<Long> asked = new HashSet<>();
    asked.add(discipline.getId());
    discipline.getPrerequisites().forEach(needed -> asked.add(needed.getId()));
    Map<Long, AcademicRecord.Past> past = record.past(student.getId(), asked);
    AcademicRecord.Past itself = past.get(discipline.getId());
    List<LessonTime> lessons = offerings.slotsOf(sections).stream().map(LessonTime::of).toList();
    WantedLine.Builder line =
        WantedLine.of(discipline.getCode(), discipline.getCredits())
            .as(type)
            .after(itself.standing(), itself.attempts())
            .open(offering.getStatus().takesStudents())
            .at(List.of(SectionFact.of(offering.getCode(), lessons)));
    for (Discipline needed : discipline.getPrerequisites()) {
      line.needs(needed.getCode(), NeededStanding.of(past.get(needed.getId()).standing(), false));
    }
    Level level = student.getProgramme().getLevel();
    PlanFacts facts =
        PlanFacts.of(level, time.now().atZone(time.zone()))
            .status(student.getStatus())
            .course(student.getCourseYear(), false)
            .office(true)
            .taken(taken(student, offering, !lessons.isEmpty()))
            .waived(waived)
            .build();
    Verdict verdict =
        RegistrationRules.judge(List.of(line.build()), facts, rules.inForce(level, time.today()))
            .together();
    return new Gathered(verdict, itself.attempts() + 1);
  }

  private List<TakenLine> taken(Student student, Offering offering, boolean timetable) {
    List<TakenLine> taken = new ArrayList<>();
    for (Offerings.Planned other : offerings.plan(student.getId(), offering.getTermId())) {
      Enrolment enrolment = other.enrolment();
      Set<Long> places =
          timetable && enrolment.getStatus() == EnrolmentStatus.ENROLLED
              ? seats.places(List.of(enrolment.getId()))
              : Set.of();
      taken.add(
          new TakenLine(
              other.discipline().getCode(),
              other.discipline().getCredits(),
              enrolment.getType(),
              enrolment.getStatus() == EnrolmentStatus.WAITLISTED,
              null,
              null,
              offerings.slotsOf(places).stream().map(LessonTime::of).toList()));
    }
    return taken;
  }
}
