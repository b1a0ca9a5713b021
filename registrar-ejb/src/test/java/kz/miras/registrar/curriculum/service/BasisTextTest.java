package kz.miras.registrar.curriculum.service;

import static org.assertj.core.api.Assertions.assertThat;

import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where parameters come from, as people read it. */
class BasisTextTest {

  @Test
  @DisplayName("an order is named by its number, with annex and point")
  void order_isNamed() {
    assertThat(BasisText.of(Language.RU, "O152 п.36, O595 п.42"))
        .isEqualTo("Приказ № 152, п. 36; Приказ № 595, п. 42");
    assertThat(BasisText.of(Language.KK, "O47 прил.17 п.29"))
        .isEqualTo("№ 47 бұйрық, 17-қосымша, 29-т.");
    assertThat(BasisText.of(Language.EN, "O152 п.2(2), ГОСО"))
        .isEqualTo("Order № 152, cl. 2(2); state standard");
  }

  @ParameterizedTest
  @EnumSource(RuleParameter.class)
  @DisplayName("every parameter says in every language where it comes from")
  void everyParameter_isKnown(RuleParameter parameter) {
    assertThat(BasisText.of(Language.EN, parameter.basis()))
        .isNotBlank()
        .doesNotContain("??")
        .doesNotContainPattern("[А-Яа-яЁё]");
    assertThat(BasisText.of(Language.KK, parameter.basis()))
        .doesNotContain("??", "решение", "Положение", "О персональных", "п.", "прил.");
    assertThat(BasisText.of(Language.RU, parameter.basis())).doesNotContain("??");
  }
}
