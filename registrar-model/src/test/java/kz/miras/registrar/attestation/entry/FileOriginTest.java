package kz.miras.registrar.attestation.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FileOriginTest {

  private static final String MINE = "0b0e4f0c-6a3e-4a5e-9a3d-4d6f0c5b1a11";
  private static final List<String> COLUMNS = List.of("first", "second", "score");

  @Test
  @DisplayName("SHT-19 a file comes back to the sheet it was made from, as it left")
  void comesBackWhereItWasMade() {
    assertThat(new FileOrigin(MINE, "A-1", true).judge(MINE).isAllowed()).isTrue();
    assertThat(code(new FileOrigin("", "", false))).isEqualTo("attestation.file.not-template");
    assertThat(code(new FileOrigin(MINE, "A-1", false))).isEqualTo("attestation.file.altered");
    Refusal other = new FileOrigin("another", "A-2", true).judge(MINE).refusals().get(0);
    assertThat(other.code()).isEqualTo("attestation.file.other-sheet");
    assertThat(other.rule()).isEqualTo("SHT-19");
    assertThat(other.args()).containsExactly("A-2");
  }

  private static String code(FileOrigin origin) {
    return origin.judge(MINE).refusals().get(0).code();
  }

  @Test
  @DisplayName("SHT-19 only what was changed in the file comes, with what stood there before")
  void onlyChangesCome() {
    FileLine line =
        line(
            Map.of("first", "80", "second", "", "score", "AB"),
            Map.of("first", "80,0", "second", "77", "score", ""));
    assertThat(line.changes(COLUMNS, 5))
        .containsExactly(
            new TypedCell(5, "second", "77", 3, ""), new TypedCell(5, "score", "", 3, "AB"));
    assertThat(line.changes(List.of("score"), 5)).extracting("column").containsExactly("score");
    assertThat(line(Map.of("score", "AB"), Map.of("score", "ав")).changes(COLUMNS, 5))
        .as("the same mark in another alphabet")
        .isEmpty();
  }

  @Test
  @DisplayName("SHT-19 a formula is no mark, and who left the sheet takes none")
  void formulasAndGoneStudents() {
    FileLine line =
        new FileLine(1, "S-1", "A", 3, Map.of("score", ""), Map.of("score", ""), Set.of("score"));
    List<TypedCell> changes = line.changes(COLUMNS, 5);
    assertThat(changes).hasSize(1);
    assertThat(line.refusal(changes.get(0), true).orElseThrow().code())
        .isEqualTo("attestation.file.formula");
    FileLine plain = line(Map.of("score", ""), Map.of("score", "70"));
    TypedCell cell = plain.changes(COLUMNS, 5).get(0);
    assertThat(plain.refusal(cell, true)).isEmpty();
    assertThat(plain.refusal(cell, false).orElseThrow().code()).isEqualTo("attestation.file.gone");
  }

  private static FileLine line(Map<String, String> before, Map<String, String> text) {
    return new FileLine(1, "S-1", "A", 3, before, text, Set.of());
  }
}
