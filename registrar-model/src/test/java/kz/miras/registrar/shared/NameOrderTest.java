package kz.miras.registrar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NameOrderTest {

  @Test
  @DisplayName("names stand in the order of the Kazakh alphabet, Russian ones among them")
  void kazakhAlphabet() {
    List<String> names =
        List.of(
            "Smith John",
            "Абаев",
            "Әбді",
            "Бекова",
            "Ғабитов",
            "Дәулет",
            "Еркін",
            "Жұмабаев",
            "Йылмаз",
            "Ким Анна",
            "Ким Яна",
            "Кимасова",
            "Қасымова",
            "Нұрлан",
            "Оспанова",
            "Өтегенова",
            "Сәрсен",
            "Умаров",
            "Ұлжан",
            "Үміт",
            "Хасен",
            "Шәріп",
            "Ысқақ",
            "Ілияс",
            "Юсупов");
    assertThat(
            names.stream()
                .sorted(java.util.Comparator.reverseOrder())
                .sorted(NameOrder.kazakh())
                .toList())
        .isEqualTo(names);
  }
}
