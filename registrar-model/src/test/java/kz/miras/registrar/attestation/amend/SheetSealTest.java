package kz.miras.registrar.attestation.amend;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Checksum;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SheetSealTest {

  private static final LocalDate DAY = LocalDate.of(2131, 1, 12);
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, DAY);

  @Test
  @DisplayName("SHT-17 whatever is changed of what is printed changes the checksum")
  void coversAllThatIsPrinted() {
    SheetPaper paper = paper("2131-1-0001", 1, "101", row(80, "70.5"), row(60, "70.5"));
    byte[] sum = SheetSeal.PAPER.of(paper);
    assertThat(sum).hasSize(32);
    assertThat(
            SheetSeal.PAPER.of(paper("2131-1-0001", 1, "101", row(80, "70.50"), row(60, "70.5"))))
        .as("how many zeros the database keeps is not printed")
        .isEqualTo(sum);
    List<SheetPaper> others =
        List.of(
            paper("2131-1-0002", 1, "101", row(80, "70.5"), row(60, "70.5")),
            paper("2131-1-0001", 2, "101", row(80, "70.5"), row(60, "70.5")),
            paper("2131-1-0001", 1, "102", row(80, "70.5"), row(60, "70.5")),
            paper("2131-1-0001", 1, "101", row(81, "70.5"), row(60, "70.5")),
            paper("2131-1-0001", 1, "101", row(80, "70.6"), row(60, "70.5")),
            paper("2131-1-0001", 1, "101", row(60, "70.5"), row(80, "70.5")),
            paper("2131-1-0001", 1, "101", row(80, "70.5")));
    assertThat(others).noneSatisfy(other -> assertThat(SheetSeal.PAPER.of(other)).isEqualTo(sum));
    assertThat(others.stream().map(SheetSeal.PAPER::of).map(Checksum::shown).distinct())
        .hasSameSizeAs(others);
  }

  @Test
  @DisplayName("SHT-17 sheets closed earlier are checked as they were sealed: by results only")
  void earlierSheets() {
    SheetPaper paper = paper("2131-1-0001", 1, "101", row(80, "70.5"));
    assertThat(new String(SheetSeal.RESULTS.content(paper))).isEqualTo("2131-1-0001|1:B-:75");
    assertThat(SheetSeal.RESULTS.of(paper("2131-1-0001", 1, "102", row(80, "70.5"))))
        .isEqualTo(SheetSeal.RESULTS.of(paper));
    RowResult absent = RowResult.amended(70, null, Grade.of(Mark.I));
    assertThat(
            new String(
                SheetSeal.RESULTS.content(paper("N", 1, "1", with(row(80, "70.5"), absent)))))
        .isEqualTo("N|1:I:null");
  }

  @Test
  @DisplayName("SHT-17 a code proves the version that stands, a superseded one, or tells a change")
  void proves() {
    byte[] sealed = SheetSeal.PAPER.of(paper("2131-1-0001", 1, "101", row(80, "70.5")));
    byte[] other = SheetSeal.PAPER.of(paper("2131-1-0001", 1, "101", row(90, "70.5")));
    assertThat(SheetProof.of(sealed, sealed.clone(), 1, 1)).isEqualTo(SheetProof.GENUINE);
    assertThat(SheetProof.of(sealed, sealed.clone(), 2, 2)).isEqualTo(SheetProof.GENUINE);
    assertThat(SheetProof.of(sealed, sealed.clone(), 1, 2)).isEqualTo(SheetProof.SUPERSEDED);
    assertThat(SheetProof.of(sealed, other, 1, 1)).isEqualTo(SheetProof.CHANGED);
    assertThat(SheetProof.of(sealed, other, 1, 2)).isEqualTo(SheetProof.CHANGED);
    assertThat(Checksum.shown(sealed)).matches("([0-9A-F]{8} ){7}[0-9A-F]{8}");
  }

  @Test
  @DisplayName("SHT-16 an amended row says what the history says, an excused absence as AE")
  void amendedRow() {
    RowResult raised = RowResult.amended(70, 80, Grade.of(74, GradeScale.V2));
    assertThat(raised.sign()).isEqualTo("C+");
    assertThat(raised.percent()).isEqualTo(74);
    assertThat(raised.mark()).isNull();
    assertThat(RowResult.amended(70, null, Grade.of(Mark.I)).mark()).isEqualTo(Mark.AE);
    assertThat(RowResult.amended(70, null, Grade.failed(Mark.AB)).mark()).isEqualTo(Mark.AB);
    assertThat(RowResult.amended(null, 60, Grade.of(Mark.P)).mark()).isNull();
    RowResult open = RowResult.typed(RowScores.ratings(70, 71), RULES, Optional.empty());
    assertThat(open.sign()).isNull();
    assertThat(open.percent()).isNull();
    assertThat(open.rating()).isEqualTo(71);
  }

  private static SheetPaper.Line row(int score, String first) {
    RowScores scores = new RowScores(new BigDecimal(first), new BigDecimal(first), score, null);
    RowResult result =
        RowResult.typed(
            scores, RULES, FinalGradePolicy.of(RULES, DAY).outcome(ControlForm.EXAM, scores, 0));
    return new SheetPaper.Line(1, 1, "2300001", scores.first(), scores.second(), result);
  }

  private static SheetPaper.Line with(SheetPaper.Line line, RowResult result) {
    return new SheetPaper.Line(1, 1, "2300001", line.first(), line.second(), result);
  }

  private static SheetPaper paper(
      String number, int version, String room, SheetPaper.Line... lines) {
    List<SheetPaper.Line> placed = new ArrayList<>();
    for (SheetPaper.Line line : lines) {
      placed.add(
          new SheetPaper.Line(
              placed.size() + 1,
              line.student(),
              line.studentNo(),
              line.first(),
              line.second(),
              line.result()));
    }
    return new SheetPaper(
        number,
        version,
        SheetKind.MAIN,
        "2130-2",
        "IT101",
        5,
        "IS-24",
        "T-1",
        "T-2",
        DAY,
        LocalTime.of(9, 0),
        room,
        ExamForm.WRITTEN,
        null,
        null,
        "B-2131",
        placed);
  }
}
