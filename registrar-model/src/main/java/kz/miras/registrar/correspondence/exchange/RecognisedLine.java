package kz.miras.registrar.correspondence.exchange;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * PRT-13. A line of a decision on recognition that says what a result counts as, written {@code
 * code; what it counts as; credits}. A line of another form tells a difference.
 *
 * @param code of the result at the other institution
 * @param countsAs what it is here
 */
public record RecognisedLine(String code, String countsAs, BigDecimal credits)
    implements Serializable {

  private static final int LONGEST = 200;
  private static final int MOST = 200;

  /** Characters of a line that is too long that tell which it is. */
  private static final int SHOWN = 40;

  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([^;]*[^;\\s])\\s*;\\s*([^;]*[^;\\s])\\s*;\\s*(\\d{1,3}(?:\\.\\d)?)\\s*");

  /**
   * PRT-13. Judges what is typed as results of a recognition: as many lines, and as long, as the
   * contract can tell the partner.
   *
   * @param results a line each; null or empty for none
   */
  public static Verdict judge(String results) {
    if (results == null || results.isBlank()) {
      return Verdict.allowed();
    }
    List<String> lines = results.lines().filter(line -> !line.isBlank()).toList();
    Optional<String> tooLong = lines.stream().filter(line -> line.length() > LONGEST).findFirst();
    if (tooLong.isPresent()) {
      return refused("access.exchange.result-long", LONGEST, tooLong.get().substring(0, SHOWN));
    }
    return lines.size() > MOST ? refused("access.exchange.results-many", MOST) : Verdict.allowed();
  }

  private static Verdict refused(String code, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "PRT-13", args).at("results"));
  }

  /** What a line says; empty where it is of another form. */
  public static Optional<RecognisedLine> of(String line) {
    Matcher parts = FORM.matcher(line);
    return parts.matches()
        ? Optional.of(
            new RecognisedLine(parts.group(1), parts.group(2), new BigDecimal(parts.group(3))))
        : Optional.empty();
  }
}
