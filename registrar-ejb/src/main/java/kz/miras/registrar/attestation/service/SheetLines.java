package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.attestation.ExcusedAbsence;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;

/** The rows of a sheet with all that follows from what is typed in them. */
@ApplicationScoped
public class SheetLines {

  @Inject private Sheets sheets;
  @Inject private SheetStudents names;
  @Inject private RuleBook rules;
  @Inject private SheetRecords records;
  @Inject private UniversityTime time;

  /** The rows of a sheet in their order; the number of statements does not depend on theirs. */
  public List<SheetGrid.Row> of(Sheet sheet, Discipline discipline) {
    return of(sheet, discipline, records.of(sheet.getId()));
  }

  List<SheetGrid.Row> of(Sheet sheet, Discipline discipline, SheetFacts facts) {
    Map<Long, SheetStudents.Name> students = names.of(sheet.getId());
    FinalGradePolicy policy =
        FinalGradePolicy.of(
            rules.named(sheet.getRuleSetCode()),
            sheet.getExamDate() == null ? time.today() : sheet.getExamDate());
    List<SheetGrid.Row> shown = new ArrayList<>();
    for (SheetRow row : sheets.rows(sheet.getId())) {
      RowScores scores = row.scores();
      Optional<FinalOutcome> outcome =
          policy.outcome(discipline.getControlForm(), scores, sheet.fxRetakes());
      SheetStudents.Name name = students.get(row.getStudentId());
      shown.add(
          new SheetGrid.Row(
              row.getId(),
              row.getPosition(),
              name.number(),
              name.name(),
              plain(scores.first()),
              plain(scores.second()),
              scores.score(),
              scores.mark() == null ? null : scores.mark().name(),
              scores.admissionRating(rules.named(sheet.getRuleSetCode())).orElse(null),
              outcome.map(o -> o.grade().percent()).orElse(null),
              outcome.map(o -> o.grade().sign()).orElse(null),
              outcome.flatMap(FinalOutcome::digital).orElse(null),
              outcome.flatMap(FinalOutcome::traditional).map(t -> t.key()).orElse(null),
              outcome.map(o -> o.reason().key()).orElse(null),
              row.getNote(),
              ExcusedAbsence.isOpen(
                  scores,
                  sheet.getStatus().isPosted(),
                  facts.excused().contains(row.getStudentId())),
              row.getVersion()));
    }
    return shown;
  }

  /** 94.00 is read as 94, a half stays a half, and of a third two decimals are read. */
  private static BigDecimal plain(BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal shown = value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return shown.scale() < 0 ? shown.setScale(0, RoundingMode.UNNECESSARY) : shown;
  }
}
