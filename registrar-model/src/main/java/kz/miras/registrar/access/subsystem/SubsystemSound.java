package kz.miras.registrar.access.subsystem;

import java.io.Serializable;
import java.util.Set;
import java.util.regex.Pattern;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** SUB-1, SUB-3. What a subsystem must have before it is registered, and to be blocked. */
public final class SubsystemSound {

  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_CONTACT = 200;
  private static final int LONGEST_REASON = 500;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+");

  private SubsystemSound() {}

  /**
   * A subsystem as it is typed.
   *
   * @param contactName who answers for it
   * @param scopes what it is to be let do
   */
  public record Description(
      String nameKk,
      String nameRu,
      String nameEn,
      String contactName,
      String contactEmail,
      Set<ApiScope> scopes)
      implements Serializable {
    public Description {
      scopes = scopes == null ? Set.of() : Set.copyOf(scopes);
    }
  }

  /** SUB-1. Judges a subsystem. */
  public static Verdict description(Description typed) {
    Verdict verdict =
        name(typed.nameKk(), "name_kk")
            .and(name(typed.nameRu(), "name_ru"))
            .and(name(typed.nameEn(), "name_en"));
    if (blank(typed.contactName()) || typed.contactName().length() > LONGEST_CONTACT) {
      verdict = verdict.and(refused("access.subsystem.contact", "SUB-1", "contact_name"));
    }
    if (blank(typed.contactEmail())
        || typed.contactEmail().length() > LONGEST_CONTACT
        || !EMAIL.matcher(typed.contactEmail().strip()).matches()) {
      verdict = verdict.and(refused("access.partner.email", "SUB-1", "contact_email"));
    }
    return typed.scopes().isEmpty()
        ? verdict.and(refused("access.subsystem.scopes", "SUB-1", "scopes"))
        : verdict;
  }

  private static Verdict name(String name, String field) {
    return blank(name) || name.length() > LONGEST_NAME
        ? refused("access.partner.name", "SUB-1", field)
        : Verdict.allowed();
  }

  /**
   * SUB-1. May the subsystem have this account?
   *
   * @param program whether it is an account of a subsystem
   * @param taken whether another subsystem has it
   */
  public static Verdict account(boolean program, boolean taken) {
    if (!program) {
      return refused("access.subsystem.account-kind", "SUB-1", "login");
    }
    return taken ? refused("access.subsystem.account-taken", "SUB-1", "login") : Verdict.allowed();
  }

  /** SUB-3. Judges the reason for blocking a subsystem, or for letting it in again. */
  public static Verdict reason(String reason) {
    return blank(reason) || reason.length() > LONGEST_REASON
        ? refused("access.reason-missing", "SUB-3", "reason")
        : Verdict.allowed();
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static Verdict refused(String code, String rule, String field) {
    return Verdict.refused(Refusal.of(code, rule).at(field));
  }
}
