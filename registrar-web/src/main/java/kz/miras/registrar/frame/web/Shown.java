package kz.miras.registrar.frame.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.KeptDays;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.UniversityTime;

/** {@code #{shown.day(x)}}: values as people of this office write them. */
@Named("shown")
@RequestScoped
public class Shown {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

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

  /** A moment that is told by the university's clock already. */
  public String at(LocalDateTime moment) {
    return moment == null ? "" : moment.format(MOMENT);
  }

  /** The time of day of such a moment. */
  public String clock(LocalDateTime moment) {
    return moment == null ? "" : moment.format(CLOCK);
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

  /** A rate with the decimal mark of the user's language, its digits as they are. */
  public String rate(BigDecimal rate) {
    String plain = rate == null ? "" : rate.toPlainString();
    return language.getLanguage() == Language.EN ? plain : plain.replace('.', ',');
  }

  /** A month in words: the one it is called by itself, not the one of a date. */
  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", language.getLanguage().locale()).format(month);
  }

  /**
   * The document an entry of the history names; its days, kept as computers write them, as people
   * do.
   */
  public String document(String document) {
    return KeptDays.written(document, this::day);
  }

  /** A room, said to be one where only its number was typed. */
  public String room(String room) {
    return room == null || room.isBlank() || !Character.isDigit(room.strip().charAt(0))
        ? room
        : Messages.text(language.getLanguage(), "achievement.my.room", room.strip());
  }

  /** A text of three languages in the user's. */
  public String text(LocalizedText text) {
    return text == null ? "" : text.in(language.getLanguage());
  }

  /**
   * Names of languages.
   *
   * @param tags as they are stored, with blanks between; null for none
   */
  public String languages(String tags) {
    return tags == null
        ? ""
        : Arrays.stream(tags.split(" "))
            .filter(tag -> !tag.isEmpty())
            .map(tag -> Messages.text(language.getLanguage(), "frame.language." + tag))
            .collect(Collectors.joining(", "));
  }
}
