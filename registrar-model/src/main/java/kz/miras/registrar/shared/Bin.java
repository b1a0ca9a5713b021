package kz.miras.registrar.shared;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.Optional;

/**
 * БИН / БСН, the business identification number: twelve digits with the check digit of ИИН (ID-4).
 * Its fifth digit is 4, 5 or 6, where an ИИН has the first digit of a day.
 *
 * @param digits the twelve digits
 */
public record Bin(String digits) implements Serializable, Comparable<Bin> {

  /** What kind of holder the fifth digit tells. */
  public enum Holder {
    RESIDENT,
    NON_RESIDENT,
    ENTREPRENEUR
  }

  public Bin {
    Verdict verdict = judge(digits);
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
  }

  /**
   * The number of a text; spaces around it are ignored.
   *
   * @throws RegistrarException.Refused when it is not twelve digits, not a БИН by its fifth digit
   *     or the check digit is wrong
   */
  public static Bin parse(String text) {
    return new Bin(text == null ? "" : text.strip());
  }

  /** ID-4. Is the text a number that can have been issued to an organisation? */
  public static Verdict judge(String text) {
    if (!CheckDigits.wellFormed(text)) {
      return Verdict.refused(Refusal.of("shared.bin.format", "ID-4").at("bin"));
    }
    if (text.charAt(4) < '4' || text.charAt(4) > '6') {
      return Verdict.refused(Refusal.of("shared.bin.kind", "ID-4").at("bin"));
    }
    return CheckDigits.hold(text)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("shared.bin.check-digit", "ID-4").at("bin"));
  }

  /** What kind of holder the fifth digit tells. */
  public Holder holder() {
    return switch (digits.charAt(4)) {
      case '4' -> Holder.RESIDENT;
      case '5' -> Holder.NON_RESIDENT;
      default -> Holder.ENTREPRENEUR;
    };
  }

  /** True for a head office, false for a branch, a representative office or a farm. */
  public boolean isHeadOffice() {
    return digits.charAt(5) == '0';
  }

  /**
   * Month of registration as far as the digits tell: the century is not in them, so the latest one
   * not after {@code today} is meant; empty where the month is impossible.
   */
  public Optional<YearMonth> registered(YearMonth today) {
    int month = Integer.parseInt(digits.substring(2, 4));
    if (month < 1 || month > 12) {
      return Optional.empty();
    }
    YearMonth told =
        YearMonth.of(today.getYear() / 100 * 100 + Integer.parseInt(digits.substring(0, 2)), month);
    return Optional.of(told.isAfter(today) ? told.minusYears(100) : told);
  }

  @Override
  public int compareTo(Bin other) {
    return digits.compareTo(other.digits);
  }

  @Override
  public String toString() {
    return digits;
  }
}
