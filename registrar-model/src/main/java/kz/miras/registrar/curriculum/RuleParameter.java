package kz.miras.registrar.curriculum;

import java.io.Serializable;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Every threshold of the credit technology that may differ by year and level, with its default and
 * its legal basis (domain 8). Values live in dated {@link RuleSet}s, never in code.
 */
public enum RuleParameter {
  CREDIT_HOURS("credit.hours", ParameterType.integer(30, 30), "30", Origin.LAW, "O152 п.23"),
  ACADEMIC_HOUR_MINUTES(
      "acadHour.minutes", ParameterType.integer(50, 50), "50", Origin.LAW, "O152 п.2(5)"),
  MIN_CREDITS(
      "subject.minCredits", ParameterType.integer(1, 20), "1", Origin.UNIVERSITY, "O152 п.11"),
  WARN_CREDITS(
      "subject.warnCredits", ParameterType.integer(1, 20), "5", Origin.UNIVERSITY, "O152 п.11"),
  MIN_CONTACT_SHARE(
      "subject.minContactShare",
      ParameterType.decimal("0.30", "1"),
      "0.30",
      Origin.BOUNDED,
      "O152 п.26"),
  PLAN_GENERAL_CREDITS(
      "plan.generalCredits", ParameterType.integer(0, 120), "56", Origin.UNIVERSITY, "ГОСО"),
  PLAN_COMPULSORY_CREDITS(
      "plan.compulsoryCredits", ParameterType.integer(0, 120), "51", Origin.UNIVERSITY, "ГОСО"),
  PLAN_ATTESTATION_CREDITS(
      "plan.attestationCredits", ParameterType.integer(0, 60), "8", Origin.UNIVERSITY, "ГОСО"),
  PLAN_YEAR_CREDITS(
      "plan.yearCredits", ParameterType.integer(1, 120), "60", Origin.UNIVERSITY, "ГОСО"),
  PLAN_TERM_CREDITS(
      "plan.termCredits", ParameterType.integer(1, 60), "30", Origin.UNIVERSITY, "ГОСО"),
  CALENDAR_SEMESTER_WEEKS(
      "calendar.semesterWeeks",
      ParameterType.integer(15, 30),
      "15",
      Origin.BOUNDED,
      "O152 п.2(2), ГОСО"),
  CALENDAR_TRIMESTER_WEEKS(
      "calendar.trimesterWeeks",
      ParameterType.integer(10, 20),
      "10",
      Origin.BOUNDED,
      "O152 п.2(2), ГОСО"),
  CALENDAR_VACATIONS(
      "calendar.vacations", ParameterType.integer(2, 10), "2", Origin.BOUNDED, "O152 п.20"),
  CALENDAR_VACATION_WEEKS(
      "calendar.vacationWeeks", ParameterType.integer(7, 20), "7", Origin.BOUNDED, "O152 п.20"),
  WEIGHT_RATING(
      "grade.weight.rating",
      ParameterType.decimal("0", "1"),
      "0.6",
      Origin.UNIVERSITY,
      "O595 п.40"),
  WEIGHT_EXAM(
      "grade.weight.exam", ParameterType.decimal("0", "1"), "0.4", Origin.UNIVERSITY, "O595 п.40"),
  ADMISSION_THRESHOLD(
      "grade.admissionThreshold",
      ParameterType.integer(0, 100),
      "50",
      Origin.UNIVERSITY,
      "O595 п.40"),
  EXAM_MIN("grade.examMin", ParameterType.integer(0, 100), "50", Origin.UNIVERSITY, "O595 п.40"),
  FAIL_MODE(
      "grade.failMode",
      ParameterType.choice(FailMode.class),
      "EXAM_SCORE",
      Origin.UNIVERSITY,
      "O595 п.40"),
  SUPERSEDE(
      "grade.supersede",
      ParameterType.choice(Supersede.class),
      "LAST",
      Origin.UNIVERSITY,
      "O595 п.48"),
  FX_RETAKES(
      "grade.fxRetakes", ParameterType.integer(0, 1), "1", Origin.BOUNDED, "O152 п.36, O595 п.42"),
  MAX_ATTEMPTS(
      "grade.maxAttempts", ParameterType.integer(1, 10), null, Origin.UNIVERSITY, "O595 п.40"),
  ATTEMPTS_WARN_FROM(
      "grade.attemptsWarnFrom", ParameterType.integer(2, 10), "3", Origin.UNIVERSITY, "O595 п.40"),
  ROUNDING(
      "grade.rounding",
      ParameterType.choice(RoundingMode.class),
      "HALF_UP",
      Origin.UNIVERSITY,
      "O595 п.40"),
  INCOMPLETE_DEADLINE_DAYS(
      "incomplete.deadlineDays",
      ParameterType.integer(0, 365),
      "28",
      Origin.UNIVERSITY,
      "O595 п.40"),
  SHEET_LOCK_HOURS(
      "sheet.lockHours", ParameterType.integer(1, 720), "48", Origin.UNIVERSITY, "O595 п.40"),
  JOURNAL_EDIT_DAYS(
      "journal.editDays", ParameterType.integer(0, 120), "10", Origin.UNIVERSITY, "O595 п.40"),
  EXAM_MAX_PER_DAY(
      "exam.maxPerDay", ParameterType.integer(1, 5), "1", Origin.UNIVERSITY, "O595 п.40"),
  EXAM_MAX_PER_DAY_TEST(
      "exam.maxPerDayTest", ParameterType.integer(1, 5), "2", Origin.UNIVERSITY, "O595 п.40"),
  EXAM_MIN_GAP_DAYS(
      "exam.minGapDays", ParameterType.integer(0, 10), "1", Origin.UNIVERSITY, "O595 п.40"),
  EXAM_PUBLISH_LEAD_DAYS(
      "exam.publishLeadDays", ParameterType.integer(0, 90), "14", Origin.UNIVERSITY, "O595 п.40"),
  APPEAL_WINDOW_WORKING_DAYS(
      "appeal.windowWorkingDays",
      ParameterType.integer(1, 30),
      "1",
      Origin.UNIVERSITY,
      "O595 п.40"),
  APPEAL_DECISION_WORKING_DAYS(
      "appeal.decisionWorkingDays",
      ParameterType.integer(1, 30),
      "1",
      Origin.UNIVERSITY,
      "O595 п.40"),
  APPEAL_QUORUM("appeal.quorum", ParameterType.fraction(), "2/3", Origin.UNIVERSITY, "O595 п.40"),
  APPEAL_ALLOW_LOWER(
      "appeal.allowLower", ParameterType.bool(), "false", Origin.UNIVERSITY, "O595 п.40"),
  APPEAL_RATING_ALLOWED(
      "appeal.ratingAllowed", ParameterType.bool(), "false", Origin.UNIVERSITY, "O595 п.40"),
  GPA_DIGITS("gpa.digits", ParameterType.integer(2, 4), "2", Origin.UNIVERSITY, "O152 п.2(28)"),
  GPA_INCLUDE_FAIL(
      "gpa.includeFail", ParameterType.bool(), "true", Origin.UNIVERSITY, "O152 п.2(28)"),
  PROMOTION_GPA_BASIS(
      "promotion.gpaBasis",
      ParameterType.choice(GpaBasis.class),
      "YEAR",
      Origin.UNIVERSITY,
      "O595 п.40"),
  PROMOTION_THRESHOLDS(
      "promotion.threshold",
      ParameterType.courseTable(),
      null,
      Origin.UNIVERSITY,
      "решение Учёного совета"),
  PROMOTION_DECISION_NUMBER(
      "promotion.decisionNumber",
      ParameterType.text(),
      null,
      Origin.UNIVERSITY,
      "решение Учёного совета"),
  PROMOTION_DECISION_DATE(
      "promotion.decisionDate",
      ParameterType.date(),
      null,
      Origin.UNIVERSITY,
      "решение Учёного совета"),
  PROMOTION_MAX_DEBT_CREDITS(
      "promotion.maxDebtCredits",
      ParameterType.integer(0, 300),
      null,
      Origin.UNIVERSITY,
      "O595 п.40"),
  REG_SOFT_CREDITS(
      "reg.softCredits", ParameterType.integer(1, 90), "30", Origin.UNIVERSITY, "O152 п.31"),
  REG_HARD_CREDITS(
      "reg.hardCredits", ParameterType.integer(1, 90), "36", Origin.UNIVERSITY, "O152 п.31"),
  REG_DEBT_CREDITS(
      "reg.debtCredits", ParameterType.integer(0, 90), "15", Origin.UNIVERSITY, "O152 п.31"),
  REG_MIN_GROUP(
      "reg.minGroup", ParameterType.integer(1, 500), "10", Origin.UNIVERSITY, "O152 п.30"),
  REG_MAX_GROUP(
      "reg.maxGroup", ParameterType.integer(1, 500), "30", Origin.UNIVERSITY, "O152 п.30"),
  REG_MIN_STREAM(
      "reg.minStream", ParameterType.integer(1, 1000), "30", Origin.UNIVERSITY, "O152 п.30"),
  REG_CHANGE_WINDOW_WORKING_DAYS(
      "reg.changeWindowWorkingDays",
      ParameterType.integer(0, 60),
      "5",
      Origin.UNIVERSITY,
      "O152 п.33"),
  SUMMER_MIN_WEEKS(
      "summer.minWeeks", ParameterType.integer(6, 15), "6", Origin.BOUNDED, "O152 п.22"),
  SUMMER_MAX_CREDITS(
      "summer.maxCredits", ParameterType.integer(1, 60), "15", Origin.UNIVERSITY, "O152 п.22"),
  SUMMER_ALLOW_GRADUATING(
      "summer.allowGraduatingCourse", ParameterType.bool(), "false", Origin.LAW, "O152 п.22"),
  SUMMER_FX_RETAKE(
      "summer.fxRetake", ParameterType.bool(), "false", Origin.UNIVERSITY, "O152 п.36"),
  AK_PUBLISH_LEAD_DAYS(
      "ak.publishLeadDays", ParameterType.integer(0, 90), "14", Origin.UNIVERSITY, "O595 п.43"),
  AK_MAX_HOURS_PER_DAY(
      "ak.maxHoursPerDay", ParameterType.integer(1, 12), "6", Origin.UNIVERSITY, "O595 п.43"),
  AK_MIN_MEMBERS(
      "ak.minMembers", ParameterType.integer(3, 30), "5", Origin.UNIVERSITY, "O595 п.43"),
  AK_QUORUM("ak.quorum", ParameterType.fraction(), "2/3", Origin.UNIVERSITY, "O595 п.43"),
  GOS_PUBLISH_LEAD_DAYS(
      "gos.publishLeadDays", ParameterType.integer(0, 90), "14", Origin.UNIVERSITY, "O595 п.40"),
  HONOURS_MIN_GPA(
      "honours.minGpa", ParameterType.decimal("3.5", "3.5"), "3.5", Origin.LAW, "O595 п.50"),
  HONOURS_LETTERS(
      "honours.allowedLetters",
      ParameterType.letters(),
      "A, A-, B+, B, B-, C+",
      Origin.LAW,
      "O595 п.50"),
  HONOURS_FINAL_LETTERS(
      "honours.finalAttestation", ParameterType.letters(), "A, A-", Origin.LAW, "O595 п.50"),
  HONOURS_COMPARE(
      "honours.compare",
      ParameterType.choice(GpaComparison.class),
      "EXACT",
      Origin.UNIVERSITY,
      "O595 п.50"),
  RECOGNITION_NONFORMAL_SHARE(
      "recog.nonformalMaxShare",
      ParameterType.decimal("0", "0.20"),
      "0.20",
      Origin.BOUNDED,
      "O137 п.20"),
  RECOGNITION_LEAD_WORKING_DAYS(
      "recog.leadWorkingDays", ParameterType.integer(0, 60), "10", Origin.UNIVERSITY, "O152 п.40"),
  RECOGNITION_EXPERT_DAYS(
      "recog.expertDays", ParameterType.integer(1, 60), "5", Origin.UNIVERSITY, "O152 п.40"),
  MINISTRY_DEADLINE_WORKING_DAYS(
      "move.epvoDeadlineWorkingDays",
      ParameterType.integer(1, 3),
      "3",
      Origin.BOUNDED,
      "O595 п.31"),
  DIPLOMA_ISSUE_DAYS(
      "diploma.issueCalendarDays",
      ParameterType.integer(1, 30),
      "30",
      Origin.BOUNDED,
      "O47 прил.17 п.29"),
  DIPLOMA_MINISTRY_MONTHS(
      "diploma.epvoMonths", ParameterType.integer(1, 1), "1", Origin.LAW, "O595 п.24"),
  DUPLICATE_WORKING_DAYS(
      "duplicate.workingDays",
      ParameterType.integer(1, 15),
      "15",
      Origin.BOUNDED,
      "O47 прил.16 п.22"),
  TRANSCRIPT_SLA_HOURS(
      "transcript.slaHours",
      ParameterType.integer(1, 720),
      "24",
      Origin.UNIVERSITY,
      "Положение об офисе регистратора"),
  REPORT_EXCUSED_IN_BASE(
      "report.excusedInBase", ParameterType.bool(), "false", Origin.UNIVERSITY, "O152 п.38"),
  QUALITY_MAX_EXCELLENT_SHARE(
      "quality.maxExcellentShare",
      ParameterType.decimal("0", "1"),
      "0.20",
      Origin.UNIVERSITY,
      "СУР 2.21"),
  ARCHIVE_YEARS(
      "archive.issuedDocsYears", ParameterType.integer(1, 100), "30", Origin.UNIVERSITY, "СУР 2.5");

  /** Who may decide the value. */
  public enum Origin {
    /** Fixed by law: shown, never changed. */
    LAW,
    /** The law draws a bound, the university chooses within it. */
    BOUNDED,
    /** Left to the university. */
    UNIVERSITY
  }

  private final String key;
  private final ParameterType type;
  private final String defaultText;
  private final Origin origin;
  private final String basis;

  RuleParameter(String key, ParameterType type, String defaultText, Origin origin, String basis) {
    this.key = key;
    this.type = type;
    this.defaultText = defaultText;
    this.origin = origin;
    this.basis = basis;
  }

  /** Stable key in storage, templates and screens. */
  public String key() {
    return key;
  }

  public ParameterType type() {
    return type;
  }

  /** The proposed value; empty where none is set until the university decides. */
  public Optional<String> defaultText() {
    return Optional.ofNullable(defaultText);
  }

  public Origin origin() {
    return origin;
  }

  /** Whether an administrator may set another value. */
  public boolean isChangeable() {
    return origin != Origin.LAW;
  }

  /** Whether "not set" is a legal value. */
  public boolean isOptional() {
    return defaultText == null;
  }

  /** The act and clause the value rests on. */
  public String basis() {
    return basis;
  }

  /** Reads a stored text, see {@link ParameterType}. */
  Serializable read(String text) {
    return type.read(text);
  }

  /** The parameter of a key. */
  public static Optional<RuleParameter> ofKey(String key) {
    for (RuleParameter parameter : values()) {
      if (parameter.key.equals(key)) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }
}
