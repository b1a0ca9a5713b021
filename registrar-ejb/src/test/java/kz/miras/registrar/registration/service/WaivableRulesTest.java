package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import kz.miras.registrar.registration.RequestSound;
import kz.miras.registrar.registration.rule.RegistrationRules;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WaivableRulesTest {

  @Test
  @DisplayName("every rule a waiver may name has a name people read, in three languages")
  void named() {
    assertThat(RegistrationRules.waivable()).isNotEmpty();
    for (String rule : RegistrationRules.waivable()) {
      if (RequestSound.mayBeNamed(rule, RegistrationRules.waivable())) {
        for (Language language : Language.values()) {
          assertThat(Messages.has(language, "registration.rule-name." + rule))
              .as("%s in %s", rule, language)
              .isTrue();
        }
      }
    }
  }
}
