package kz.miras.registrar.transcript.certificate;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.shared.LocalizedText;

/**
 * What is asked of whoever wants a document.
 *
 * @param code by which the answer is known, and named in the wording as {@code {ask:code}}
 */
public record CertificateQuestion(String code, LocalizedText label, Type type, boolean required)
    implements Serializable {

  /** What an answer is. */
  public enum Type {
    TEXT,
    DAY,
    /** An academic year as it is written, for example 2023/2024. */
    YEAR,
    /** Code of a programme the student has been in; no certificate asks it. */
    PROGRAMME;

    /** Those the wording of a certificate may ask. */
    public static Type[] ofCertificates() {
      return new Type[] {TEXT, DAY, YEAR};
    }

    /** Message key of the name. */
    public String key() {
      return "transcript.certificate.question." + name();
    }
  }

  private static final int LONGEST = 300;
  private static final Pattern YEARS = Pattern.compile("(\\d{4})/(\\d{4})");

  /** Whether an answer, not blank, is one. */
  public boolean accepts(String answer) {
    return switch (type) {
      case TEXT, PROGRAMME -> answer.length() <= LONGEST;
      case DAY -> isDay(answer);
      case YEAR -> isYear(answer);
    };
  }

  private static boolean isDay(String answer) {
    try {
      LocalDate.parse(answer);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isYear(String answer) {
    Matcher years = YEARS.matcher(answer);
    return years.matches()
        && Integer.parseInt(years.group(1)) + 1 == Integer.parseInt(years.group(2));
  }
}
