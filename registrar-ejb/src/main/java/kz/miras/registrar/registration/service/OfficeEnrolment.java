package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.student.Student;

/** Enrols students in an offering for the office, by its own right or by a decision. */
@ApplicationScoped
class OfficeEnrolment {

  @Inject private Offerings offerings;
  @Inject private Seats seats;
  @Inject private SeatClerk clerk;
  @Inject private Registering registering;
  @Inject private TermPictures pictures;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private AuditTrail trail;

  /**
   * Why somebody is enrolled although something speaks against it.
   *
   * @param reason null or blank for none
   * @param waived numbers of the rules that are set aside in this act, and in no other
   */
  record Why(String reason, Set<String> waived) {}

  /** What many students are offered: an offering, read once. */
  private record Offered(
      Offering offering, Discipline discipline, Term term, List<Section> sections) {}

  /** Enrols one student. */
  Decision one(Student student, long offeringId, NamedSections named, EnrolmentType type, Why why) {
    return all(List.of(student), offeringId, named, type, why).get(0);
  }

  /** Enrols these students; each gets an answer of its own. */
  List<Decision> all(
      Collection<Student> members,
      long offeringId,
      NamedSections named,
      EnrolmentType type,
      Why why) {
    Offered offered = offered(offeringId);
    seats.takeTurn(members.stream().map(Student::getId).toList());
    audit.becauseUnlessDecided(why.reason());
    List<Decision> decisions = new ArrayList<>();
    for (Student student : members) {
      decisions.add(decide(student, offered, named, type, why));
    }
    return decisions;
  }

  private Offered offered(long id) {
    Offering offering =
        offerings.offering(id).orElseThrow(() -> new RegistrarException.NotFound("offering", id));
    return new Offered(
        offering,
        catalogue.discipline(offering.getDisciplineId()).orElseThrow(),
        calendars.term(offering.getTermId()).orElseThrow(),
        offerings.sectionsOf(id));
  }

  private Decision decide(
      Student student, Offered offered, NamedSections named, EnrolmentType type, Why why) {
    TermPicture picture =
        pictures.of(
            student,
            offered.term(),
            List.of(offered.discipline()),
            offered.sections().stream().map(Section::getId).toList(),
            access.may(Permissions.ENROL_ONBEHALF),
            why.waived());
    Outcome outcome =
        registering
            .register(
                picture,
                List.of(
                    named.of(
                        Wish.of(
                            offered.offering(),
                            offered.sections(),
                            null,
                            type,
                            null,
                            why.reason()))),
                Registering.Terms.SEAT,
                clerk.asking(student.getId(), null, null))
            .outcomes()
            .get(0);
    if (outcome.enrolment() == null) {
      trail.refused(
          Permissions.ENROL_ONBEHALF,
          "Student",
          student.getId(),
          Json.write(
              Map.of(
                  "offering",
                  offered.offering().getCode(),
                  "type",
                  type,
                  "why",
                  outcome.verdict().refusals())));
    }
    return new Decision(student.getStudentNo(), outcome.enrolment(), outcome.verdict());
  }
}
