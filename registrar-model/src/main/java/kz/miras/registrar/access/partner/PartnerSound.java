package kz.miras.registrar.access.partner;

import java.io.Serializable;
import java.util.regex.Pattern;
import kz.miras.registrar.shared.Bin;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** PRT-1, PRT-11. What a partner must have before it is registered, and to be stopped. */
public final class PartnerSound {

  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_CONTACT = 200;
  private static final int LONGEST_PHONE = 64;
  private static final int LONGEST_REASON = 500;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+");

  private PartnerSound() {}

  /**
   * An organisation as it is typed.
   *
   * @param bin business identification number; empty for organisations abroad
   */
  public record Organisation(
      String bin,
      String nameKk,
      String nameRu,
      String nameEn,
      String contactName,
      String contactEmail,
      String contactPhone)
      implements Serializable {}

  /** PRT-1. Judges an organisation. */
  public static Verdict organisation(Organisation typed) {
    Verdict verdict = Verdict.allowed();
    if (!blank(typed.bin()) && !Bin.judge(typed.bin().strip()).isAllowed()) {
      verdict = verdict.and(refused("access.partner.bin", "PRT-1", "bin"));
    }
    verdict = verdict.and(name(typed.nameKk(), "name_kk"));
    verdict = verdict.and(name(typed.nameRu(), "name_ru"));
    verdict = verdict.and(name(typed.nameEn(), "name_en"));
    if (blank(typed.contactName()) || typed.contactName().length() > LONGEST_CONTACT) {
      verdict = verdict.and(refused("access.partner.contact", "PRT-1", "contact_name"));
    }
    if (blank(typed.contactEmail())
        || typed.contactEmail().length() > LONGEST_CONTACT
        || !EMAIL.matcher(typed.contactEmail().strip()).matches()) {
      verdict = verdict.and(refused("access.partner.email", "PRT-1", "contact_email"));
    }
    return typed.contactPhone() != null && typed.contactPhone().length() > LONGEST_PHONE
        ? verdict.and(refused("access.partner.phone", "PRT-1", "contact_phone"))
        : verdict;
  }

  private static Verdict name(String name, String field) {
    return blank(name) || name.length() > LONGEST_NAME
        ? refused("access.partner.name", "PRT-1", field)
        : Verdict.allowed();
  }

  /**
   * PRT-1. May the partner have this account?
   *
   * @param partners whether it is an account of a partner
   * @param taken whether another partner has it
   */
  public static Verdict account(boolean partners, boolean taken) {
    if (!partners) {
      return refused("access.partner.account-kind", "PRT-1", "login");
    }
    return taken ? refused("access.partner.account-taken", "PRT-1", "login") : Verdict.allowed();
  }

  /**
   * PRT-1. May the partner have this BIN?
   *
   * @param taken whether another partner has it
   */
  public static Verdict bin(boolean taken) {
    return taken ? refused("access.partner.bin-taken", "PRT-1", "bin") : Verdict.allowed();
  }

  /** PRT-11. Judges the reason for stopping a partner, or for letting it in again. */
  public static Verdict reason(String reason) {
    return blank(reason) || reason.length() > LONGEST_REASON
        ? refused("access.reason-missing", "PRT-11", "reason")
        : Verdict.allowed();
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static Verdict refused(String code, String rule, String field) {
    return Verdict.refused(Refusal.of(code, rule).at(field));
  }
}
