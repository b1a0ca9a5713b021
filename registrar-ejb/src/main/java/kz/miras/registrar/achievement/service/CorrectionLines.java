package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.CorrectionView;
import kz.miras.registrar.achievement.GradeCorrection;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.service.Corrections.Concerned;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** Results of one sheet beside each other, as they are and as corrections would make them. */
@ApplicationScoped
class CorrectionLines {

  @Inject private Corrections corrections;
  @Inject private LedgerReader ledger;
  @Inject private Sheets sheets;
  @Inject private Students students;

  /** What stands of a sheet, in its order; who has no result there, or has left it, is left out. */
  List<Concerned> standing(Sheet sheet) {
    List<Long> ids = sheets.rows(sheet.getId()).stream().map(SheetRow::getStudentId).toList();
    Map<Long, Student> people =
        students.byIds(ids).stream().collect(Collectors.toMap(Student::getId, Function.identity()));
    Map<Long, List<LedgerEntry>> ledgers = ledger.ofAll(ids);
    return ids.stream()
        .map(id -> last(people.get(id), ledgers.get(id), sheet.getId()))
        .filter(Objects::nonNull)
        .filter(one -> !one.entry().result().grade().isWithdrawn())
        .toList();
  }

  private static Concerned last(Student student, List<LedgerEntry> all, long sheet) {
    return all.stream()
        .filter(entry -> Objects.equals(entry.source().sheetId(), sheet))
        .reduce((earlier, later) -> later)
        .map(entry -> new Concerned(student, entry, all))
        .orElse(null);
  }

  /** The others that wait to be decided with a request. */
  List<CorrectionView.Line> beside(GradeCorrection correction) {
    List<CorrectionView.Line> lines = new ArrayList<>();
    for (GradeCorrection one : corrections.together(correction)) {
      if (!one.equals(correction)) {
        Concerned concerned =
            corrections.concerned(
                students.byId(one.getStudentId()).orElseThrow(), one.getPosition());
        lines.add(
            line(
                one.getUuid().toString(),
                concerned,
                one.wish(),
                corrections.judge(concerned, one.wish()).refusals()));
      }
    }
    return lines;
  }

  /**
   * A result with what is asked for.
   *
   * @param id public id of the request; null while it is not asked for
   * @param wish null where nothing is
   */
  CorrectionView.Line line(
      String id, Concerned concerned, CorrectionPolicy.Wish wish, List<Refusal> problems) {
    LedgerEntry.Outcome was = concerned.entry().result();
    Optional<FinalOutcome> outcome =
        wish == null ? Optional.empty() : corrections.outcome(concerned, wish);
    return new CorrectionView.Line(
        id,
        concerned.student().getStudentNo(),
        concerned.student().fullName(),
        corrections.form(concerned.entry()).hasRating(),
        CorrectionView.Figures.of(was.rating(), was.score(), was.grade()),
        outcome.map(now -> Corrections.figures(was, wish, now)).orElse(null),
        problems);
  }
}
