package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import kz.miras.registrar.curriculum.Mark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SheetPartShownTest {

  private static final RowScores NOTHING = new RowScores(null, null, null, null);

  @Test
  @DisplayName("PUB-1 a student sees of the own row what is published of it")
  void shown() {
    RowScores row = RowScores.of(60, 70, 80);
    assertThat(SheetPart.shown(row, Set.of(), false)).isEqualTo(NOTHING);
    assertThat(SheetPart.shown(row, Set.of(SheetPart.RATING), false))
        .isEqualTo(RowScores.ratings(60, 70));
    assertThat(SheetPart.shown(row, Set.of(), true))
        .as("the rating of a retake was published with the sheet before")
        .isEqualTo(RowScores.ratings(60, 70));
    assertThat(SheetPart.shown(row, Set.of(SheetPart.RESULT), false)).isEqualTo(row);
  }

  @Test
  @DisplayName("PUB-1 a mark is told with the results, W at once")
  void marks() {
    RowScores absent = RowScores.of(60, 70, Mark.AB);
    assertThat(SheetPart.shown(absent, Set.of(SheetPart.RATING), false))
        .isEqualTo(RowScores.ratings(60, 70));
    assertThat(SheetPart.shown(absent, Set.of(SheetPart.RESULT), false)).isEqualTo(absent);
    assertThat(SheetPart.shown(RowScores.of(60, 70, Mark.W), Set.of(), false))
        .isEqualTo(NOTHING.withMark(Mark.W));
  }
}
