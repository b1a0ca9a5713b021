package kz.miras.registrar.achievement.service.integrity;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import kz.miras.registrar.shared.RegistrarException;

/** A month of the university's days, as the database keeps moments. */
record Month(YearMonth of, ZoneId zone) {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM.yyyy");

  /**
   * The month of an address, such as {@code 2026-10}.
   *
   * @throws RegistrarException.NotFound where it is none
   */
  static YearMonth parse(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      throw new RegistrarException.NotFound("month", text);
    }
  }

  static String shown(YearMonth month) {
    return month.format(SHOWN);
  }

  LocalDateTime begins() {
    return moment(of.atDay(1));
  }

  /** The first moment after it. */
  LocalDateTime ends() {
    return moment(of.plusMonths(1).atDay(1));
  }

  /** The first moment of so many months that end with it. */
  LocalDateTime begins(int months) {
    return moment(of.minusMonths(months - 1L).atDay(1));
  }

  LocalDate day(LocalDateTime utc) {
    return utc == null ? null : utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDate();
  }

  private LocalDateTime moment(LocalDate day) {
    return LocalDateTime.ofInstant(day.atStartOfDay(zone).toInstant(), ZoneOffset.UTC);
  }
}
