package kz.miras.registrar.access.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.ApiList;
import kz.miras.registrar.shared.service.ApiList.Field;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApiOrderTest {

  private static final ApiList LIST =
      ApiList.of(
              "things",
              Permissions.CATALOGUE_READ,
              "thing t WHERE 1 = 1",
              "t.id",
              Field.uuid("id", "t.uuid"),
              Field.text("code", "t.code"),
              Field.names("title", "t.name").of("course"),
              Field.text("iin", "t.iin").onlyWith(Permissions.STUDENT_READ_IDENTITY))
          .sortedBy("code", "course.title.kk");

  private static ApiOrder order(String text) {
    return ApiOrder.of(LIST, text).orElseThrow();
  }

  @Test
  @DisplayName("an order names properties of the list, each once, and nothing else")
  void names() {
    assertThat(order("-course.title.kk,code").text()).isEqualTo("-course.title.kk,code");
    assertThat(order("-course.title.kk,code").clause(LIST))
        .isEqualTo("t.name_kk DESC, t.code, t.id");
    for (String wrong :
        List.of(
            "",
            "-",
            "id",
            "iin",
            "course.title",
            "course.title.ru",
            "code,",
            "code,-code",
            "code DESC",
            "--code")) {
      assertThat(ApiOrder.of(LIST, wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  @DisplayName("rows behind a place are told apart by each property and then by the key")
  void behind() {
    List<Object> bound = new ArrayList<>();
    assertThat(order("code").behind(LIST, ApiOrder.Place.BEGINNING, bound)).isEqualTo("1 = 1");
    assertThat(bound).isEmpty();
    ApiOrder.Place place = new ApiOrder.Place(7, Arrays.asList("a", null));
    assertThat(order("-code,course.title.kk").behind(LIST, place, bound))
        .isEqualTo(
            "(t.code < ? OR t.code IS NULL OR (t.code = ? AND (t.name_kk IS NOT NULL OR (t.name_kk"
                + " IS NULL AND t.id > ?))))");
    assertThat(bound).containsExactly("a", "a", 7L);
  }

  @Test
  @DisplayName("a list is never sorted by what only some may read, nor by what it does not have")
  void closed() {
    assertThatThrownBy(() -> LIST.sortedBy("iin")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LIST.sortedBy("name")).isInstanceOf(IllegalArgumentException.class);
    assertThat(LIST.members()).containsExactly("id", "code", "course", "iin");
    assertThat(LIST.identity()).isEqualTo("id");
  }
}
