package kz.miras.registrar.transcript.diploma;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.transcript.diploma.SupplementView.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SupplementRowsTest {

  private static final StudyRecord RECORD =
      record(
          line(1, "A1", "B+", ResultKind.MAIN, true),
          line(2, "A2", "FX", ResultKind.MAIN, false),
          line(3, "A2", "C+", ResultKind.FX, true),
          line(4, "A3", "F", ResultKind.MAIN, true),
          line(5, "P1", "F", ResultKind.PRACTICE, false),
          line(6, "P1", "A", ResultKind.RETAKE, true),
          line(7, "X1", "A-", ResultKind.ADDITIONAL, true),
          line(8, "G1", "B", ResultKind.FINAL_ATTESTATION, true),
          line(9, "G2", "A", ResultKind.FINAL_ATTESTATION, true));

  @Test
  @DisplayName("DIP-8 what is over the plan is printed on the graduate's application only")
  void overThePlan() {
    assertThat(codes(rows(null).additional())).isEmpty();
    assertThat(codes(rows("№ 14").additional())).containsExactly("X1");
    assertThat(codes(rows("№ 14").theory())).containsExactly("A1", "A2");
  }

  @Test
  @DisplayName("DIP-9 each discipline stands once, passed, in the part it belongs to")
  void parts() {
    SupplementRows rows = rows(null);
    assertThat(codes(rows.theory())).containsExactly("A1", "A2");
    assertThat(rows.theoryCredits()).isEqualTo(10);
    assertThat(codes(rows.practices())).containsExactly("P1");
    assertThat(codes(rows.attestations())).containsExactly("G1");
    assertThat(rows.defence().code()).isEqualTo("G2");
    assertThat(rows.theory().get(0).hours()).isEqualTo(150);
    SupplementRows named = SupplementRows.of(RECORD, draft("G1", null), 30);
    assertThat(named.defence().code()).isEqualTo("G1");
    assertThat(codes(named.attestations())).containsExactly("G2");
  }

  @Test
  @DisplayName("DIP-6 from one half of the disciplines on the form of study says at a distance")
  void atADistance() {
    SupplementRows three = rows(null);
    assertThat(three.isAtDistance(1)).isFalse();
    assertThat(three.isAtDistance(2)).isTrue();
    SupplementRows four =
        SupplementRows.of(
            record(
                line(1, "A1", "A", ResultKind.MAIN, true),
                line(2, "A2", "A", ResultKind.MAIN, true),
                line(3, "A3", "A", ResultKind.MAIN, true),
                line(4, "A4", "A", ResultKind.MAIN, true)),
            draft(null, null),
            30);
    assertThat(four.isAtDistance(2)).as("exactly one half").isTrue();
    assertThat(four.isAtDistance(1)).isFalse();
    assertThat(SupplementRows.of(record(), draft(null, null), 30).isAtDistance(0)).isFalse();
  }

  private static SupplementRows rows(String application) {
    return SupplementRows.of(RECORD, draft(null, application), 30);
  }

  private static DiplomaDraft draft(String thesis, String application) {
    LocalizedText text = LocalizedText.of("қ", "р", "e");
    return new DiplomaDraft(
        DiplomaSeries.BD,
        text,
        "12",
        LocalDate.of(2026, 6, 20),
        text,
        thesis,
        text,
        text,
        0,
        application,
        null,
        null,
        null);
  }

  private static List<String> codes(List<Row> rows) {
    return rows.stream().map(Row::code).toList();
  }

  private static StudyRecord record(StudyRecord.Line... lines) {
    return new StudyRecord(
        List.of(
            new StudyRecord.TermPart(
                "2025/2026", "AUTUMN", List.of(lines), 30, 30, null, BigDecimal.ZERO, 0)),
        List.of(),
        30,
        0,
        null,
        BigDecimal.ZERO,
        0,
        List.of(lines).stream().filter(it -> it.counts() && it.sign().startsWith("F")).toList());
  }

  private static StudyRecord.Line line(
      long at, String code, String sign, ResultKind kind, boolean counts) {
    return new StudyRecord.Line(
        at,
        code,
        LocalizedText.of(code, code, code),
        Cycle.BASIC,
        "UNIVERSITY",
        5,
        60,
        70,
        70,
        sign,
        new BigDecimal("3.00"),
        "curriculum.traditional.GOOD",
        kind,
        1,
        LocalDate.of(2026, 1, 12),
        null,
        counts,
        "achievement.reason.ONLY_ATTEMPT",
        counts,
        "achievement.gpa-part.COUNTED",
        kind == ResultKind.ADDITIONAL,
        kind == ResultKind.FINAL_ATTESTATION,
        false);
  }
}
