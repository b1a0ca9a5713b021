package kz.miras.registrar.office.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingPolicyTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2172, 10, 5, 9, 0);
  private static final LocalDateTime START = NOW.plusDays(1);
  private static final ConsultationTopic TOPIC = ConsultationTopic.FORMAL_RESULTS;
  private static final String QUESTION = "Will my credits count?";

  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private final BookingPolicy policy = new BookingPolicy(rules);

  private static Appointment at(LocalDateTime start) {
    return new Appointment(start, start.plusMinutes(15));
  }

  private static BookingFacts free(LocalDateTime start, Appointment... others) {
    return new BookingFacts(at(start), Set.of(TOPIC), true, false, false, List.of(others));
  }

  private List<String> codes(BookingFacts facts) {
    return codes(policy.book(TOPIC, QUESTION, facts, NOW));
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("CON-3 one books an appointment that is offered, free and not the own one")
  void free() {
    assertThat(codes(free(START))).isEmpty();
    assertThat(codes(facts(true, true, false))).containsExactly("office.consultation.taken");
    assertThat(codes(facts(false, false, false))).containsExactly("office.consultation.called-off");
    assertThat(codes(facts(true, false, true))).containsExactly("office.consultation.own-hours");
  }

  private static BookingFacts facts(boolean offered, boolean taken, boolean own) {
    return new BookingFacts(at(START), Set.of(TOPIC), offered, taken, own, List.of());
  }

  @ParameterizedTest
  @DisplayName("CON-3 booking ends some hours before, and begins some days before")
  @CsvSource({
    "2172-10-05T11:00, ",
    "2172-10-05T10:59, office.consultation.too-late",
    "2172-10-05T09:00, office.consultation.too-late",
    "2172-10-19T23:00, ",
    "2172-10-20T00:00, office.consultation.too-early"
  })
  void inTime(String start, String code) {
    assertThat(codes(free(LocalDateTime.parse(start))))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  @DisplayName("CON-3 it is for a topic of the hours, and with a question that can be read")
  void about() {
    assertThat(codes(policy.book(ConsultationTopic.OTHER, QUESTION, free(START), NOW)))
        .containsExactly("office.consultation.topic");
    assertThat(codes(policy.book(null, null, free(START), NOW)))
        .containsExactly("office.consultation.topic", "office.consultation.question");
    assertThat(codes(policy.book(TOPIC, "x".repeat(9) + " ", free(START), NOW)))
        .containsExactly("office.consultation.question");
    assertThat(codes(policy.book(TOPIC, "x".repeat(10), free(START), NOW))).isEmpty();
    assertThat(codes(policy.book(TOPIC, "x".repeat(1000), free(START), NOW))).isEmpty();
    assertThat(codes(policy.book(TOPIC, "x".repeat(1001), free(START), NOW)))
        .containsExactly("office.consultation.question");
  }

  @Test
  @DisplayName("CON-4 nobody has two appointments at the same time; one after the other they may")
  void apart() {
    assertThat(codes(free(START, at(START.plusMinutes(15))))).isEmpty();
    assertThat(codes(free(START, at(START.minusMinutes(15))))).isEmpty();
    assertThat(codes(free(START, at(START.plusMinutes(14)))))
        .containsExactly("office.consultation.same-time");
    assertThat(codes(free(START, at(START)))).containsExactly("office.consultation.same-time");
  }

  @Test
  @DisplayName("CON-5 a person has a few bookings at a time, as many as the rules of the day say")
  void few() {
    Appointment one = at(START.plusDays(1));
    Appointment two = at(START.plusDays(2));
    assertThat(codes(free(START, one))).isEmpty();
    assertThat(codes(free(START, one, two))).containsExactly("office.consultation.too-many");
    BookingPolicy three = new BookingPolicy(rules.with(RuleParameter.CONSULT_MAX_BOOKINGS, "3"));
    assertThat(codes(three.book(TOPIC, QUESTION, free(START, one, two), NOW))).isEmpty();
  }

  @Test
  @DisplayName("CON-5 and a few questions without an answer")
  void questions() {
    assertThat(codes(policy.ask(TOPIC, QUESTION, 4))).isEmpty();
    assertThat(codes(policy.ask(TOPIC, QUESTION, 5)))
        .containsExactly("office.consultation.too-many-questions");
    assertThat(codes(policy.ask(null, "why?", 0)))
        .containsExactly("office.consultation.topic-needed", "office.consultation.question");
  }

  @Test
  @DisplayName("CON-6 who booked cancels until the hour the rules name, and no minute later")
  void cancelled() {
    Appointment noon = at(LocalDateTime.of(2172, 10, 5, 12, 0));
    assertThat(codes(policy.cancel(noon, false, NOW))).isEmpty();
    assertThat(codes(policy.cancel(noon, false, NOW.plusSeconds(1))))
        .containsExactly("office.consultation.cancel-late");
    assertThat(policy.cancelUntil(noon, false)).isEqualTo(NOW);
    assertThat(codes(BookingPolicy.takesBack(ConsultationStatus.OPEN))).isEmpty();
    assertThat(codes(BookingPolicy.takesBack(ConsultationStatus.ANSWERED)))
        .containsExactly("office.consultation.ended");
    BookingPolicy day = new BookingPolicy(rules.with(RuleParameter.CONSULT_CANCEL_HOURS, "24"));
    assertThat(day.cancelUntil(noon, false)).isEqualTo(LocalDateTime.of(2172, 10, 4, 12, 0));
  }

  @Test
  @DisplayName("CON-6 what the office has moved is cancelled until it begins")
  void movedMeanwhile() {
    Appointment soon = at(NOW.plusMinutes(5));
    assertThat(codes(policy.cancel(soon, true, NOW))).isEmpty();
    assertThat(codes(policy.cancel(soon, true, NOW.plusMinutes(5)))).isEmpty();
    assertThat(codes(policy.cancel(soon, true, NOW.plusMinutes(6))))
        .containsExactly("office.consultation.cancel-late");
  }

  @Test
  @DisplayName("CON-7 an answer is due after working days only, holidays left out")
  void due() {
    LocalDate friday = LocalDate.of(2172, 10, 9);
    WorkingDays calendar = new WorkingDays(Set.of(LocalDate.of(2172, 10, 13)), Set.of());
    assertThat(policy.answerBy(friday, calendar)).isEqualTo(LocalDate.of(2172, 10, 15));
    assertThat(policy.recordBy(friday, calendar)).isEqualTo(LocalDate.of(2172, 10, 12));
    BookingPolicy atOnce =
        new BookingPolicy(rules.with(RuleParameter.CONSULT_RECORD_WORKING_DAYS, "0"));
    assertThat(atOnce.recordBy(friday, calendar)).isEqualTo(friday);
  }
}
