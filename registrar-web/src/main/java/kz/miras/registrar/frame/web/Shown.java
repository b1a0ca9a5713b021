package kz.miras.registrar.frame.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.UniversityTime;

/** {@code #{shown.day(x)}}: values as people of this office write them. */
@Named("shown")
@RequestScoped
public class Shown {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

  @Inject private LanguageChoice language;
  @Inject private UniversityTime time;

  public String day(LocalDate day) {
    return day == null ? "" : day.format(DAY);
  }

  /** A moment by the university's clock. */
  public String moment(Instant moment) {
    return moment == null ? "" : moment.atZone(time.zone()).format(MOMENT);
  }

  /** When something ends: the end of a day is of that day, and not the beginning of the next. */
  public String end(Instant moment) {
    if (moment == null) {
      return "";
    }
    ZonedDateTime at = moment.atZone(time.zone());
    return at.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? day(at.toLocalDate().minusDays(1)) + " 24:00"
        : at.format(MOMENT);
  }

  /** A moment to the second, where people ask who came first. */
  public String second(Instant moment) {
    return moment == null ? "" : moment.atZone(time.zone()).format(SECOND);
  }

  /** An amount in tenge, in groups of three digits; tiyn only where there are any. */
  public String money(BigDecimal amount) {
    if (amount == null) {
      return "";
    }
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('\u00a0');
    symbols.setDecimalSeparator(',');
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    return new DecimalFormat(whole ? "#,##0" : "#,##0.00", symbols).format(amount) + "\u00a0₸";
  }

  /** A text of three languages in the user's. */
  public String text(LocalizedText text) {
    return text == null ? "" : text.in(language.getLanguage());
  }
}
