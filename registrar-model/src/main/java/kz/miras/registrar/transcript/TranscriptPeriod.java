package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * DOC-12, DOC-64. The academic years a transcript is of, where it is not of the whole study, and
 * whether the distribution of grades goes with it, as partners of mobility need it.
 *
 * @param from first year, for example 2023/2024; null for the beginning
 * @param to last year; null for the end
 */
public record TranscriptPeriod(String from, String to, boolean distribution)
    implements Serializable {

  /** Key of the first year among the details of an order. */
  public static final String FROM = "from";

  /** Key of the last year. */
  public static final String TO = "to";

  /** Key of the word that asks for the distribution of grades: {@code true}. */
  public static final String DISTRIBUTION = "distribution";

  /** The whole study. */
  public static final TranscriptPeriod WHOLE = new TranscriptPeriod(null, null, false);

  private static final Pattern YEAR = Pattern.compile("\\d{4}/\\d{4}");

  /** Of some years, as a transcript at home is. */
  public TranscriptPeriod(String from, String to) {
    this(from, to, false);
  }

  /** Of the details of an order. */
  public static TranscriptPeriod of(Map<String, String> details) {
    return new TranscriptPeriod(
        text(details.get(FROM)),
        text(details.get(TO)),
        Boolean.parseBoolean(details.get(DISTRIBUTION)));
  }

  /** As the details of an order; nothing of what is open. */
  public Map<String, String> details() {
    Map<String, String> details = new HashMap<>();
    if (from != null) {
      details.put(FROM, from);
    }
    if (to != null) {
      details.put(TO, to);
    }
    if (distribution) {
      details.put(DISTRIBUTION, "true");
    }
    return details;
  }

  private static String text(String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  /** Whether it is of the whole study. */
  public boolean isWhole() {
    return from == null && to == null;
  }

  /** Whether it may be asked for: years as they are written, the first not after the last. */
  public Verdict verdict() {
    boolean written =
        (from == null || YEAR.matcher(from).matches())
            && (to == null || YEAR.matcher(to).matches());
    if (!written) {
      return Verdict.refused(Refusal.of("transcript.period.year", "DOC-12").at(FROM));
    }
    return from != null && to != null && from.compareTo(to) > 0
        ? Verdict.refused(Refusal.of("transcript.period.order", "DOC-12", from, to).at(TO))
        : Verdict.allowed();
  }

  /** The record of this part of the study. */
  public StudyRecord part(StudyRecord whole) {
    return isWhole() ? whole : whole.between(from, to);
  }
}
