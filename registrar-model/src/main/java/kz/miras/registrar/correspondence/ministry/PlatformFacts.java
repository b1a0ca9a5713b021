package kz.miras.registrar.correspondence.ministry;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import kz.miras.registrar.achievement.CountedLine;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Reason;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.student.OrderGround;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.StudentStatus;

/**
 * What is known of one thing that is reported, by name, and what follows from it in the words of
 * the platform. Immutable.
 *
 * @param values texts, numbers, days, flags; a missing name is the same as null
 */
public record PlatformFacts(Map<String, Object> values) implements Serializable {

  // what the platform calls the kinds of lines of a transcript
  private static final int PRACTICE = 1;

  private static final int STATE_EXAM = 2;
  private static final int CREDIT = 5;
  private static final int RESEARCH = 6;
  private static final int DIFFERENCE = 7;

  /** Who is moved to the next course, and who is not. */
  private static final int MOVED = 4;

  private static final int NOT_MOVED = 23;

  public Object get(String name) {
    return values.get(name);
  }

  public String text(String name) {
    Object value = values.get(name);
    return value == null ? null : value.toString();
  }

  public boolean flag(String name) {
    Object value = values.get(name);
    return value instanceof Number number
        ? number.intValue() != 0
        : Boolean.parseBoolean(String.valueOf(value));
  }

  /** A day; null where it is not known. */
  public LocalDate day(String name) {
    String value = text(name);
    return value == null ? null : LocalDate.parse(value);
  }

  private int number(String name) {
    return values.get(name) instanceof Number number ? number.intValue() : 0;
  }

  private PlatformFacts with(Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(more);
    return new PlatformFacts(all);
  }

  /** With what follows from them for this type. */
  PlatformFacts told(PlatformType type) {
    return switch (type) {
      case STUDENT -> student().gpa();
      case GRADUATES -> gpa();
      case ORDERS, ORDER_SECTIONS, SECTION_PERSON -> category();
      case COURSE_TRANSFER_ORDER -> gpa().transfer();
      default -> this;
    };
  }

  private PlatformFacts student() {
    StudentStatus status = StudentStatus.valueOf(text("status"));
    PlatformState state = PlatformState.of(status);
    return with(
        Map.of(
            "state", state.status(),
            "is_student", state.student(),
            "course", state.course(number("course_year")),
            "on_leave", status == StudentStatus.ON_LEAVE ? 1 : 0));
  }

  /** GPA of exact points and credits, two decimals (GPA-2); none without credits. */
  private PlatformFacts gpa() {
    int credits = number("gpa_credits");
    if (credits == 0) {
      return this;
    }
    BigDecimal points = new BigDecimal(text("gpa_points"));
    return with(Map.of("gpa", points.divide(BigDecimal.valueOf(credits), 2, RoundingMode.HALF_UP)));
  }

  private PlatformFacts category() {
    String ground = text("ground");
    return ground == null ? this : with(Map.of("category", OrderGround.valueOf(ground).category()));
  }

  private PlatformFacts transfer() {
    return switch (OrderKind.valueOf(text("kind"))) {
      case COURSE_PROMOTION -> with(Map.of("transfer", MOVED));
      case REPEAT_YEAR -> with(Map.of("transfer", NOT_MOVED));
      default -> this;
    };
  }

  /**
   * With a result of a student, as a line of a transcript.
   *
   * @param line the same entry with the answer whether it counts
   */
  public PlatformFacts with(LedgerEntry entry, CountedLine line) {
    Grade grade = entry.result().grade();
    ResultKind kind = entry.result().kind();
    Map<String, Object> told = new HashMap<>();
    told.put("code", entry.discipline().code());
    told.put("name_kk", entry.discipline().name().getKk());
    told.put("name_ru", entry.discipline().name().getRu());
    told.put("name_en", entry.discipline().name().getEn());
    told.put("credits", entry.discipline().credits());
    told.put("subject_type", subjectType(entry));
    told.put("letter", grade.letter() == null ? null : grade.letter().sign());
    told.put("digital", grade.digital().orElse(null));
    told.put("percent", grade.percent());
    told.put("accepted", line.counts() && grade.passes() ? 1 : 0);
    told.put("passed", grade.passes());
    // a number once given is never another's, so what was corrected is told to be no more
    told.put("deleted", line.reason() == Reason.CORRECTED);
    told.put("retaken", kind.isRetake());
    told.put("general_exam", kind == ResultKind.STATE_EXAM || kind == ResultKind.FINAL_ATTESTATION);
    told.put("additional", entry.discipline().additional());
    told.put("coursework", kind == ResultKind.COURSEWORK);
    told.put("additional_type", entry.discipline().additional());
    told.put("outside_gpa", entry.discipline().excludedFromGpa());
    return with(told);
  }

  private int subjectType(LedgerEntry entry) {
    return switch (entry.result().kind()) {
      case PRACTICE -> PRACTICE;
      case STATE_EXAM, FINAL_ATTESTATION -> STATE_EXAM;
      case DIFFERENCE -> DIFFERENCE;
      default -> {
        if ("RESEARCH".equals(text("discipline_kind"))) {
          yield RESEARCH;
        }
        yield entry.result().grade().letter() == null ? CREDIT : 0;
      }
    };
  }
}
