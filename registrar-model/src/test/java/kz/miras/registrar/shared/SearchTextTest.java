package kz.miras.registrar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

  @ParameterizedTest
  @CsvSource({
    "Әсем Жұмабаева,асем жумабаева",
    "Ғалымжан Өмірұлы,галымжан омирулы",
    "Қыдырәлі Ңүһі,кыдырали нухи",
    "СЕМЁНОВА Алёна,семенова алена",
    "Сергей,сергеи",
    "Игорь Подъячев,игор подячев",
    "Сейіт-Ахметқызы,сеиит ахметкызы",
    "Müller José,muller jose",
    "O’Neill,oneill",
    "24-00017 П,24 00017 п"
  })
  @DisplayName("names are found whatever letters of the region they are typed in")
  void folds(String name, String folded) {
    assertThat(SearchText.fold(name)).isEqualTo(folded);
    assertThat(SearchText.fold(folded)).isEqualTo(folded);
  }

  @Test
  @DisplayName("nothing folds to nothing")
  void nothing() {
    assertThat(SearchText.fold(null)).isEmpty();
    assertThat(SearchText.fold(" - ")).isEmpty();
  }
}
