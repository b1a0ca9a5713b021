package kz.miras.registrar.curriculum;

import static kz.miras.registrar.curriculum.ParameterType.bool;
import static kz.miras.registrar.curriculum.ParameterType.choice;
import static kz.miras.registrar.curriculum.ParameterType.courseTable;
import static kz.miras.registrar.curriculum.ParameterType.date;
import static kz.miras.registrar.curriculum.ParameterType.decimal;
import static kz.miras.registrar.curriculum.ParameterType.fraction;
import static kz.miras.registrar.curriculum.ParameterType.integer;
import static kz.miras.registrar.curriculum.ParameterType.letters;
import static kz.miras.registrar.curriculum.ParameterType.rounding;
import static kz.miras.registrar.curriculum.ParameterType.text;
import static kz.miras.registrar.curriculum.RuleParameter.Origin.BOUNDED;
import static kz.miras.registrar.curriculum.RuleParameter.Origin.LAW;
import static kz.miras.registrar.curriculum.RuleParameter.Origin.UNIVERSITY;

import java.io.Serializable;
import java.util.Optional;

/**
 * Every threshold of the credit technology that may differ by year and level, with its default and
 * its legal basis (domain 8). Values live in dated {@link RuleSet}s, never in code.
 */
public enum RuleParameter {
  CREDIT_HOURS("credit.hours", integer(30, 30), "30", LAW, "O152 п.23"),
  ACADEMIC_HOUR_MINUTES("acadHour.minutes", integer(50, 50), "50", LAW, "O152 п.2(5)"),
  MIN_CREDITS("subject.minCredits", integer(1, 20), "1", UNIVERSITY, "O152 п.11"),
  WARN_CREDITS("subject.warnCredits", integer(1, 20), "5", UNIVERSITY, "O152 п.11"),
  MIN_CONTACT_SHARE("subject.minContactShare", decimal("0.30", "1"), "0.30", BOUNDED, "O152 п.26"),
  PLAN_GENERAL_CREDITS("plan.generalCredits", integer(0, 120), "56", UNIVERSITY, "ГОСО"),
  PLAN_COMPULSORY_CREDITS("plan.compulsoryCredits", integer(0, 120), "51", UNIVERSITY, "ГОСО"),
  PLAN_ATTESTATION_CREDITS("plan.attestationCredits", integer(0, 60), "8", UNIVERSITY, "ГОСО"),
  PLAN_YEAR_CREDITS("plan.yearCredits", integer(1, 120), "60", UNIVERSITY, "ГОСО"),
  PLAN_TERM_CREDITS("plan.termCredits", integer(1, 60), "30", UNIVERSITY, "ГОСО"),
  CALENDAR_SEMESTER_WEEKS(
      "calendar.semesterWeeks", integer(15, 30), "15", BOUNDED, "O152 п.2(2), ГОСО"),
  CALENDAR_TRIMESTER_WEEKS(
      "calendar.trimesterWeeks", integer(10, 20), "10", BOUNDED, "O152 п.2(2), ГОСО"),
  CALENDAR_VACATIONS("calendar.vacations", integer(2, 10), "2", BOUNDED, "O152 п.20"),
  CALENDAR_VACATION_WEEKS("calendar.vacationWeeks", integer(7, 20), "7", BOUNDED, "O152 п.20"),
  WEIGHT_RATING("grade.weight.rating", decimal("0", "1"), "0.6", UNIVERSITY, "O595 п.40"),
  WEIGHT_EXAM("grade.weight.exam", decimal("0", "1"), "0.4", UNIVERSITY, "O595 п.40"),
  WEIGHT_CURRENT_CONTROL(
      "grade.weight.currentControl", decimal("0", "1"), "0.5", UNIVERSITY, "O595 п.40"),
  WEIGHT_FIRST_PERIOD(
      "grade.weight.firstPeriod", decimal("0", "1"), "0.5", UNIVERSITY, "O595 п.40"),
  EXCUSED_PERIOD(
      "grade.excusedPeriod", choice(ExcusedPeriod.class), "INDIVIDUAL", UNIVERSITY, "O595 п.40"),
  MISSED_WEEK("grade.missedWeek", choice(MissedWeek.class), "ZERO", UNIVERSITY, "O595 п.40"),
  ADMISSION_THRESHOLD("grade.admissionThreshold", integer(0, 100), "50", UNIVERSITY, "O595 п.40"),
  EXAM_MIN("grade.examMin", integer(0, 100), "50", UNIVERSITY, "O595 п.40"),
  FAIL_MODE("grade.failMode", choice(FailMode.class), "EXAM_SCORE", UNIVERSITY, "O595 п.40"),
  SUPERSEDE("grade.supersede", choice(Supersede.class), "LAST", UNIVERSITY, "O595 п.48"),
  FX_RETAKES("grade.fxRetakes", integer(0, 1), "1", BOUNDED, "O152 п.36, O595 п.42"),
  EXEMPTION_EARNS_CREDITS(
      "exemption.earnsCredits", bool(), "false", UNIVERSITY, "решение Учёного совета"),
  FX_PAID("fx.paid", bool(), "false", UNIVERSITY, "O152 п.36"),
  FX_OTHER_EXAMINER("fx.otherExaminer", bool(), "false", UNIVERSITY, "O152 п.36"),
  MAX_ATTEMPTS("grade.maxAttempts", integer(1, 10), null, UNIVERSITY, "O595 п.40"),
  ATTEMPTS_WARN_FROM("grade.attemptsWarnFrom", integer(2, 10), "3", UNIVERSITY, "O595 п.40"),
  ROUNDING("grade.rounding", rounding(), "HALF_UP", UNIVERSITY, "O595 п.40"),
  INCOMPLETE_DEADLINE_DAYS(
      "incomplete.deadlineDays", integer(0, 365), "28", UNIVERSITY, "O595 п.40"),
  INCOMPLETE_NOTICE_DAYS("incomplete.noticeDays", integer(0, 60), "7", UNIVERSITY, "O595 п.40"),
  EXCUSE_WORKING_DAYS("exam.excuseWorkingDays", integer(0, 30), "3", UNIVERSITY, "O595 п.40"),
  INDIVIDUAL_DECISION_WORKING_DAYS(
      "individual.decisionWorkingDays", integer(1, 30), "2", UNIVERSITY, "O595 п.40"),
  SHEET_LOCK_HOURS("sheet.lockHours", integer(1, 720), "48", UNIVERSITY, "O595 п.40"),
  SHEET_REMINDER_DAYS_BEFORE(
      "sheet.reminderDaysBefore", integer(0, 30), "1", UNIVERSITY, "O595 п.40"),
  SHEET_REMINDER_DAYS_AFTER(
      "sheet.reminderDaysAfter", integer(0, 90), "7", UNIVERSITY, "O595 п.40"),
  SHEET_REMINDER_HOUR_FROM("sheet.reminderHourFrom", integer(0, 23), "8", UNIVERSITY, "O595 п.40"),
  SHEET_REMINDER_HOUR_UNTIL(
      "sheet.reminderHourUntil", integer(1, 24), "20", UNIVERSITY, "O595 п.40"),
  SHEET_SCAN_WORKING_DAYS("sheet.scanWorkingDays", integer(0, 60), "5", UNIVERSITY, "O595 п.40"),
  CONTROL_USUAL_DAYS("control.usualDays", integer(1, 120), "14", UNIVERSITY, "O595 п.40"),
  JOURNAL_EDIT_DAYS("journal.editDays", integer(0, 120), "10", UNIVERSITY, "O595 п.40"),
  EXAM_MAX_PER_DAY("exam.maxPerDay", integer(1, 5), "1", UNIVERSITY, "O595 п.40"),
  EXAM_MAX_PER_DAY_TEST("exam.maxPerDayTest", integer(1, 5), "2", UNIVERSITY, "O595 п.40"),
  EXAM_MIN_GAP_DAYS("exam.minGapDays", integer(0, 10), "1", UNIVERSITY, "O595 п.40"),
  EXAM_USUAL_MINUTES("exam.usualMinutes", integer(10, 720), "100", UNIVERSITY, "O595 п.40"),
  EXAM_PUBLISH_LEAD_DAYS("exam.publishLeadDays", integer(0, 90), "14", UNIVERSITY, "O595 п.40"),
  EXAM_FINANCIAL_BLOCK("exam.financialBlock", bool(), "false", UNIVERSITY, "O595 п.40"),
  EXAM_ANNUL_MONTHS("exam.annulMonths", integer(0, 12), "1", UNIVERSITY, "O595 п.40"),
  INCIDENT_WITNESSES("exam.incidentWitnesses", integer(1, 10), "2", UNIVERSITY, "O595 п.40"),
  APPEAL_WINDOW_WORKING_DAYS(
      "appeal.windowWorkingDays", integer(1, 30), "1", UNIVERSITY, "O595 п.40"),
  APPEAL_DECISION_WORKING_DAYS(
      "appeal.decisionWorkingDays", integer(1, 30), "1", UNIVERSITY, "O595 п.40"),
  // never shorter than the longest term with all its holidays: what may be appealed is listed
  APPEAL_LISTED_DAYS("appeal.listedDays", integer(60, 366), "60", UNIVERSITY, "O595 п.40"),
  APPEAL_MIN_VOTERS("appeal.minVoters", integer(3, 7), "3", UNIVERSITY, "O595 п.40"),
  APPEAL_QUORUM("appeal.quorum", fraction(), "2/3", UNIVERSITY, "O595 п.40"),
  APPEAL_ALLOW_LOWER("appeal.allowLower", bool(), "false", UNIVERSITY, "O595 п.40"),
  APPEAL_RATING_ALLOWED("appeal.ratingAllowed", bool(), "false", UNIVERSITY, "O595 п.40"),
  GPA_DIGITS("gpa.digits", integer(2, 4), "2", UNIVERSITY, "O152 п.2(28)"),
  GPA_INCLUDE_FAIL("gpa.includeFail", bool(), "true", UNIVERSITY, "O152 п.2(28)"),
  PROMOTION_GPA_BASIS(
      "promotion.gpaBasis", choice(GpaBasis.class), "YEAR", UNIVERSITY, "O595 п.40"),
  PROMOTION_THRESHOLDS(
      "promotion.threshold", courseTable(), null, UNIVERSITY, "решение Учёного совета"),
  PROMOTION_DECISION_NUMBER(
      "promotion.decisionNumber", text(), null, UNIVERSITY, "решение Учёного совета"),
  PROMOTION_DECISION_DATE(
      "promotion.decisionDate", date(), null, UNIVERSITY, "решение Учёного совета"),
  PROMOTION_MAX_DEBT_CREDITS(
      "promotion.maxDebtCredits", integer(0, 300), null, UNIVERSITY, "O595 п.40"),
  REG_SOFT_CREDITS("reg.softCredits", integer(1, 90), "30", UNIVERSITY, "O152 п.31"),
  REG_HARD_CREDITS("reg.hardCredits", integer(1, 90), "36", UNIVERSITY, "O152 п.31"),
  REG_DEBT_CREDITS("reg.debtCredits", integer(0, 90), "15", UNIVERSITY, "O152 п.31"),
  REG_MIN_CREDITS("reg.minCredits", integer(0, 90), "20", UNIVERSITY, "O152 п.31"),
  REG_LOW_GPA("reg.lowGpa", decimal("0", "4"), null, UNIVERSITY, "O152 п.31"),
  REG_LOW_GPA_CREDITS("reg.lowGpaCredits", integer(1, 90), "24", UNIVERSITY, "O152 п.31"),
  REG_FINANCIAL_HOLDS("reg.financialHolds", bool(), "false", UNIVERSITY, "O152 п.31"),
  REG_LANGUAGE("reg.language", choice(Strictness.class), "WARN", UNIVERSITY, "O152 п.31"),
  REG_WAITING_ORDER(
      "reg.waitingOrder", choice(WaitingOrder.class), "TIME", UNIVERSITY, "O152 п.30"),
  REG_ADVISER_WORKING_DAYS(
      "reg.adviserWorkingDays", integer(1, 30), "3", UNIVERSITY, "O152 п.2(14)"),
  REG_RETURNED_SEAT_WORKING_DAYS(
      "reg.returnedSeatWorkingDays", integer(1, 30), "2", UNIVERSITY, "O152 п.31"),
  REG_DEAN_SIGNS("reg.deanSigns", bool(), "false", UNIVERSITY, "O152 п.10"),
  REG_MIN_GROUP("reg.minGroup", integer(1, 500), "10", UNIVERSITY, "O152 п.30"),
  REG_MAX_GROUP("reg.maxGroup", integer(1, 500), "30", UNIVERSITY, "O152 п.30"),
  REG_MIN_STREAM("reg.minStream", integer(1, 1000), "30", UNIVERSITY, "O152 п.30"),
  REG_CHANGE_WINDOW_WORKING_DAYS(
      "reg.changeWindowWorkingDays", integer(0, 60), "5", UNIVERSITY, "O152 п.33"),
  PAY_EXPIRY_WORKING_DAYS(
      "pay.expiryWorkingDays", integer(1, 60), "5", UNIVERSITY, "договор, приказ о стоимости"),
  PAY_GRACE_WORKING_DAYS(
      "pay.graceWorkingDays", integer(0, 30), "1", UNIVERSITY, "договор, приказ о стоимости"),
  SUMMER_MIN_WEEKS("summer.minWeeks", integer(6, 15), "6", BOUNDED, "O152 п.22"),
  SUMMER_MAX_CREDITS("summer.maxCredits", integer(1, 60), "15", UNIVERSITY, "O152 п.22"),
  SUMMER_ALLOW_GRADUATING("summer.allowGraduatingCourse", bool(), "false", LAW, "O152 п.22"),
  SUMMER_FX_RETAKE("summer.fxRetake", bool(), "false", UNIVERSITY, "O152 п.36"),
  SUMMER_AGREED("summer.agreed", bool(), "false", UNIVERSITY, "O152 п.22"),
  SUMMER_ABSENCE_SHARE("summer.absenceShare", integer(0, 100), "20", UNIVERSITY, "O152 п.22"),
  AK_PUBLISH_LEAD_DAYS("ak.publishLeadDays", integer(0, 90), "14", UNIVERSITY, "O595 п.43"),
  AK_MAX_HOURS_PER_DAY("ak.maxHoursPerDay", integer(1, 12), "6", UNIVERSITY, "O595 п.43"),
  AK_MIN_MEMBERS("ak.minMembers", integer(3, 30), "5", UNIVERSITY, "O595 п.43"),
  AK_QUORUM("ak.quorum", fraction(), "2/3", UNIVERSITY, "O595 п.43"),
  AK_ADMISSION_LEAD_DAYS("ak.admissionLeadDays", integer(0, 90), "14", UNIVERSITY, "O595 п.43"),
  GOS_PUBLISH_LEAD_DAYS("gos.publishLeadDays", integer(0, 90), "14", UNIVERSITY, "O595 п.40"),
  HONOURS_MIN_GPA("honours.minGpa", decimal("3.5", "3.5"), "3.5", LAW, "O595 п.50"),
  HONOURS_LETTERS("honours.allowedLetters", letters(), "A, A-, B+, B, B-, C+", LAW, "O595 п.50"),
  HONOURS_FINAL_LETTERS("honours.finalAttestation", letters(), "A, A-", LAW, "O595 п.50"),
  HONOURS_COMPARE("honours.compare", choice(GpaComparison.class), "EXACT", UNIVERSITY, "O595 п.50"),
  STIPEND_LETTERS(
      "stipend.letters",
      letters(),
      "A, A-, B+, B, B-, C+",
      UNIVERSITY,
      "Правила назначения стипендий"),
  STIPEND_FULL_TIME_ONLY(
      "stipend.fullTimeOnly", bool(), "true", UNIVERSITY, "Правила назначения стипендий"),
  STIPEND_MAX_DEBT_CREDITS(
      "stipend.maxDebtCredits", integer(0, 60), "0", UNIVERSITY, "Правила назначения стипендий"),
  STIPEND_SESSION_DAYS(
      "stipend.sessionDays", integer(0, 180), "60", UNIVERSITY, "Правила назначения стипендий"),
  STIPEND_PRESIDENTIAL_LETTERS("stipend.presidentialLetters", letters(), "A, A-", LAW, "O136 п.6"),
  STIPEND_PRESIDENTIAL_COURSE("stipend.presidentialCourse", integer(3, 3), "3", LAW, "O136 п.6"),
  STIPEND_PRESIDENTIAL_COURSE_MASTER(
      "stipend.presidentialCourseMaster", integer(2, 2), "2", LAW, "O136 п.6"),
  RECOGNITION_NONFORMAL_SHARE(
      "recog.nonformalMaxShare", decimal("0", "0.20"), "0.20", BOUNDED, "O137 п.20"),
  RECOGNITION_LEAD_WORKING_DAYS(
      "recog.leadWorkingDays", integer(0, 60), "10", UNIVERSITY, "O152 п.40"),
  RECOGNITION_EXPERT_DAYS("recog.expertDays", integer(1, 60), "5", UNIVERSITY, "O152 п.40"),
  MINISTRY_DEADLINE_WORKING_DAYS(
      "move.epvoDeadlineWorkingDays", integer(1, 3), "3", BOUNDED, "O595 п.31"),
  DIPLOMA_ISSUE_DAYS(
      "diploma.issueCalendarDays", integer(1, 30), "30", BOUNDED, "O47 прил.17 п.29"),
  DIPLOMA_MINISTRY_MONTHS("diploma.epvoMonths", integer(1, 1), "1", LAW, "O595 п.24"),
  DUPLICATE_WORKING_DAYS(
      "duplicate.workingDays", integer(1, 15), "15", BOUNDED, "O47 прил.16 п.22"),
  TRANSCRIPT_SLA_HOURS("transcript.slaHours", integer(1, 720), "24", UNIVERSITY, Acts.REGULATION),
  CONSULT_LEAD_HOURS("consult.leadHours", integer(0, 72), "2", UNIVERSITY, Acts.REGULATION),
  CONSULT_AHEAD_DAYS("consult.aheadDays", integer(1, 90), "14", UNIVERSITY, Acts.REGULATION),
  CONSULT_CANCEL_HOURS("consult.cancelHours", integer(0, 72), "3", UNIVERSITY, Acts.REGULATION),
  CONSULT_MAX_BOOKINGS("consult.maxBookings", integer(1, 20), "2", UNIVERSITY, Acts.REGULATION),
  CONSULT_MAX_QUESTIONS("consult.maxQuestions", integer(1, 50), "5", UNIVERSITY, Acts.REGULATION),
  CONSULT_ANSWER_WORKING_DAYS(
      "consult.answerWorkingDays", integer(1, 30), "3", UNIVERSITY, Acts.REGULATION),
  CONSULT_RECORD_WORKING_DAYS(
      "consult.recordWorkingDays", integer(0, 30), "1", UNIVERSITY, Acts.REGULATION),
  CONSULT_SERIES_DAYS("consult.seriesDays", integer(1, 366), "180", UNIVERSITY, Acts.REGULATION),
  REPORT_EXCUSED_IN_BASE("report.excusedInBase", bool(), "false", UNIVERSITY, "O152 п.38"),
  REPORT_MIN_STUDENTS(
      "report.minStudents", integer(1, 50), "3", UNIVERSITY, "О персональных данных"),
  QUALITY_MAX_EXCELLENT_SHARE(
      "quality.maxExcellentShare", decimal("0", "1"), "0.20", UNIVERSITY, "СУР 2.21"),
  DISTRIBUTION_YEARS("distribution.years", integer(1, 10), "5", UNIVERSITY, "O152 п.38"),
  INTEGRITY_MIN_ROWS("integrity.minRows", integer(2, 100), "10", UNIVERSITY, "O152 п.38"),
  INTEGRITY_SPREAD("integrity.spread", integer(0, 50), "5", UNIVERSITY, "O152 п.38"),
  INTEGRITY_SPREAD_SHARE(
      "integrity.spreadShare", decimal("0.5", "1"), "0.90", UNIVERSITY, "O152 п.38"),
  INTEGRITY_ABOVE_PASS("integrity.abovePass", integer(0, 10), "2", UNIVERSITY, "O152 п.38"),
  INTEGRITY_SHARE("integrity.share", decimal("0.01", "1"), "0.30", UNIVERSITY, "O152 п.38"),
  INTEGRITY_GAP("integrity.gap", integer(1, 100), "30", UNIVERSITY, "O152 п.38"),
  INTEGRITY_LATE_DAYS("integrity.lateDays", integer(0, 365), "30", UNIVERSITY, "O152 п.38"),
  INTEGRITY_REPEATS("integrity.repeats", integer(2, 50), "3", UNIVERSITY, "O152 п.38"),
  INTEGRITY_MONTHS("integrity.months", integer(1, 36), "12", UNIVERSITY, "O152 п.38"),
  INTEGRITY_BELOW_BORDER("integrity.belowBorder", integer(1, 20), "2", UNIVERSITY, "O152 п.38"),
  RISK_RATING("risk.rating", integer(1, 100), "50", UNIVERSITY, "O152 п.38"),
  RISK_ABSENCES("risk.absences", integer(1, 500), "20", UNIVERSITY, "O152 п.38"),
  RISK_DEBT_CREDITS("risk.debtCredits", integer(1, 300), "10", UNIVERSITY, "O152 п.38"),
  RISK_GPA_MARGIN("risk.gpaMargin", decimal("0", "2"), "0.20", UNIVERSITY, "O152 п.38"),
  RISK_FAILURES("risk.failures", integer(2, 10), "2", UNIVERSITY, "O152 п.38"),
  LETTER_APPEAL_WORKING_DAYS("letter.appealDays", integer(1, 15), "15", BOUNDED, "АППК ст.76"),
  LETTER_ENQUIRY_WORKING_DAYS(
      "letter.enquiryDays", integer(1, 30), "5", UNIVERSITY, Acts.REGULATION),
  LETTER_REMINDER_WORKING_DAYS(
      "letter.reminderDays", integer(0, 10), "2", UNIVERSITY, Acts.REGULATION),
  EXCHANGE_COMPARE_DAYS("exchange.compareDays", integer(0, 31), "7", UNIVERSITY, Acts.REGULATION),
  EXCHANGE_COMPARE_HOUR("exchange.compareHour", integer(0, 23), "3", UNIVERSITY, Acts.REGULATION),
  ARCHIVE_YEARS("archive.issuedDocsYears", integer(1, 100), "30", UNIVERSITY, "СУР 2.5");

  /** Acts that many parameters rest on. */
  private static final class Acts {
    static final String REGULATION = "Положение об офисе регистратора";
  }

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
