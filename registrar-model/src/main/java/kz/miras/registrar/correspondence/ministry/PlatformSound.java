package kz.miras.registrar.correspondence.ministry;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.shared.Iin;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Sex;
import kz.miras.registrar.shared.Verdict;

/**
 * GOV-3 to GOV-8, GOV-17. What the platform would refuse or lose of a record, told before it is
 * sent, each finding by the field it is about. A refusal blocks the record, a warning does not.
 */
public final class PlatformSound {

  /** Kazakhstan in the dictionary of countries. */
  private static final long KAZAKHSTAN = 113;

  private static final int CREDIT = 5;
  private static final int PRACTICE = 1;
  private static final int STATE_EXAM = 2;
  private static final Set<String> MARKS = Set.of("alphaMark", "numeralMark", "totalMark");
  private static final Set<String> LEAVING = Set.of("EXPULSION", "TRANSFER_OUT", "GRADUATION");

  private PlatformSound() {}

  /**
   * All findings of a record.
   *
   * @param mapped with what is carried over from the platform, where it is known
   * @param today the day it would be sent on
   */
  public static Verdict judge(PlatformMapping.Mapped mapped, LocalDate today) {
    PlatformRecord record = mapped.record();
    Verdict verdict = mapped.verdict();
    for (PlatformField field : PlatformFields.of(record.type())) {
      if (field.isKept()) {
        verdict = verdict.and(field(record, field, mapped.verdict()));
      }
    }
    verdict = verdict.and(thereOnly(record));
    return switch (record.type()) {
      case STUDENT, GRADUATES -> verdict.and(person(record, mapped.facts()));
      case ORDERS -> verdict.and(order(mapped.facts(), today));
      case SECTION_PERSON -> verdict.and(movement(mapped.facts(), today));
      case TRANSCRIPT, DELETED_TRANSCRIPT -> verdict.and(result(record));
      default -> verdict;
    };
  }

  /** GOV-3, GOV-4. A field by its own rules. */
  private static Verdict field(PlatformRecord record, PlatformField field, Verdict mapped) {
    Object value = record.get(field.name());
    if (value == null) {
      boolean told = mapped.refusals().stream().anyMatch(r -> r.field().equals(field.name()));
      return field.mandatory() && !told && !isLeftOut(record, field)
          ? refused("ministry.finding.missing", "GOV-3", field)
          : Verdict.allowed();
    }
    return switch (field.kind()) {
      case INT ->
          isWhole(value) ? Verdict.allowed() : refused("ministry.finding.int", "GOV-4", field);
      case TEXT -> length(field, value.toString());
      case DATE ->
          isDay(value) ? Verdict.allowed() : refused("ministry.finding.date", "GOV-4", field);
      case DEC ->
          value instanceof BigDecimal || value instanceof Number
              ? Verdict.allowed()
              : refused("ministry.finding.int", "GOV-4", field);
      case FLAG -> Verdict.allowed();
    };
  }

  /** GOV-17. What is not kept here is there already, where the platform demands it. */
  private static Verdict thereOnly(PlatformRecord record) {
    List<String> missing =
        PlatformFields.of(record.type()).stream()
            .filter(field -> field.mandatory() && !field.isKept())
            .map(PlatformField::name)
            .filter(name -> record.get(name) == null)
            .toList();
    return missing.isEmpty()
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("ministry.finding.there-only", "GOV-17", String.join(", ", missing))
                .at(missing.get(0)));
  }

  /** A credit without a letter has no marks. */
  private static boolean isLeftOut(PlatformRecord record, PlatformField field) {
    return MARKS.contains(field.name())
        && record.get("type") instanceof Number type
        && type.intValue() != 0
        && record.get("alphaMark") == null
        && Boolean.TRUE.equals(record.get("isPassed"));
  }

  private static boolean isWhole(Object value) {
    return value instanceof Number number && number.longValue() == number.intValue();
  }

  private static boolean isDay(Object value) {
    try {
      return LocalDate.parse(value.toString()).toString().equals(value);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Verdict length(PlatformField field, String text) {
    if (text.isBlank()) {
      return refused("ministry.finding.blank", "GOV-4", field);
    }
    return field.longest() > 0 && text.length() > field.longest()
        ? Verdict.refused(
            Refusal.of(
                    "ministry.finding.long", "GOV-4", field.name(), text.length(), field.longest())
                .at(field.name()))
        : Verdict.allowed();
  }

  /** GOV-5. The number of a citizen is there, right, and speaks of the sex and birth date. */
  private static Verdict person(PlatformRecord record, PlatformFacts facts) {
    Object number = record.get("iin");
    boolean citizen = Long.valueOf(KAZAKHSTAN).equals(record.get("sitizenshipId"));
    if (number == null) {
      return citizen ? at("ministry.finding.iin-missing", "GOV-5", "iin") : Verdict.allowed();
    }
    if (!Iin.judge(number.toString()).isAllowed()) {
      return at("ministry.finding.iin-wrong", "GOV-5", "iin");
    }
    boolean exempt = !citizen || facts.flag("iin_confirmed") || facts.text("sex") == null;
    Iin iin = Iin.parse(number.toString());
    boolean differs =
        !iin.against(facts.day("birth_date"), exempt ? null : Sex.valueOf(facts.text("sex")))
            .warnings()
            .isEmpty();
    return !exempt && differs
        ? at("ministry.finding.iin-differs", "GOV-5", "iin")
        : Verdict.allowed();
  }

  /** GOV-7. The platform moves nobody by an order of tomorrow. */
  private static Verdict order(PlatformFacts facts, LocalDate today) {
    LocalDate signed = facts.day("signed_on");
    return signed != null && signed.isAfter(today)
        ? Verdict.refused(
            Refusal.of("ministry.finding.order-future", "GOV-7", signed).at("orderDate"))
        : Verdict.allowed();
  }

  private static Verdict movement(PlatformFacts facts, LocalDate today) {
    LocalDate moved = facts.day("effective_on");
    boolean leaves = LEAVING.contains(String.valueOf(facts.text("kind")));
    return leaves && moved != null && moved.isAfter(today)
        ? Verdict.refused(
            Refusal.of("ministry.finding.move-future", "GOV-7", moved).at("movementDate"))
        : Verdict.allowed();
  }

  /** GOV-8. A result has a percentage of 0 to 100 and credits; what the platform adds is noted. */
  private static Verdict result(PlatformRecord record) {
    Verdict verdict = Verdict.allowed();
    if (record.get("totalMark") instanceof Number mark
        && (mark.doubleValue() < 0 || mark.doubleValue() > 100)) {
      verdict = verdict.and(at("ministry.finding.percent", "GOV-8", "totalMark"));
    }
    if (record.get("credits") instanceof Number credits && credits.doubleValue() <= 0) {
      verdict = verdict.and(at("ministry.finding.credits", "GOV-8", "credits"));
    }
    int type = record.get("type") instanceof Number number ? number.intValue() : CREDIT;
    if (type == STATE_EXAM && record.get("hash") == null) {
      verdict = verdict.and(noted("ministry.finding.hash", "GOV-8", "hash"));
    }
    if (type == PRACTICE && record.get("groupTypeId") == null) {
      verdict = verdict.and(noted("ministry.finding.practice", "GOV-8", "groupTypeId"));
    }
    return verdict;
  }

  private static Verdict refused(String code, String rule, PlatformField field) {
    return Verdict.refused(Refusal.of(code, rule, field.name()).at(field.name()));
  }

  private static Verdict at(String code, String rule, String field) {
    return Verdict.refused(Refusal.of(code, rule).at(field));
  }

  private static Verdict noted(String code, String rule, String field) {
    return Verdict.warning(Refusal.of(code, rule).at(field));
  }
}
