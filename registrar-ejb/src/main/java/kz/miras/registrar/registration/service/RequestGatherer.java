package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentRequest;
import kz.miras.registrar.registration.EnrolmentRules;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.SectionSlot;
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

  Gathered gather(Student student, Offering offering, List<Long> sections, EnrolmentType type) {
    Discipline discipline = catalogue.discipline(offering.getDisciplineId()).orElseThrow();
    List<Offerings.Planned> plan = offerings.plan(student.getId(), offering.getTermId());
    Set<Long> taken = new HashSet<>();
    int credits = 0;
    for (Offerings.Planned other : plan) {
      taken.add(other.discipline().getId());
      if (other.enrolment().getType().hasOwnLimit() == type.hasOwnLimit()) {
        credits += other.discipline().getCredits();
      }
    }
    Set<Long> asked = new HashSet<>();
    asked.add(discipline.getId());
    discipline.getPrerequisites().forEach(needed -> asked.add(needed.getId()));
    Map<Long, AcademicRecord.Past> past = record.past(student.getId(), asked);
    Map<String, AcademicRecord.Standing> prerequisites = new HashMap<>();
    List<String> studiedNow = new ArrayList<>();
    for (Discipline needed : discipline.getPrerequisites()) {
      prerequisites.put(needed.getCode(), past.get(needed.getId()).standing());
      if (taken.contains(needed.getId())) {
        studiedNow.add(needed.getCode());
      }
    }
    int attempt = past.get(discipline.getId()).attempts() + 1;
    EnrolmentRequest request =
        new EnrolmentRequest(
            student.getStatus(),
            discipline.getCode(),
            discipline.getCredits(),
            type,
            offering.getStatus().takesStudents(),
            taken.contains(discipline.getId()),
            past.get(discipline.getId()).standing(),
            prerequisites,
            studiedNow,
            credits,
            clashes(plan, sections),
            attempt);
    return new Gathered(
        EnrolmentRules.judge(
            request, rules.inForce(student.getProgramme().getLevel(), time.today())),
        attempt);
  }

  private List<String> clashes(List<Offerings.Planned> plan, List<Long> sections) {
    Set<Long> others =
        seats.places(
            plan.stream()
                .map(Offerings.Planned::enrolment)
                .filter(enrolment -> enrolment.getStatus() == EnrolmentStatus.ENROLLED)
                .map(Enrolment::getId)
                .toList());
    List<String> clashes = new ArrayList<>();
    List<SectionSlot> mine = offerings.slotsOf(sections);
    for (SectionSlot theirs :
        others.isEmpty() || mine.isEmpty() ? List.<SectionSlot>of() : offerings.slotsOf(others)) {
      if (mine.stream().anyMatch(slot -> slot.clashesWith(theirs))) {
        clashes.add(theirs.getDay() + " " + theirs.getStartsAt());
      }
    }
    return clashes;
  }
}
