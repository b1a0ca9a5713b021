package kz.miras.registrar.correspondence;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.regex.Pattern;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * LTR-1, LTR-2. A case of the nomenclature of one calendar year.
 *
 * @param index as the nomenclature has it, for example {@code 04-12}
 * @param retention how long it is kept, in the words of the nomenclature
 * @param closedOn null while it is open
 * @param lastNumber of its last letter; 0 for none
 */
public record FileCase(
    int year,
    String index,
    LocalizedText name,
    LocalizedText retention,
    LocalDate closedOn,
    int lastNumber)
    implements Serializable {

  private static final Pattern INDEX = Pattern.compile("\\d{1,3}(-\\d{1,3}){0,3}");
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2300;

  /** LTR-1. Whether a case may be opened so. */
  public static Verdict sound(int year, String index) {
    Verdict verdict =
        index != null && INDEX.matcher(index).matches()
            ? Verdict.allowed()
            : Verdict.refused(
                Refusal.of("correspondence.case.index", "LTR-1", String.valueOf(index))
                    .at("case_index"));
    return year >= FIRST_YEAR && year <= LAST_YEAR
        ? verdict
        : verdict.and(
            Verdict.refused(
                Refusal.of("correspondence.case.year", "LTR-1", FIRST_YEAR, LAST_YEAR).at("year")));
  }

  public boolean isOpen() {
    return closedOn == null;
  }

  /** LTR-2. Whether a letter registered on a day may go into it. */
  public Verdict takes(LocalDate day) {
    if (!isOpen()) {
      return Verdict.refused(
          Refusal.of("correspondence.case.closed", "LTR-2", index, closedOn).at("case"));
    }
    return year == day.getYear()
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("correspondence.case.other-year", "LTR-2", index, String.valueOf(year))
                .at("case"));
  }

  /** LTR-1. Whether what programs and mail bring may go into it: as long as it is open. */
  public Verdict takesIn() {
    return isOpen()
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("correspondence.case.closed", "LTR-1", index, closedOn).at("intake"));
  }

  /**
   * LTR-1. Whether it may be closed: at the end of its year, or when none of its letters waits.
   *
   * @param waiting letters of it that somebody has to do something with
   */
  public Verdict closes(long waiting) {
    if (!isOpen()) {
      return Verdict.refused(Refusal.of("correspondence.case.closed", "LTR-1", index, closedOn));
    }
    return waiting == 0
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("correspondence.case.waiting", "LTR-1", index, waiting));
  }

  /**
   * LTR-1. Whether it is carried over into the next year.
   *
   * @param there whether the next year has a case of this index
   */
  public Verdict carriesOver(boolean there) {
    return there
        ? Verdict.refused(
            Refusal.of("correspondence.case.there", "LTR-1", index, String.valueOf(year + 1)))
        : Verdict.allowed();
  }

  /** LTR-2. What a letter of this number is called. */
  public String number(int sequence) {
    return index + "/" + sequence;
  }
}
