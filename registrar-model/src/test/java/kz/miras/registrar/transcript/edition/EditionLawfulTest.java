package kz.miras.registrar.transcript.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.transcript.edition.LineComparison.Change;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EditionLawfulTest {

  private static final LocalDate TODAY = LocalDate.of(2206, 9, 1);

  @Test
  @DisplayName("DOC-30 an edition is put in force by another person, from today at the earliest")
  void fourEyes() {
    assertThat(EditionLawful.approval("aigul", "marat", TODAY, TODAY).isAllowed()).isTrue();
    assertThat(EditionLawful.approval("aigul", "aigul", TODAY, TODAY).refusals())
        .extracting(Refusal::rule)
        .containsExactly("SOD-4");
    assertThat(EditionLawful.approval("aigul", "marat", TODAY.minusDays(1), TODAY).refusals())
        .extracting(Refusal::code)
        .containsExactly("transcript.edition.past");
    assertThat(EditionLawful.from(null, TODAY).isAllowed()).isFalse();
    assertThat(EditionLawful.from(TODAY.plusYears(1), TODAY).isAllowed()).isTrue();
  }

  @Test
  @DisplayName("DOC-30 only its author changes a draft")
  void own() {
    assertThat(EditionLawful.own("aigul", "aigul").isAllowed()).isTrue();
    assertThat(EditionLawful.own("aigul", "marat").isAllowed()).isFalse();
  }

  @Test
  @DisplayName("DOC-30 what an edition changes is shown line by line, with little around it")
  void changes() {
    List<LineComparison.Line> lines =
        LineComparison.of("a\nb\nc\nd\ne\nf\ng\nh", "a\nb\nc\nd\nE\nf\ng\nh\ni");
    assertThat(lines)
        .extracting(LineComparison.Line::change)
        .containsExactly(
            Change.LEFT_OUT,
            Change.SAME,
            Change.SAME,
            Change.REMOVED,
            Change.ADDED,
            Change.SAME,
            Change.SAME,
            Change.SAME,
            Change.ADDED);
    assertThat(lines.get(0).no()).isEqualTo(2);
    assertThat(lines.get(4)).isEqualTo(new LineComparison.Line(Change.ADDED, 5, "E"));
    assertThat(LineComparison.of("a\nb", "a\nb"))
        .containsExactly(new LineComparison.Line(Change.LEFT_OUT, 2, ""));
  }

  @Test
  @DisplayName("DOC-30 texts of very many lines are shown as wholly changed, and cost no more")
  void manyLines() {
    String many = "x\n".repeat(100_000);
    List<LineComparison.Line> lines = LineComparison.of(many, many + "y");
    assertThat(lines).hasSize(200_001);
    assertThat(lines.get(0)).isEqualTo(new LineComparison.Line(Change.REMOVED, 1, "x"));
    assertThat(lines.get(200_000)).isEqualTo(new LineComparison.Line(Change.ADDED, 100_001, "y"));
  }
}
