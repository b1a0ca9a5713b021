package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.attestation.BasisDocument;

/**
 * COR-2. Tells students that a result they know has been corrected, or that their I was not closed
 * in time. Who appeals, whom an act is about and whose absence is excused is told there.
 */
@ApplicationScoped
public class CorrectedNotices {

  private static final String SESSION = "/achievement/my-session.xhtml";

  @Inject private KnownHistory history;
  @Inject private Notices notices;

  /**
   * Tells each whose result was published, or comes from no sheet.
   *
   * @param kind ERROR or EXPIRED
   */
  void tell(
      List<CorrectingEntries.Correcting> corrections, CorrectionKind kind, BasisDocument basis) {
    Set<Long> hidden =
        history.unpublishedOf(
            corrections.stream()
                .map(one -> one.entry().source().sheetId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    String code =
        kind == CorrectionKind.EXPIRED
            ? "achievement.notice.expired"
            : "achievement.notice.corrected";
    notices.tellStudents(
        corrections.stream()
            .filter(one -> !hidden.contains(one.entry().source().sheetId()))
            .map(one -> figures(one, basis))
            .toList(),
        code,
        SESSION);
  }

  private static Notices.Figures figures(CorrectingEntries.Correcting one, BasisDocument basis) {
    LedgerEntry entry = one.entry();
    return new Notices.Figures(
        entry.studentId(),
        List.of(
            entry.discipline().code(),
            shown(entry.result()),
            shown(one.now()),
            basis.number().strip(),
            basis.date()));
  }

  private static String shown(LedgerEntry.Outcome result) {
    return result.grade().percent() == null
        ? result.grade().sign()
        : result.grade().sign() + " (" + result.grade().percent() + " %)";
  }
}
