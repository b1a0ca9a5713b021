package kz.miras.registrar.correspondence.exchange;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PRT-13. A line of a decision on recognition that says what a result counts as, written {@code
 * code; what it counts as; credits}. A line of another form tells a difference.
 *
 * @param code of the result at the other institution
 * @param countsAs what it is here
 */
public record RecognisedLine(String code, String countsAs, BigDecimal credits)
    implements Serializable {

  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([^;]*[^;\\s])\\s*;\\s*([^;]*[^;\\s])\\s*;\\s*(\\d{1,3}(?:\\.\\d)?)\\s*");

  /** What a line says; empty where it is of another form. */
  public static Optional<RecognisedLine> of(String line) {
    Matcher parts = FORM.matcher(line);
    return parts.matches()
        ? Optional.of(
            new RecognisedLine(parts.group(1), parts.group(2), new BigDecimal(parts.group(3))))
        : Optional.empty();
  }
}
