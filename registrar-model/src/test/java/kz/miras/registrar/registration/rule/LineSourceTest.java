package kz.miras.registrar.registration.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import kz.miras.registrar.registration.EnrolmentType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineSourceTest {

  @ParameterizedTest(name = "REG-16 block {0}, named by the catalogue: {1}, its blocks {2}: {3}")
  @CsvSource({
    "KV-1, true,  KV-1, PROGRAMME",
    "KV-1, false, KV-1, LEFT_OUT",
    "KV-1, false, KV-2, PROGRAMME",
    "KV-1, false, ,     PROGRAMME",
    ",     false, KV-1, PROGRAMME"
  })
  @DisplayName(
      "REG-16 a published catalogue decides about the blocks it has entries of, the curriculum about"
          + " all else")
  void curriculumAndCatalogue(String block, boolean entered, String offered, LineSource source) {
    assertThat(
            LineSource.ofCurriculum(block, entered, offered == null ? Set.of() : Set.of(offered)))
        .isEqualTo(source);
  }

  @ParameterizedTest(name = "REG-16 {0} taken as {1} comes from {2}")
  @CsvSource({
    "PROGRAMME, MAIN,       PROGRAMME",
    "PROGRAMME, MINOR,      PROGRAMME",
    "LEFT_OUT,  MINOR,      LEFT_OUT",
    "CATALOGUE, MAIN,       CATALOGUE",
    "LEFT_OUT,  MAIN,       LEFT_OUT",
    "LEFT_OUT,  ADDITIONAL, LEFT_OUT",
    "LEFT_OUT,  RETAKE,     PROGRAMME",
    "LEFT_OUT,  GPA_RAISE,  PROGRAMME",
    "NONE,      MAIN,       NONE",
    "NONE,      GPA_RAISE,  NONE",
    "NONE,      DEBT,       DEBT",
    "NONE,      RETAKE,     DEBT",
    "NONE,      DIFFERENCE, DIFFERENCE",
    "NONE,      MINOR,      MINOR"
  })
  @DisplayName("REG-16 a debt may be what the catalogue of the year does not offer anew")
  void reasons(LineSource place, EnrolmentType type, LineSource source) {
    assertThat(place.takenAs(type)).isEqualTo(source);
  }
}
