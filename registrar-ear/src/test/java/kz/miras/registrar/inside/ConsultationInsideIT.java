package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.service.consultation.AskingDesk;
import kz.miras.registrar.office.service.consultation.ConsultationQueries;
import kz.miras.registrar.office.service.consultation.ConsultationView;
import kz.miras.registrar.office.service.consultation.HoursDesk;
import kz.miras.registrar.registration.service.WeekFeeds;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hours and appointments in the container: many who want the same one, and who may change it. */
@InsideTest
class ConsultationInsideIT {

  private static final String TAKEN = "office.consultation.taken";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ConsultationInsideIT.class, ConsultationScene.class, Crowd.class);
  }

  private static String student(int place) throws Exception {
    return Scene.account(
        "STU",
        Scene.number("SELECT id FROM student WHERE student_no = ?", Scene.student(place)),
        null);
  }

  /** What becomes of the wishes of people, all at once; empty codes where one is fulfilled. */
  private static List<List<String>> atOnce(List<Callable<List<String>>> work) throws Exception {
    return Crowd.atOnce(Inside.signedIn(Scene.holding("ADV")), work);
  }

  @Test
  @DisplayName(
      "CON-3 of many who book the same appointment at once one gets it, the others are told")
  void race() throws Exception {
    String host = Scene.holding("SPE");
    String slot = ConsultationScene.opened(host, 9).get(0);
    AskingDesk desk = Inside.bean(AskingDesk.class);
    List<Callable<List<String>>> work = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String login = Scene.holding("ADV");
      work.add(() -> Inside.refused(login, () -> booking(desk, slot)));
    }
    List<List<String>> answers = atOnce(work);
    assertThat(answers).filteredOn(List::isEmpty).hasSize(1);
    assertThat(answers).filteredOn(one -> one.equals(List.of(TAKEN))).hasSize(5);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM consultation q JOIN consultation_slot s ON s.id = q.slot_id"
                    + " WHERE s.uuid = ?",
                slot))
        .isEqualTo(1);
    assertThat(ConsultationScene.told(host, "booked")).isEqualTo(1);
  }

  private static String booking(AskingDesk desk, String slot) {
    return desk.book(slot, ConsultationTopic.FORMAL_RESULTS, ConsultationScene.QUESTION);
  }

  @Test
  @DisplayName(
      "CON-4 CON-5 a person who books twice at once is at one place only, and not too often")
  void onePerson() throws Exception {
    String anna = Scene.holding("SPE");
    String bolat = Scene.holding("SEN");
    List<String> annas = ConsultationScene.opened(anna, 10);
    List<String> bolats = ConsultationScene.opened(bolat, 10);
    String asker = student(90);
    AskingDesk desk = Inside.bean(AskingDesk.class);
    List<List<String>> answers =
        atOnce(
            List.of(
                () -> Inside.refused(asker, () -> booking(desk, annas.get(0))),
                () -> Inside.refused(asker, () -> booking(desk, bolats.get(0)))));
    assertThat(answers)
        .containsExactlyInAnyOrder(List.of(), List.of("office.consultation.same-time"));
    assertThat(Inside.refused(asker, () -> booking(desk, annas.get(1)))).isEmpty();
    assertThat(Inside.refused(asker, () -> booking(desk, annas.get(2))))
        .containsExactly("office.consultation.too-many");
  }

  @Test
  @DisplayName(
      "CON-6 who booked cancels in time, the appointment is free again and its host is told; later"
          + " it is refused")
  void cancelled() throws Exception {
    String host = Scene.holding("SPE");
    List<String> slots = ConsultationScene.opened(host, 11);
    String asker = student(91);
    AskingDesk desk = Inside.bean(AskingDesk.class);
    String first = ConsultationScene.book(asker, slots.get(0));
    Inside.act(asker, () -> desk.cancel(first));
    assertThat(ConsultationScene.status(first)).isEqualTo("CANCELLED");
    assertThat(ConsultationScene.told(host, "cancelled")).isEqualTo(1);
    assertThat(Inside.refused(asker, () -> desk.cancel(first)))
        .containsExactly("office.consultation.ended");
    String other = Scene.holding("DEAN");
    String again = ConsultationScene.book(other, slots.get(0));
    ConsultationScene.startsIn(slots.get(0), 179);
    assertThat(Inside.refused(other, () -> desk.cancel(again)))
        .containsExactly("office.consultation.cancel-late");
    assertThat(ConsultationScene.status(again)).isEqualTo("OPEN");
  }

  @Test
  @DisplayName("CON-2 no appointments on public holidays, none beside those the host keeps")
  void holidays() throws Exception {
    LocalDate holiday =
        LocalDate.parse(
            Scene.text(
                "SELECT MIN(day) FROM day_off WHERE day > ? AND NOT working",
                Scene.today().plusDays(10)));
    String host = Scene.holding("SPE");
    HoursDesk desk = Inside.bean(HoursDesk.class);
    int opened =
        Inside.as(
            host,
            () ->
                desk.open(
                    host, ConsultationScene.hours(holiday.minusWeeks(1), holiday.plusWeeks(1), 9)));
    assertThat(opened).isPositive();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM consultation_slot s JOIN account a ON a.id = s.host_id WHERE"
                    + " a.login = ? AND s.day = ?",
                host,
                holiday))
        .isZero();
    assertThat(
            Inside.refused(
                host,
                () -> desk.open(host, ConsultationScene.hours(holiday, holiday.plusDays(3), 15))))
        .containsExactly("office.consultation.no-appointments");
    LocalDate day = ConsultationScene.soon();
    Inside.as(host, () -> desk.open(host, ConsultationScene.hours(day, day, 14)));
    assertThat(Inside.refused(host, () -> desk.open(host, ConsultationScene.hours(day, day, 14))))
        .containsExactly("office.consultation.host-busy");
    LocalDate far = day.plusYears(3);
    Inside.as(host, () -> desk.open(host, ConsultationScene.hours(far, far.plusWeeks(1), 14)));
    assertThat(
            Inside.refused(
                host, () -> desk.open(host, ConsultationScene.hours(far, far.plusWeeks(1), 14))))
        .as("however far ahead they are")
        .containsExactly("office.consultation.host-busy");
  }

  @Test
  @DisplayName(
      "CON-13 whoever has booked is told when the appointment is moved or called off; a colleague"
          + " may do neither, the director both")
  void changed() throws Exception {
    String host = Scene.holding("SPE");
    List<String> slots = ConsultationScene.opened(host, 15);
    String asker = Scene.holding("DEAN");
    String booked = ConsultationScene.book(asker, slots.get(0));
    HoursDesk desk = Inside.bean(HoursDesk.class);
    LocalDate day = ConsultationScene.soon();
    HoursDesk.Move move = new HoursDesk.Move(day, LocalTime.of(17, 0), "202", null, "a meeting");
    String colleague = Scene.holding("SPE");
    assertThatThrownBy(() -> Inside.act(colleague, () -> desk.move(slots.get(0), move)))
        .isInstanceOf(RegistrarException.Forbidden.class);
    assertThat(Inside.as(host, () -> desk.move(slots.get(0), move))).isTrue();
    assertThat(ConsultationScene.told(asker, "moved")).isEqualTo(1);
    ConsultationQueries queries = Inside.bean(ConsultationQueries.class);
    ConsultationView moved = Inside.as(asker, () -> queries.view(booked));
    assertThat(moved.meeting().start()).isEqualTo(day.atTime(17, 0));
    assertThat(moved.meeting().place()).isEqualTo("202");
    assertThat(moved.meeting().reason()).isEqualTo("a meeting");
    assertThat(moved.meeting().cancelUntil())
        .as("whom the office moves may say no until it begins")
        .isEqualTo(moved.meeting().start());
    assertThat(Inside.refused(host, () -> desk.callOff(List.of(slots.get(0)), " ")))
        .containsExactly("office.consultation.change-reason");
    String director = Scene.holding("DIR");
    assertThat(Inside.as(director, () -> desk.callOff(slots, "ill"))).isEqualTo(1);
    assertThat(ConsultationScene.told(asker, "called-off")).isEqualTo(1);
    assertThat(ConsultationScene.status(booked)).isEqualTo("CALLED_OFF");
    assertThat(Inside.refused(asker, () -> booking(Inside.bean(AskingDesk.class), slots.get(1))))
        .containsExactly("office.consultation.called-off");
  }

  @Test
  @DisplayName("CON-3 whose appointments begin too soon to be booked is not there to choose")
  void hosts() throws Exception {
    String host = Scene.holding("SPE");
    List<String> slots = ConsultationScene.opened(host, 8);
    String asker = Scene.holding("ADV");
    AskingDesk desk = Inside.bean(AskingDesk.class);
    assertThat(Inside.as(asker, desk::hosts))
        .extracting(ConsultationView.Colleague::login)
        .contains(host);
    for (int place = 0; place < slots.size(); place++) {
      ConsultationScene.startsIn(slots.get(place), 60 + place);
    }
    assertThat(Inside.as(asker, desk::hosts))
        .extracting(ConsultationView.Colleague::login)
        .doesNotContain(host);
  }

  @Test
  @DisplayName("ACC-3 who asked sees the own consultation only, and keeps no hours")
  void rights() throws Exception {
    String host = Scene.holding("SPE");
    String slot = ConsultationScene.opened(host, 12).get(0);
    String asker = student(92);
    String booked = ConsultationScene.book(asker, slot);
    ConsultationQueries queries = Inside.bean(ConsultationQueries.class);
    assertThat(Inside.as(asker, () -> queries.view(booked)).question())
        .isEqualTo(ConsultationScene.QUESTION);
    String fellow = student(93);
    assertThatThrownBy(() -> Inside.as(fellow, () -> queries.view(booked)))
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThatThrownBy(() -> Inside.act(fellow, () -> Inside.bean(AskingDesk.class).cancel(booked)))
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThat(Inside.as(Scene.holding("AUD"), () -> queries.view(booked)).may().answer())
        .isFalse();
    assertThatThrownBy(() -> Inside.as(asker, () -> queries.day(Scene.today())))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    AskingDesk desk = Inside.bean(AskingDesk.class);
    assertThat(Inside.as(asker, desk::own))
        .extracting(ConsultationView.Line::id)
        .containsExactly(booked);
    assertThat(Inside.as(fellow, desk::own)).isEmpty();
  }

  @Test
  @DisplayName("CON-3 the calendar of a student's week has the appointment until it is taken back")
  void inTheCalendar() throws Exception {
    String host = Scene.holding("SPE");
    String slot = ConsultationScene.opened(host, 13).get(0);
    String asker = student(94);
    WeekFeeds feeds = Inside.bean(WeekFeeds.class);
    String token = Inside.as(asker, feeds::make);
    String booked = ConsultationScene.book(asker, slot);
    assertThat(feeds.read(token).orElseThrow()).contains("consultation-" + booked);
    Inside.act(asker, () -> Inside.bean(AskingDesk.class).cancel(booked));
    assertThat(feeds.read(token).orElseThrow()).doesNotContain("consultation-" + booked);
  }
}
