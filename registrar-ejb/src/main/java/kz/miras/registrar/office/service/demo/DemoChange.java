package kz.miras.registrar.office.service.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.achievement.service.LedgerReader;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * One correction of the month before, which lifts a result just over a border: the integrity report
 * of that month tells of it.
 */
final class DemoChange {

  private static final String JUST_BELOW =
      "SELECT a.id, a.student_id, a.position FROM achievement a JOIN student s ON s.id ="
          + " a.student_id JOIN programme g ON g.id = s.programme_id JOIN discipline d ON d.id ="
          + " a.discipline_id WHERE a.migrated AND a.kind = 'MAIN' AND a.percent IN (68, 69) AND"
          + " a.rating IS NOT NULL AND a.score IS NOT NULL AND a.rule_set_code IS NOT NULL AND"
          + " d.control_form = 'EXAM' AND s.status = 'STUDYING' AND g.level = 'BACHELOR' AND NOT"
          + " EXISTS (SELECT 1 FROM achievement c WHERE c.corrects_id = a.id) AND NOT EXISTS (SELECT"
          + " 1 FROM achievement b WHERE b.student_id = a.student_id AND b.discipline_id ="
          + " a.discipline_id AND b.id <> a.id) AND NOT EXISTS (SELECT 1 FROM account x WHERE"
          + " x.student_id = a.student_id) ORDER BY a.id DESC LIMIT 1";
  private static final String REASON = "Не учтён балл за второй вопрос билета";

  private final Rows rows;
  private final Connection connection;
  private final LocalDate anchor;
  private final Ledger ledger;
  private final LedgerReader reader;
  private final Function<String, RuleSet> rules;

  DemoChange(
      Rows rows,
      Connection connection,
      LocalDate anchor,
      Ledger ledger,
      LedgerReader reader,
      Function<String, RuleSet> rules) {
    this.rows = rows;
    this.connection = connection;
    this.anchor = anchor;
    this.ledger = ledger;
    this.reader = reader;
    this.rules = rules;
  }

  void build() throws SQLException {
    rows.flush();
    try (PreparedStatement select = connection.prepareStatement(JUST_BELOW);
        ResultSet row = select.executeQuery()) {
      if (row.next()) {
        correct(row.getLong(1), row.getLong(2), row.getLong(3));
      }
    }
  }

  private void correct(long achievement, long student, long position) throws SQLException {
    LedgerEntry entry =
        reader.of(student, null).stream()
            .filter(one -> one.position() == position)
            .findFirst()
            .orElseThrow();
    LedgerEntry.Outcome was = entry.result();
    int score = was.score();
    Optional<FinalOutcome> lifted = Optional.empty();
    while (score < 100 && lifted.isEmpty()) {
      lifted = outcome(was, ++score).filter(one -> one.grade().percent() == 70);
    }
    if (lifted.isEmpty()) {
      return;
    }
    LocalDate day = YearMonth.from(anchor).minusMonths(1).atDay(20);
    LocalDateTime decided = day.atTime(6, 15);
    request(achievement, entry, score, day, decided);
    ledger.post(
        List.of(
            new Ledger.Posting(
                student,
                entry.discipline(),
                new LedgerEntry.Outcome(
                    was.termId(),
                    was.term(),
                    was.kind(),
                    was.attemptNo(),
                    was.rating(),
                    score,
                    lifted.get().grade(),
                    was.date(),
                    was.ruleSetCode()),
                new LedgerEntry.Source(
                    entry.source().sheetId(),
                    entry.source().sheetKind(),
                    "№ 31, " + day,
                    position,
                    REASON,
                    false,
                    "deputy",
                    decided.toInstant(ZoneOffset.UTC)))));
  }

  private Optional<FinalOutcome> outcome(LedgerEntry.Outcome was, int score) {
    BigDecimal both = BigDecimal.valueOf(was.rating());
    return FinalGradePolicy.of(rules.apply(was.ruleSetCode()), was.date())
        .outcome(ControlForm.EXAM, new RowScores(both, both, score, null));
  }

  private void request(
      long achievement, LedgerEntry entry, int score, LocalDate day, LocalDateTime decided)
      throws SQLException {
    rows.add(
        "grade_correction",
        "id, uuid, student_id, achievement_id, position, sheet_id, discipline_id, kind, rating,"
            + " score, reason, document, document_no, document_date, status, requested_by,"
            + " requested_at, decided_by, decided_at, decision_note",
        key(),
        UUID.randomUUID().toString(),
        entry.studentId(),
        achievement,
        entry.position(),
        entry.source().sheetId(),
        entry.discipline().disciplineId(),
        "ERROR",
        entry.result().rating(),
        score,
        REASON,
        "MEMO",
        "31",
        day,
        "APPROVED",
        "specialist",
        decided.minusHours(20),
        "deputy",
        decided,
        "Проверено по работе");
    rows.flush();
  }

  /** Of the sequence corrections have their keys from: the other keys here are counted apart. */
  private long key() throws SQLException {
    try (PreparedStatement next =
            connection.prepareStatement("SELECT NEXT VALUE FOR achievement_seq");
        ResultSet row = next.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
