package kz.miras.registrar.transcript.edition;

import java.time.LocalDate;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * DOC-30. An edition is put in force by somebody else than its author, from a day that has not
 * passed: what was printed before stays as it was printed.
 */
public final class EditionLawful {

  private EditionLawful() {}

  /** Whether somebody may change a draft or send it. */
  public static Verdict own(String author, String login) {
    return author.equals(login)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("transcript.edition.foreign", "DOC-30", author));
  }

  /**
   * Whether the day it is to be in force from will do.
   *
   * @param validFrom null where it was not said
   */
  public static Verdict from(LocalDate validFrom, LocalDate today) {
    if (validFrom == null) {
      return Verdict.refused(Refusal.of("field.required", "DAT-1").at("validFrom"));
    }
    return validFrom.isBefore(today)
        ? Verdict.refused(Refusal.of("transcript.edition.past", "DOC-30", today).at("validFrom"))
        : Verdict.allowed();
  }

  /** Whether somebody may put it in force. */
  public static Verdict approval(
      String author, String login, LocalDate validFrom, LocalDate today) {
    Verdict four =
        author.equals(login)
            ? Verdict.refused(Refusal.of("transcript.edition.own", "SOD-4", login))
            : Verdict.allowed();
    return four.and(from(validFrom, today));
  }
}
