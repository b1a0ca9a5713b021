package kz.miras.registrar.shared;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * ИИН / ЖСН, the individual identification number: twelve digits with a right check digit.
 *
 * <p>Since the government's decree № 853 of 26.08.2013 the digits of date and sex may differ from
 * the holder's, so a difference is a warning to be confirmed (ID-3), never an error. A foreign
 * student may have no number at all; absence is {@code null} in the record, not a value here.
 *
 * <p>{@link #toString()} is masked, so a number that slips into a log stays private (ID-5).
 *
 * @param digits the twelve digits
 */
public record Iin(String digits) implements Serializable, Comparable<Iin> {

  public Iin {
    Verdict verdict = judge(digits);
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
  }

  /**
   * The number of a text; spaces around it are ignored.
   *
   * @throws RegistrarException.Refused when it is not twelve digits or the check digit is wrong
   */
  public static Iin parse(String text) {
    return new Iin(text == null ? "" : text.strip());
  }

  /** ID-1, ID-2. Is the text a number that can have been issued? The text itself is not echoed. */
  public static Verdict judge(String text) {
    if (!CheckDigits.wellFormed(text)) {
      return Verdict.refused(Refusal.of("shared.iin.format", "ID-1").at("iin"));
    }
    return CheckDigits.hold(text)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("shared.iin.check-digit", "ID-2").at("iin"));
  }

  /** ID-3. Warnings to confirm where the digits do not speak of this birth date and this sex. */
  public Verdict against(LocalDate birthDate, Sex sex) {
    Verdict verdict = Verdict.allowed();
    Optional<LocalDate> told = birthDate();
    if (told.isEmpty()) {
      verdict = verdict.and(warning("shared.iin.impossible-date"));
    } else if (birthDate != null && !birthDate.equals(told.get())) {
      verdict = verdict.and(warning("shared.iin.other-date", told.get(), birthDate));
    }
    if (sex != null && sex().isPresent() && sex().get() != sex) {
      verdict = verdict.and(warning("shared.iin.other-sex"));
    }
    return verdict;
  }

  private static Verdict warning(String code, Serializable... args) {
    return Verdict.warning(Refusal.of(code, "ID-3", args).at("iin"));
  }

  /** The birth date the digits tell; empty where the seventh digit or the date is impossible. */
  public Optional<LocalDate> birthDate() {
    int century = digit(6);
    if (century < 1 || century > 6) {
      return Optional.empty();
    }
    int year = 1800 + (century - 1) / 2 * 100 + number(0, 2);
    try {
      return Optional.of(LocalDate.of(year, number(2, 4), number(4, 6)));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /** The sex the seventh digit tells: odd male, even female; empty where it is 0 or above 6. */
  public Optional<Sex> sex() {
    int century = digit(6);
    if (century < 1 || century > 6) {
      return Optional.empty();
    }
    return Optional.of(century % 2 == 1 ? Sex.MALE : Sex.FEMALE);
  }

  /** The form for logs and lists: {@code 9912******16}. */
  public String masked() {
    return digits.substring(0, 4) + "******" + digits.substring(10);
  }

  private int digit(int index) {
    return digits.charAt(index) - '0';
  }

  private int number(int from, int to) {
    return Integer.parseInt(digits.substring(from, to));
  }

  @Override
  public int compareTo(Iin other) {
    return digits.compareTo(other.digits);
  }

  @Override
  public String toString() {
    return masked();
  }
}
