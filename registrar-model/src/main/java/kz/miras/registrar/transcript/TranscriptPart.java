package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * DOC-12, DOC-13, DOC-64. The part of a study a transcript is of, where it is not of the whole:
 * some academic years, one of the programmes the student has been in, or both; and whether the
 * distribution of grades goes with it, as partners of mobility need it.
 *
 * @param from first year, for example 2023/2024; null for the beginning
 * @param to last year; null for the end
 * @param programme code of the programme, for example 6B06101; null for all the student was in
 */
public record TranscriptPart(String from, String to, String programme, boolean distribution)
    implements Serializable {

  /** Key of the first year among the details of an order. */
  public static final String FROM = "from";

  /** Key of the last year. */
  public static final String TO = "to";

  /** Key of the programme. */
  public static final String PROGRAMME = "programme";

  /** Key of the word that asks for the distribution of grades: {@code true}. */
  public static final String DISTRIBUTION = "distribution";

  /** The whole study. */
  public static final TranscriptPart WHOLE = new TranscriptPart(null, null, null, false);

  private static final Pattern YEAR = Pattern.compile("\\d{4}/\\d{4}");

  public TranscriptPart {
    from = text(from);
    to = text(to);
    programme = text(programme);
  }

  /** Of some years, as a transcript at home is. */
  public static TranscriptPart years(String from, String to) {
    return new TranscriptPart(from, to, null, false);
  }

  /** Of one programme. */
  public static TranscriptPart programme(String code) {
    return new TranscriptPart(null, null, code, false);
  }

  /** Of the details of an order. */
  public static TranscriptPart of(Map<String, String> details) {
    return new TranscriptPart(
        details.get(FROM),
        details.get(TO),
        details.get(PROGRAMME),
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
    if (programme != null) {
      details.put(PROGRAMME, programme);
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
    return !isOfYears() && programme == null;
  }

  /** Whether it is of some academic years alone. */
  public boolean isOfYears() {
    return from != null || to != null;
  }

  /** Short, as a register shows it: code of the programme and years; empty for the whole. */
  public String shown() {
    return Stream.of(programme, span()).filter(Objects::nonNull).collect(Collectors.joining(", "));
  }

  /** Its years as they are written, an open end as an ellipsis; null where it is of all years. */
  public String span() {
    return isOfYears()
        ? Objects.requireNonNullElse(from, "…") + " – " + Objects.requireNonNullElse(to, "…")
        : null;
  }

  /**
   * DOC-12. Whether its years may be asked for: as they are written, the first not after the last.
   */
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

  /** AK-7. Whether a document of this kind is of such a part: a graduate's sheet is of all. */
  public Verdict fits(DocumentKind kind) {
    return isWhole() || !kind.isGraduateSheet()
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("transcript.graduate-sheet.whole", "AK-7").at("kind"));
  }

  /** The record of these years. */
  public StudyRecord years(StudyRecord all) {
    return isOfYears() ? all.between(from, to) : all;
  }
}
