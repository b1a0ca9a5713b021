package kz.miras.registrar.access.subsystem;

import java.io.Serializable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** SUB-6. What a student may let a program of the own choice do with the own record. */
public final class OwnTokenSound {

  /** Most tokens a student has at a time. */
  public static final int MOST = 10;

  /** Most days one lasts. */
  public static final int MOST_DAYS = 365;

  private static final int LONGEST_NAME = 100;

  private OwnTokenSound() {}

  /** What may be granted: reading the own record, and asking for documents. */
  public static Set<ApiScope> grantable() {
    return EnumSet.of(
        ApiScope.STUDENTS_READ,
        ApiScope.STUDENTS_READ_PERSONAL,
        ApiScope.RESULTS_READ,
        ApiScope.TRANSCRIPTS_READ,
        ApiScope.PLANS_READ,
        ApiScope.DOCUMENTS_REQUEST);
  }

  /**
   * SUB-6. Judges a token.
   *
   * @param name of the program; how the student knows it again
   * @param days it lasts; null where none are given
   * @param others tokens the student has that still work
   */
  public static Verdict judge(String name, Collection<ApiScope> scopes, Integer days, int others) {
    Verdict verdict = Verdict.allowed();
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      verdict = refused("access.own-token.name", "name");
    }
    if (scopes == null || scopes.isEmpty() || !grantable().containsAll(scopes)) {
      verdict = verdict.and(refused("access.subsystem.scopes", "scopes"));
    }
    if (days == null || days < 1 || days > MOST_DAYS) {
      verdict = verdict.and(refused("access.own-token.days", "days", MOST_DAYS));
    }
    return others >= MOST ? verdict.and(refused("access.own-token.many", "name", MOST)) : verdict;
  }

  private static Verdict refused(String code, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "SUB-6", args).at(field));
  }
}
