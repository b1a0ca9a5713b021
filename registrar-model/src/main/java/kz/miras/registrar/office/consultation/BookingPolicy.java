package kz.miras.registrar.office.consultation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CON-3 to CON-7. Who may book which appointment, cancel it, or ask in writing, and by when the
 * office answers.
 */
public final class BookingPolicy {

  /** Fewest characters that say what one wants to know. */
  public static final int SHORTEST = 10;

  /** Most characters of a question. */
  public static final int LONGEST = 1000;

  private final RuleSet rules;

  /** By the rules in force today for who asks. */
  public BookingPolicy(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * CON-3 to CON-5. Whether an appointment may be booked; every reason against it is told.
   *
   * @param topic null where none was chosen
   * @param now by the university's clock
   */
  public Verdict book(
      ConsultationTopic topic, String question, BookingFacts facts, LocalDateTime now) {
    return free(facts)
        .and(inTime(facts.appointment(), now))
        .and(
            topic != null && facts.topics().contains(topic)
                ? Verdict.allowed()
                : Verdict.refused(Refusal.of("office.consultation.topic", "CON-3").at("topic")))
        .and(words(question))
        .and(apart(facts))
        .and(few(facts.others().size()));
  }

  private static Verdict free(BookingFacts facts) {
    if (!facts.offered()) {
      return Verdict.refused(Refusal.of("office.consultation.called-off", "CON-3"));
    }
    if (facts.own()) {
      return Verdict.refused(Refusal.of("office.consultation.own-hours", "CON-3"));
    }
    return facts.taken()
        ? Verdict.refused(
            Refusal.of("office.consultation.taken", "CON-3", facts.appointment().start()))
        : Verdict.allowed();
  }

  /** CON-3. The earliest begin of an appointment that may be booked now. */
  public LocalDateTime bookableFrom(LocalDateTime now) {
    return now.plusHours(lead());
  }

  /** CON-3. The last day with an appointment that may be booked today. */
  public LocalDate bookableUntil(LocalDate today) {
    return today.plusDays(ahead());
  }

  private int lead() {
    return rules.integer(RuleParameter.CONSULT_LEAD_HOURS);
  }

  private int ahead() {
    return rules.integer(RuleParameter.CONSULT_AHEAD_DAYS);
  }

  /** Not in the last hours before it, and not before it is near enough. */
  private Verdict inTime(Appointment appointment, LocalDateTime now) {
    if (appointment.start().isBefore(bookableFrom(now))) {
      return Verdict.refused(
          Refusal.of("office.consultation.too-late", "CON-3", lead(), appointment.start()));
    }
    int ahead = ahead();
    return appointment.day().isAfter(bookableUntil(now.toLocalDate()))
        ? Verdict.refused(
            Refusal.of(
                "office.consultation.too-early",
                "CON-3",
                ahead,
                appointment.day().minusDays(ahead)))
        : Verdict.allowed();
  }

  private static Verdict words(String question) {
    int length = question == null ? 0 : question.strip().length();
    return length >= SHORTEST && length <= LONGEST
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("office.consultation.question", "CON-3", SHORTEST, LONGEST).at("question"));
  }

  /** CON-4. Nobody is at two places at once. */
  private static Verdict apart(BookingFacts facts) {
    return facts.others().stream()
        .filter(facts.appointment()::overlaps)
        .findFirst()
        .map(
            other ->
                Verdict.refused(
                    Refusal.of("office.consultation.same-time", "CON-4", other.start())))
        .orElseGet(Verdict::allowed);
  }

  /** CON-5. So that others find free appointments too. */
  private Verdict few(int booked) {
    int most = rules.integer(RuleParameter.CONSULT_MAX_BOOKINGS);
    return booked < most
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("office.consultation.too-many", "CON-5", most));
  }

  /**
   * CON-3, CON-5. Whether somebody may ask in writing.
   *
   * @param topic null where none was chosen
   * @param open questions of the person that are not answered yet
   */
  public Verdict ask(ConsultationTopic topic, String question, int open) {
    int most = rules.integer(RuleParameter.CONSULT_MAX_QUESTIONS);
    Verdict chosen =
        topic != null
            ? Verdict.allowed()
            : Verdict.refused(Refusal.of("office.consultation.topic-needed", "CON-3").at("topic"));
    return chosen
        .and(words(question))
        .and(
            open < most
                ? Verdict.allowed()
                : Verdict.refused(
                    Refusal.of("office.consultation.too-many-questions", "CON-5", most)));
  }

  /** CON-6. Whether who booked or asked may take it back: not once it has ended. */
  public static Verdict takesBack(ConsultationStatus status) {
    return status == ConsultationStatus.OPEN
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("office.consultation.ended", "CON-6", status));
  }

  /**
   * CON-6. Whether who booked may still cancel.
   *
   * @param moved whether the office has moved the appointment
   * @param now by the university's clock
   */
  public Verdict cancel(Appointment appointment, boolean moved, LocalDateTime now) {
    LocalDateTime last = cancelUntil(appointment, moved);
    return now.isAfter(last)
        ? Verdict.refused(Refusal.of("office.consultation.cancel-late", "CON-6", last))
        : Verdict.allowed();
  }

  /** CON-6. The last moment to cancel: of what the office has moved, its begin. */
  public LocalDateTime cancelUntil(Appointment appointment, boolean moved) {
    return moved
        ? appointment.start()
        : appointment.start().minusHours(rules.integer(RuleParameter.CONSULT_CANCEL_HOURS));
  }

  /** CON-7. The last day to answer what was asked in writing on a day. */
  public LocalDate answerBy(LocalDate asked, WorkingDays calendar) {
    return calendar.plusWorkingDays(
        asked, rules.integer(RuleParameter.CONSULT_ANSWER_WORKING_DAYS));
  }

  /** CON-7. The last day to record what was answered at an appointment of a day. */
  public LocalDate recordBy(LocalDate held, WorkingDays calendar) {
    return calendar.plusWorkingDays(held, rules.integer(RuleParameter.CONSULT_RECORD_WORKING_DAYS));
  }
}
