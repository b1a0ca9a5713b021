package kz.miras.registrar.office.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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

class HoursSoundTest {

  /** A Monday. */
  private static final LocalDate TODAY = LocalDate.of(2172, 10, 5);

  private static final LocalDateTime NOON = TODAY.atTime(12, 0);
  private static final Set<ConsultationTopic> TOPICS = Set.of(ConsultationTopic.REGISTRATION);

  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private final HoursSound sound = new HoursSound(rules);

  private static ConsultationHours hours(
      DayOfWeek weekday, String from, String to, Integer minutes, LocalDate first, LocalDate last) {
    return new ConsultationHours(
        weekday,
        from == null ? null : LocalTime.parse(from),
        to == null ? null : LocalTime.parse(to),
        minutes,
        TOPICS,
        "101",
        null,
        first,
        last);
  }

  private static ConsultationHours usual() {
    return hours(DayOfWeek.MONDAY, "10:00", "11:00", 20, TODAY, TODAY.plusDays(21));
  }

  private static ConsultationHours at(String place, String link, Set<ConsultationTopic> topics) {
    ConsultationHours usual = usual();
    return new ConsultationHours(
        usual.weekday(),
        usual.from(),
        usual.to(),
        usual.minutes(),
        topics,
        place,
        link,
        usual.firstDay(),
        usual.lastDay());
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static Appointment appointment(LocalDateTime start) {
    return new Appointment(start, start.plusMinutes(20));
  }

  @ParameterizedTest
  @DisplayName("CON-1 an appointment has a length that fits into the hours")
  @CsvSource({
    "10:00, 11:00, 60, ",
    "10:00, 10:05, 5, ",
    "09:00, 13:00, 240, ",
    "10:00, 11:00, 61, office.consultation.nothing-fits",
    "10:00, 11:00, 4, office.consultation.minutes",
    "09:00, 18:00, 241, office.consultation.minutes",
    "10:00, 11:00, , office.consultation.minutes",
    "10:00, 10:00, 20, office.consultation.times",
    "11:00, 10:00, 20, office.consultation.times",
    ", 10:00, 20, office.consultation.times",
    "10:00, , 20, office.consultation.times"
  })
  void times(String from, String to, Integer minutes, String code) {
    assertThat(
            codes(
                sound.judge(
                    hours(DayOfWeek.MONDAY, from, to, minutes, TODAY, TODAY.plusDays(7)), TODAY)))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @DisplayName("CON-1 hours are in a room, or under an address a browser opens safely")
  @CsvSource({
    "101, , ",
    ", https://meet.example.kz/abc, ",
    "101, https://meet.example.kz/abc, ",
    ", , office.consultation.place-needed",
    "' ', ' ', office.consultation.place-needed",
    "101, http://meet.example.kz/abc, office.consultation.link",
    "101, javascript:alert(1), office.consultation.link",
    "101, https:///abc, office.consultation.link",
    "101, 'https://a b', office.consultation.link"
  })
  void where(String place, String link, String code) {
    assertThat(codes(sound.judge(at(place, link, TOPICS), TODAY)))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  @DisplayName("CON-1 hours have a weekday, topics and days ahead, and all that is missing is told")
  void complete() {
    assertThat(codes(sound.judge(usual(), TODAY))).isEmpty();
    assertThat(codes(sound.judge(at("101", null, Set.of()), TODAY)))
        .containsExactly("office.consultation.topics-needed");
    assertThat(
            codes(
                sound.judge(
                    new ConsultationHours(null, null, null, null, null, null, null, null, null),
                    TODAY)))
        .containsExactly(
            "office.consultation.weekday-needed",
            "office.consultation.times",
            "office.consultation.topics-needed",
            "office.consultation.place-needed",
            "office.consultation.days");
    assertThat(days(TODAY.minusDays(1), TODAY)).containsExactly("office.consultation.past-day");
    assertThat(days(TODAY, TODAY.minusDays(1))).containsExactly("office.consultation.days");
    assertThat(days(TODAY, TODAY.plusDays(180))).isEmpty();
    assertThat(days(TODAY, TODAY.plusDays(181))).containsExactly("office.consultation.too-long");
  }

  private List<String> days(LocalDate first, LocalDate last) {
    return codes(sound.judge(hours(DayOfWeek.MONDAY, "10:00", "11:00", 20, first, last), TODAY));
  }

  @Test
  @DisplayName("CON-1 for how long hours may be opened is a dated parameter")
  void dated() {
    HoursSound month = new HoursSound(rules.with(RuleParameter.CONSULT_SERIES_DAYS, "30"));
    assertThat(codes(month.judge(usual(), TODAY))).isEmpty();
    assertThat(
            codes(
                month.judge(
                    hours(DayOfWeek.MONDAY, "10:00", "11:00", 20, TODAY, TODAY.plusDays(31)),
                    TODAY)))
        .containsExactly("office.consultation.too-long");
  }

  @Test
  @DisplayName("CON-2 appointments come week by week, none on a holiday and none that has begun")
  void appointments() {
    LocalDate holiday = TODAY.plusDays(7);
    WorkingDays calendar = new WorkingDays(Set.of(holiday), Set.of());
    assertThat(usual().appointments(calendar, TODAY.atTime(10, 20)))
        .extracting(Appointment::start)
        .containsExactly(
            TODAY.atTime(10, 40),
            TODAY.plusDays(14).atTime(10, 0),
            TODAY.plusDays(14).atTime(10, 20),
            TODAY.plusDays(14).atTime(10, 40),
            TODAY.plusDays(21).atTime(10, 0),
            TODAY.plusDays(21).atTime(10, 20),
            TODAY.plusDays(21).atTime(10, 40));
    ConsultationHours odd =
        hours(DayOfWeek.SATURDAY, "10:00", "11:00", 25, TODAY, TODAY.plusDays(6));
    assertThat(odd.appointments(calendar, NOON))
        .as("a rest that is too short is nobody's; a Saturday is no holiday")
        .containsExactly(
            new Appointment(TODAY.plusDays(5).atTime(10, 0), TODAY.plusDays(5).atTime(10, 25)),
            new Appointment(TODAY.plusDays(5).atTime(10, 25), TODAY.plusDays(5).atTime(10, 50)));
  }

  @Test
  @DisplayName("CON-2 hours without an appointment, or over those somebody keeps, are not opened")
  void kept() {
    List<Appointment> ten = List.of(appointment(TODAY.atTime(10, 0)));
    assertThat(codes(HoursSound.keeps(List.of(), List.of())))
        .containsExactly("office.consultation.no-appointments");
    assertThat(codes(HoursSound.keeps(ten, List.of(appointment(TODAY.atTime(10, 20)))))).isEmpty();
    assertThat(codes(HoursSound.keeps(ten, List.of(appointment(TODAY.atTime(9, 40)))))).isEmpty();
    assertThat(codes(HoursSound.keeps(ten, List.of(appointment(TODAY.atTime(10, 19))))))
        .containsExactly("office.consultation.host-busy");
  }

  @Test
  @DisplayName("CON-13 an appointment is called off before it begins, with a reason")
  void calledOff() {
    Appointment later = appointment(NOON.plusMinutes(1));
    assertThat(codes(HoursSound.callsOff(later, "ill", NOON))).isEmpty();
    assertThat(codes(HoursSound.callsOff(later, " ", NOON)))
        .containsExactly("office.consultation.change-reason");
    assertThat(codes(HoursSound.callsOff(appointment(NOON), "ill", NOON)))
        .containsExactly("office.consultation.begun");
  }

  @Test
  @DisplayName("CON-13 it is moved to a time ahead, on no holiday, when its host is free")
  void moved() {
    Appointment was = appointment(NOON.plusDays(1));
    WorkingDays calendar = new WorkingDays(Set.of(TODAY.plusDays(2)), Set.of());
    List<Appointment> kept = List.of(appointment(NOON.plusDays(3)));
    assertThat(moves(was, NOON.plusHours(1), kept, calendar)).isEmpty();
    assertThat(moves(was, NOON, kept, calendar)).containsExactly("office.consultation.move-past");
    assertThat(moves(was, NOON.plusDays(2), kept, calendar))
        .containsExactly("office.consultation.move-holiday");
    assertThat(moves(was, NOON.plusDays(3).plusMinutes(19), kept, calendar))
        .containsExactly("office.consultation.host-busy");
    assertThat(moves(appointment(NOON), NOON.plusHours(1), kept, calendar))
        .containsExactly("office.consultation.begun");
    assertThat(codes(HoursSound.movedTo("101", null, "ill"))).isEmpty();
    assertThat(codes(HoursSound.movedTo(null, "ftp://x", null)))
        .containsExactly("office.consultation.link", "office.consultation.change-reason");
  }

  private static List<String> moves(
      Appointment was, LocalDateTime to, List<Appointment> kept, WorkingDays calendar) {
    return codes(HoursSound.moves(was, appointment(to), kept, calendar, NOON));
  }

  @Test
  @DisplayName("topics are kept in the order of the regulation, and read back")
  void topics() {
    String written =
        ConsultationTopic.written(List.of(ConsultationTopic.OTHER, ConsultationTopic.REGISTRATION));
    assertThat(written).isEqualTo("REGISTRATION OTHER");
    assertThat(ConsultationTopic.read(written))
        .containsExactly(ConsultationTopic.REGISTRATION, ConsultationTopic.OTHER);
    assertThat(ConsultationTopic.read("")).isEmpty();
  }
}
