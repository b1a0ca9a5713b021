package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.RequestMatter;
import kz.miras.registrar.registration.RequestSound;
import kz.miras.registrar.registration.rule.RegistrationRules;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/** What the form of a request offers to choose from, and what the rules say beforehand. */
@Stateless
@Guarded
public class RequestChoices {

  @Inject private RequestPreview preview;
  @Inject private OfferingLabels labels;
  @Inject private Offerings offerings;
  @Inject private TermOfferings timetable;
  @Inject private StudentScope scope;

  /** Something to choose. */
  public record Choice(String value, String label) implements Serializable {}

  /** Numbers of the rules a waiver may name, in their order. */
  @RolesAllowed({Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK})
  public List<String> rules() {
    return RegistrationRules.waivable().stream()
        .filter(rule -> RequestSound.mayBeNamed(rule, RegistrationRules.waivable()))
        .toList();
  }

  /** Offerings of running and coming terms whose codes or names hold what is typed. */
  @RolesAllowed({Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK, Permissions.OFFERING_EDIT})
  public List<String> offerings(String typed, Language language) {
    return labels.like(typed, language);
  }

  /** The label of an offering, by its public id. */
  @RolesAllowed({Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK, Permissions.OFFERING_EDIT})
  public String label(String offering, Language language) {
    return labels.find(offering).map(found -> labels.of(found, language)).orElse(null);
  }

  /** Open sections of an offering with their hours and seats; none while no offering is named. */
  @RolesAllowed({Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK, Permissions.OFFERING_EDIT})
  public List<TermOfferings.Part> sections(String offering) {
    return labels
        .find(offering)
        .map(found -> timetable.sections(found.getUuid()))
        .orElse(List.of());
  }

  /** What a student may withdraw from: the disciplines the caller may ask about. */
  @RolesAllowed({Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK})
  public List<Choice> enrolments(String student, Language language) {
    Student found = scope.visible(student, Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK);
    return offerings.open(found.getId()).stream()
        .filter(enrolment -> enrolment.getStatus() == EnrolmentStatus.ENROLLED)
        .map(
            enrolment -> {
              Offering offering = offerings.offering(enrolment.getOfferingId()).orElseThrow();
              return new Choice(String.valueOf(enrolment.getId()), labels.of(offering, language));
            })
        .toList();
  }

  /** The name of a student the caller may ask about. */
  @RolesAllowed({Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK})
  public String student(String student) {
    Student found = scope.visible(student, Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK);
    return found.getStudentNo() + " " + found.fullName();
  }

  /** What the rules say today of an enrolment somebody thinks of asking for. */
  @RolesAllowed({Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK})
  public Verdict look(RequestDesk.Typed typed) {
    Student found =
        scope.visible(typed.student(), Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK);
    Offering offering =
        labels
            .find(typed.offering())
            .orElseThrow(() -> new RegistrarException.NotFound("offering", typed.offering()));
    return preview.now(
        found,
        new RequestMatter(
            typed.kind(),
            found.getId(),
            offering.getTermId(),
            offering.getId(),
            typed.section(),
            typed.stream(),
            null,
            typed.type(),
            null,
            null));
  }
}
