package kz.miras.registrar.office.consultation;

import java.io.Serializable;
import java.time.LocalDateTime;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** CON-8 to CON-10. What enters the journal of consultations, and in whose hands a question is. */
public final class AnswerPolicy {

  /** Fewest characters of an answer. */
  public static final int SHORTEST = 5;

  /** Most characters of an answer. */
  public static final int LONGEST = 4000;

  private AnswerPolicy() {}

  /**
   * CON-8. Whether an answer may be recorded.
   *
   * @param status how far the consultation is; null for somebody without an appointment
   * @param start when the appointment begins; null where there is none
   * @param own whether who answers is who asked
   * @param now by the university's clock
   */
  public static Verdict records(
      RecordedAnswer answer,
      ConsultationStatus status,
      LocalDateTime start,
      boolean own,
      LocalDateTime now) {
    return open(status).and(begun(start, now)).and(others(own)).and(complete(answer));
  }

  /**
   * CON-8. Whether it may be noted that somebody did not come.
   *
   * @param start when the appointment began; null where there is none
   */
  public static Verdict misses(ConsultationStatus status, LocalDateTime start, LocalDateTime now) {
    return start == null
        ? Verdict.refused(Refusal.of("office.consultation.no-appointment", "CON-8"))
        : open(status).and(begun(start, now));
  }

  /**
   * CON-8. Whether it is known who came without an appointment, and what about.
   *
   * @param known whether the person was found or named
   * @param question what was asked; null or blank where nothing was written
   */
  public static Verdict walksIn(boolean known, String question) {
    int length = question == null ? 0 : question.strip().length();
    return refuseIf(!known, "office.consultation.asker-needed", "CON-8", "person")
        .and(
            refuseIf(
                length == 0 || length > BookingPolicy.LONGEST,
                "office.consultation.asked",
                "CON-8",
                "question",
                BookingPolicy.LONGEST));
  }

  private static Verdict open(ConsultationStatus status) {
    return status == null || status == ConsultationStatus.OPEN
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("office.consultation.ended", "CON-8", status));
  }

  private static Verdict begun(LocalDateTime start, LocalDateTime now) {
    return start == null || !now.isBefore(start)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("office.consultation.not-begun", "CON-8", start));
  }

  private static Verdict others(boolean own) {
    return own
        ? Verdict.refused(Refusal.of("office.consultation.own-question", "CON-8"))
        : Verdict.allowed();
  }

  private static Verdict complete(RecordedAnswer answer) {
    int length = answer.answer() == null ? 0 : answer.answer().strip().length();
    return refuseIf(
            answer.topic() == null, "office.consultation.topic-needed", "CON-8", "answer_topic")
        .and(
            refuseIf(
                answer.outcome() == null, "office.consultation.outcome-needed", "CON-8", "outcome"))
        .and(
            refuseIf(
                length < SHORTEST || length > LONGEST,
                "office.consultation.answer",
                "CON-8",
                "answer",
                SHORTEST,
                LONGEST));
  }

  /**
   * CON-9. Whether a recorded answer may be followed by another: the journal keeps both, and says
   * why.
   *
   * @param standing the answer that stands so far; null for none
   */
  public static Verdict corrects(
      RecordedAnswer answer, RecordedAnswer standing, String reason, boolean own) {
    if (standing == null) {
      return Verdict.refused(Refusal.of("office.consultation.nothing-to-correct", "CON-9"));
    }
    Verdict verdict = others(own).and(complete(answer));
    if (verdict.isAllowed() && answer.says(standing)) {
      verdict =
          Verdict.refused(Refusal.of("office.consultation.same-answer", "CON-9").at("answer"));
    }
    return verdict.and(
        refuseIf(
            reason == null || reason.isBlank(),
            "office.consultation.correction-reason",
            "CON-9",
            "reason"));
  }

  /**
   * CON-10. Whether a question may go into somebody's hands; an appointment stays its host's.
   *
   * @param to login of who is to have it
   * @param holder login of who has it; null for nobody
   * @param asker login of who asked; null where the person has no account
   * @param answers whether who is to have it may answer at all
   */
  public static Verdict hands(
      ConsultationKind kind,
      ConsultationStatus status,
      String to,
      String holder,
      String asker,
      boolean answers) {
    if (kind != ConsultationKind.QUESTION) {
      return Verdict.refused(Refusal.of("office.consultation.not-handed", "CON-10"));
    }
    if (status != ConsultationStatus.OPEN) {
      return Verdict.refused(Refusal.of("office.consultation.closed", "CON-10", status));
    }
    return refuseIf(
            !answers || to.equals(asker), "office.consultation.cannot-answer", "CON-10", "to", to)
        .and(refuseIf(to.equals(holder), "office.consultation.has-it", "CON-10", "to", to));
  }

  private static Verdict refuseIf(
      boolean wrong, String code, String rule, String field, Serializable... args) {
    return wrong ? Verdict.refused(Refusal.of(code, rule, args).at(field)) : Verdict.allowed();
  }
}
