package kz.miras.registrar.attestation.service.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.appeal.Appeal;
import kz.miras.registrar.attestation.appeal.AppealCommission;
import kz.miras.registrar.attestation.appeal.AppealProtocol;
import kz.miras.registrar.shared.service.UniversityTime;

/** Tells everybody an appeal concerns what has become of it. */
@ApplicationScoped
class AppealNews {

  private static final String OWN = "/attestation/my-appeals.xhtml";

  @Inject private Notices notices;
  @Inject private AppealFacts facts;
  @Inject private UniversityTime time;

  /** The office has it to answer, and who gave the mark knows of it. */
  void filed(AppealCase about) {
    String number = about.appeal().getNumber();
    String discipline = about.discipline().getCode();
    notices.tellHolders(
        Permissions.APPEAL_REGISTER,
        "attestation.appeal.notice.filed",
        page(about),
        number,
        discipline,
        about.student().fullName(),
        about.appeal().getHearBy());
    tellTeachers(
        about,
        about.examiners(),
        "attestation.appeal.notice.against",
        number,
        discipline,
        about.student().fullName());
  }

  /** It is before the commission. */
  void accepted(AppealCase about, AppealCommission commission) {
    tellStudent(
        about, "attestation.appeal.notice.accepted", about.appeal().getNumber(), discipline(about));
    tellMembers(
        about,
        commission.getId(),
        "attestation.appeal.notice.before",
        about.appeal().getNumber(),
        discipline(about),
        commission.getOrderNo());
  }

  /** It was refused, and why. */
  void rejected(AppealCase about) {
    Appeal appeal = about.appeal();
    tellStudent(
        about,
        "attestation.appeal.notice.rejected",
        appeal.getNumber(),
        discipline(about),
        appeal.getRefusalReason());
  }

  /** When and where it is heard. */
  void scheduled(AppealCase about, AppealCommission commission) {
    Appeal appeal = about.appeal();
    Serializable[] args = {
      appeal.getNumber(),
      discipline(about),
      appeal.getHearingAt().atZone(time.zone()).toLocalDateTime(),
      appeal.getPlace()
    };
    tellStudent(about, "attestation.appeal.notice.hearing", args);
    tellMembers(about, commission.getId(), "attestation.appeal.notice.hearing", args);
  }

  /** What was decided: to the student, who gave the mark, who voted, and whoever enters it. */
  void decided(AppealCase about, AppealProtocol protocol, String protocolNo) {
    Appeal appeal = about.appeal();
    tellStudent(
        about,
        "attestation.appeal.notice.decided",
        appeal.getNumber(),
        discipline(about),
        appeal.getOutcome(),
        protocol.was().sign(),
        protocol.now().sign());
    Serializable[] args = {protocolNo, appeal.getNumber(), discipline(about), appeal.getOutcome()};
    tellMembers(about, appeal.getCommissionId(), "attestation.appeal.notice.protocol", args);
    tellTeachers(about, about.examiners(), "attestation.appeal.notice.protocol", args);
    if (appeal.getOutcome().changesResult()) {
      notices.tellHolders(
          Permissions.APPEAL_APPLY,
          "attestation.appeal.notice.to-apply",
          page(about),
          appeal.getNumber(),
          discipline(about),
          protocolNo);
    }
  }

  /** The result has changed: to the student, the teachers of the sheet and the school. */
  void applied(AppealCase about, String protocolNo) {
    AppealProtocol protocol = about.protocol();
    tellStudent(
        about,
        "attestation.appeal.notice.applied",
        discipline(about),
        protocol.was().sign(),
        protocol.now().sign(),
        protocolNo);
    Serializable[] args = {
      discipline(about),
      about.student().fullName(),
      protocol.was().sign(),
      protocol.now().sign(),
      protocolNo
    };
    Set<Long> teachers = new HashSet<>(about.sheet().appointed());
    teachers.addAll(about.examiners());
    teachers.remove(null);
    tellTeachers(about, teachers, "attestation.appeal.notice.changed", args);
    notices.tellSchool(
        Permissions.APPEAL_READ,
        about.student().getProgramme().getSchool().getId(),
        "attestation.appeal.notice.changed",
        page(about),
        args);
  }

  private void tellStudent(AppealCase about, String code, Serializable... args) {
    notices.tellStudent(about.student().getId(), code, OWN, args);
  }

  private void tellTeachers(
      AppealCase about, Set<Long> teachers, String code, Serializable... args) {
    Map<Long, List<? extends Serializable>> each = new HashMap<>();
    teachers.forEach(teacher -> each.put(teacher, new ArrayList<>(List.of(args))));
    notices.tellTeachers(each, code, page(about));
  }

  private void tellMembers(AppealCase about, long commission, String code, Serializable... args) {
    Set<Long> teachers = new HashSet<>();
    for (AppealFacts.Person person : facts.people(commission)) {
      if (person.teacher() == null) {
        notices.tellAccount(person.login(), code, page(about), args);
      } else {
        teachers.add(person.teacher());
      }
    }
    tellTeachers(about, teachers, code, args);
  }

  private static String discipline(AppealCase about) {
    return about.discipline().getCode();
  }

  private static String page(AppealCase about) {
    return "/attestation/appeal.xhtml?id=" + about.appeal().getUuid();
  }
}
