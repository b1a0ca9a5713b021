package kz.miras.registrar.attestation.service.appeal;

import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.attestation.PostedResults.Posted;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.appeal.Appeal;
import kz.miras.registrar.attestation.appeal.AppealProtocol;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.student.Student;

/**
 * An appeal with everything around it.
 *
 * @param rules those the sheet was formed under
 * @param posted what stands of what the sheet has posted; null for nothing
 * @param protocol the latest one; null for none
 * @param examiners teachers who gave the mark
 */
record AppealCase(
    Appeal appeal,
    Student student,
    Sheet sheet,
    Discipline discipline,
    RuleSet rules,
    Posted posted,
    AppealProtocol protocol,
    Set<Long> examiners) {

  /** Whose it is. */
  Target target() {
    return Target.ofStudent(student.getId())
        .taughtBy(sheet.getTeacherId() == null ? Set.of() : Set.of(sheet.getTeacherId()))
        .examinedBy(examiners)
        .inSchool(student.getProgramme().getSchool().getId())
        .before(appeal.getCommissionId());
  }

  /** Whether another result stands than its protocol is about. */
  boolean isMoved() {
    if (protocol == null) {
      return false;
    }
    AppealProtocol.Figures was = protocol.was();
    return posted == null || !figures(posted).equals(was);
  }

  /** A result in figures. */
  static AppealProtocol.Figures figures(Posted posted) {
    Objects.requireNonNull(posted, "posted");
    return new AppealProtocol.Figures(
        posted.rating(), posted.score(), posted.grade().percent(), posted.grade().sign());
  }
}
