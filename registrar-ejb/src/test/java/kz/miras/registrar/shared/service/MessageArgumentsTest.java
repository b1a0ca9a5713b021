package kz.miras.registrar.shared.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MessageArgumentsTest {

  @Test
  @DisplayName("days, moments and times of a kept message are worded when it is read")
  void momentsStayMoments() {
    List<Serializable> args =
        List.of(
            LocalDate.of(2026, 9, 1),
            LocalDateTime.of(2026, 9, 1, 18, 0),
            LocalTime.of(8, 30),
            7L,
            "2026-09-01T18:00");

    assertThat(MessageArguments.read(MessageArguments.write(args))).isEqualTo(args);
  }
}
