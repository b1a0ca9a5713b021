package kz.miras.registrar.access.partner;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** PRT-7, PRT-8. Whether terms can be proposed, and who puts them in force. */
public final class TermsSound {

  /** Most calls a minute terms may allow. */
  public static final int MOST_PER_MINUTE = 6_000;

  /** Most calls a day terms may allow. */
  public static final int MOST_PER_DAY = 1_000_000;

  private static final int LONGEST_BASIS = 300;
  private static final int MOST_ADDRESSES = 20;
  private static final int MOST_PURPOSES = 10;
  private static final Pattern PURPOSE = Pattern.compile("[A-Z][A-Z0-9_]{1,31}");

  private TermsSound() {}

  /**
   * PRT-7. Judges terms as they are typed.
   *
   * @param basis the agreement they come from
   * @param addresses as they are written, readable or not
   */
  public static Verdict judge(
      String basis,
      Set<String> operations,
      List<String> addresses,
      Set<String> purposes,
      Integer perMinute,
      Integer perDay) {
    Verdict verdict = Verdict.allowed();
    if (basis == null || basis.isBlank() || basis.length() > LONGEST_BASIS) {
      verdict = verdict.and(refused("access.partner.basis", "basis", LONGEST_BASIS));
    }
    if (operations.isEmpty() || !PartnerOperations.all().containsAll(operations)) {
      verdict = verdict.and(refused("access.partner.operations", "operations"));
    }
    for (String one : addresses) {
      if (AddressRange.parse(one).isEmpty()) {
        verdict = verdict.and(refused("access.partner.address", "addresses", one));
      }
    }
    if (addresses.size() > MOST_ADDRESSES) {
      verdict = verdict.and(refused("access.partner.addresses", "addresses", MOST_ADDRESSES));
    }
    boolean coded = purposes.stream().allMatch(one -> PURPOSE.matcher(one).matches());
    if (!coded || purposes.size() > MOST_PURPOSES) {
      verdict = verdict.and(refused("access.partner.purposes", "purposes", MOST_PURPOSES));
    }
    return verdict.and(limits(perMinute, perDay));
  }

  private static Verdict limits(Integer perMinute, Integer perDay) {
    if (perMinute == null || perMinute < 1 || perMinute > MOST_PER_MINUTE) {
      return refused("access.partner.per-minute", "per_minute", MOST_PER_MINUTE);
    }
    return perDay == null || perDay < perMinute || perDay > MOST_PER_DAY
        ? refused("access.partner.per-day", "per_day", perMinute, MOST_PER_DAY)
        : Verdict.allowed();
  }

  /** PRT-8. Nobody puts in force what they have proposed. */
  public static Verdict decides(String login, String proposedBy) {
    return login.equals(proposedBy)
        ? Verdict.refused(Refusal.of("access.partner.own-terms", "PRT-8"))
        : Verdict.allowed();
  }

  private static Verdict refused(String code, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "PRT-7", args).at(field));
  }
}
