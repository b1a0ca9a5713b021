package kz.miras.registrar.frame.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AddressFieldsTest {

  private static final AddressFields ADDRESS =
      new AddressFields("type=MAIN&%D0%BF%D0%BE%D1%82%D0%BE%D0%BA=%D0%9F-1&f=a&f=b&%zz=1&bare");

  private static String[] typed(String name, String... read) {
    return ADDRESS.typed(name, read);
  }

  @Test
  @DisplayName("what is typed stands before the address; emptied is typed, too")
  void typedFirst() {
    assertThat(typed("type", "MAIN", "RETAKE")).containsExactly("RETAKE");
    assertThat(typed("поток", "П-1", "")).containsExactly("");
    assertThat(typed("f", "a", "b", "c", "d")).containsExactly("c", "d");
    assertThat(typed("bare", "", "x")).as("a name without a value").containsExactly("x");
    assertThat(typed("reason", "ill")).as("the address says nothing of it").containsExactly("ill");
  }

  @Test
  @DisplayName("the address is heard where nothing was typed")
  void addressAlone() {
    assertThat(typed("type", "MAIN")).containsExactly("MAIN");
    assertThat(typed("f", "a", "b")).containsExactly("a", "b");
    assertThat(ADDRESS.typed("nothing", null)).isNull();
  }

  @Test
  @DisplayName("a name that is no name of a form takes nothing from others")
  void nameThatCannotBeRead() {
    assertThat(typed("%zz", "1")).containsExactly("1");
    assertThat(typed("", "typed")).containsExactly("typed");
  }

  @Test
  @DisplayName("a page that leads to itself about another record names that one alone")
  void overAnother() {
    assertThat(AddressFields.over("id=1", "id=2")).isEqualTo("id=2");
    assertThat(AddressFields.over("id=1&id=1&tab=rows", "id=2")).isEqualTo("tab=rows&id=2");
    assertThat(AddressFields.over("%D0%B3%D0%BE%D0%B4=1&q=%D0%B0+b", "%D0%B3%D0%BE%D0%B4=2"))
        .isEqualTo("q=%D0%B0+b&%D0%B3%D0%BE%D0%B4=2");
    assertThat(AddressFields.over("list=a", "id=2")).isEqualTo("list=a&id=2");
  }
}
