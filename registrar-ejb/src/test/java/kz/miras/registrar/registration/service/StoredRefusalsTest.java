package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Messages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredRefusalsTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("a refusal kept in the log is told in the same words as when it was made")
  void toldTheSame(Language language) {
    Refusal made =
        Refusal.of(
            "registration.clash",
            "REG-11",
            "MATH1",
            new LessonTime.Weekday(DayOfWeek.MONDAY),
            LocalTime.of(9, 0),
            LocalTime.of(9, 50));
    String kept = Json.write(Map.of("refusals", List.of(made), "warnings", List.of()));

    List<Refusal> told = SectionHistory.said(kept);

    assertThat(told)
        .extracting(one -> Messages.text(language, one))
        .containsExactly(Messages.text(language, made));
  }
}
