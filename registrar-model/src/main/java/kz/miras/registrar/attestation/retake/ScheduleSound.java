package kz.miras.registrar.attestation.retake;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.ExamAdmission;
import kz.miras.registrar.attestation.ExcusedAbsence;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.shared.Verdict;

/** EXM-7, EXM-9. What an individual schedule is asked for and decided by. */
public final class ScheduleSound {

  private static final int EXPLANATION = 1000;

  private ScheduleSound() {}

  /**
   * EXM-7, EXM-9. Whether what is asked for is whole.
   *
   * @param scan the certificate; null where nothing is attached
   * @param exams how many exams it is for
   */
  public static Verdict asked(
      ScheduleReason reason, boolean early, String explanation, byte[] scan, int exams) {
    Verdict verdict = Verdict.allowed();
    if (reason == null || explanation == null || explanation.isBlank()) {
      verdict = verdict.and(refused("attestation.schedule.reason", "EXM-7", "explanation"));
    }
    verdict = verdict.and(Fitted.judge(EXPLANATION, explanation, "explanation"));
    if (scan == null || scan.length > ScanType.LIMIT || ScanType.of(scan).isEmpty()) {
      verdict = verdict.and(refused("attestation.schedule.file", "EXM-7", "file"));
    }
    if (exams == 0) {
      verdict = verdict.and(refused("attestation.schedule.exams", "EXM-7", "exams"));
    }
    if (early && reason != null && !reason.allowsEarly()) {
      verdict = verdict.and(refused("attestation.schedule.early-reason", "EXM-9", "early"));
    }
    return verdict;
  }

  /**
   * EXM-7. Whether an exam may be put off: asked for before it, or so many working days after it,
   * by who did not sit it.
   *
   * @param number of the sheet
   * @param posted whether the result is in the history already
   * @param excused whether the absence was excused before
   */
  public static Verdict later(
      String number,
      SittingClock clock,
      RowScores row,
      boolean posted,
      boolean excused,
      Instant now) {
    if (!clock.runs() || !ExcusedAbsence.isOpen(row, posted, excused)) {
      return refused("attestation.schedule.no-absence", "EXM-7", "exams", number);
    }
    return clock.isExcusable(now)
        ? Verdict.allowed()
        : refused(
            "attestation.schedule.late",
            "EXM-7",
            "exams",
            number,
            clock.excuseUntil().map(Deadline::lastDay).orElseThrow());
  }

  /**
   * EXM-9. Whether an exam may be taken early: it has not begun, the rating stands, and the student
   * is admitted to it.
   *
   * @param number of the sheet
   * @param published whether the rating the student would take along is published
   * @param rules of admission by the rating; null where the control has none
   */
  public static Verdict early(
      String number,
      SittingClock clock,
      RowScores row,
      boolean posted,
      boolean published,
      RuleSet rules,
      Instant now) {
    boolean begun = clock.begins().filter(at -> !now.isBefore(at)).isPresent();
    if (posted || begun || !row.lacksScore()) {
      return refused("attestation.schedule.begun", "EXM-9", "exams", number);
    }
    if (rules == null) {
      return Verdict.allowed();
    }
    // the early sheet shows it as it stands, and nobody can change it there
    if (!published) {
      return refused("attestation.schedule.rating-draft", "EXM-9", "exams", number);
    }
    return ExamAdmission.refusal(row, rules)
        .map(why -> refused("attestation.schedule.not-admitted", "EXM-9", "exams", number))
        .orElseGet(Verdict::allowed);
  }

  /**
   * EXM-7. An exam is asked for again only after the earlier request is decided.
   *
   * @param number of the sheet
   * @param waiting whether a request that names it waits for a decision
   */
  public static Verdict again(String number, boolean waiting) {
    return waiting
        ? refused("attestation.schedule.twice", "EXM-7", "exams", number)
        : Verdict.allowed();
  }

  /** EXM-7. The student does not stand in the sheet any more: nothing is to be put off. */
  public static Verdict gone(String number) {
    return refused("attestation.schedule.no-absence", "EXM-7", "exams", number);
  }

  /**
   * EXM-7, EXM-9. An early session rests on an order, and so does a schedule the dean has not
   * answered about in time; whatever else is decided on a document.
   *
   * @param unanswered whether the dean has not answered in time
   */
  public static Verdict approved(boolean early, boolean unanswered, BasisDocument basis) {
    if (basis.type() == BasisDocument.Type.ORDER) {
      return Verdict.allowed();
    }
    Verdict verdict =
        early ? refused("attestation.schedule.order", "EXM-9", "number") : Verdict.allowed();
    return unanswered
        ? verdict.and(refused("attestation.schedule.order-instead", "EXM-7", "number"))
        : verdict;
  }

  /** EXM-7. Whether an individual session has its first and last day, and that one is to come. */
  public static Verdict session(LocalDate from, LocalDate to, LocalDate today) {
    if (from == null || to == null || to.isBefore(from)) {
      return refused("attestation.schedule.session", "EXM-7", "session_to");
    }
    return to.isBefore(today)
        ? refused("attestation.schedule.session-over", "EXM-7", "session_to", to)
        : Verdict.allowed();
  }

  /**
   * EXM-7. Whether an individual sitting is on a day of the session the schedule gives.
   *
   * @param from first day of the session
   */
  public static Verdict sits(LocalDate day, LocalDate from, LocalDate to) {
    return day.isBefore(from) || day.isAfter(to)
        ? refused("attestation.schedule.outside", "EXM-7", "exam_date", day, from, to)
        : Verdict.allowed();
  }

  private static Verdict refused(String code, String rule, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args).at(field));
  }
}
