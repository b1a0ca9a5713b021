package kz.miras.registrar.inside;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.office.consultation.ConsultationHours;
import kz.miras.registrar.office.consultation.ConsultationOutcome;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.consultation.RecordedAnswer;
import kz.miras.registrar.office.service.consultation.AnswerDesk;
import kz.miras.registrar.office.service.consultation.AskingDesk;
import kz.miras.registrar.office.service.consultation.HoursDesk;
import kz.miras.registrar.shared.service.UniversityTime;

/** Hours of a specialist of their own, and what people do with them. */
final class ConsultationScene {

  static final String QUESTION = "Which documents do I bring for recognition?";

  private ConsultationScene() {}

  /** A day soon on which the university works or at least keeps no holiday. */
  static LocalDate soon() throws SQLException {
    LocalDate day = Scene.today().plusDays(2);
    while (Scene.number("SELECT COUNT(*) FROM day_off WHERE day = ? AND NOT working", day) > 0) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** One hour of a day in appointments of twenty minutes, for two topics in a room. */
  static ConsultationHours hours(LocalDate first, LocalDate last, int from) {
    return new ConsultationHours(
        first.getDayOfWeek(),
        LocalTime.of(from, 0),
        LocalTime.of(from + 1, 0),
        20,
        Set.of(ConsultationTopic.FORMAL_RESULTS, ConsultationTopic.OTHER),
        "101",
        null,
        first,
        last);
  }

  /** Opens an hour of a day soon; its appointments, the earliest first. */
  static List<String> opened(String host, int from) throws Exception {
    LocalDate day = soon();
    HoursDesk desk = Inside.bean(HoursDesk.class);
    Inside.as(host, () -> desk.open(host, hours(day, day, from)));
    List<String> slots = new ArrayList<>();
    for (int place = 0; place < 3; place++) {
      slots.add(
          Scene.text(
              "SELECT CAST(s.uuid AS CHAR) FROM consultation_slot s JOIN account a ON a.id ="
                  + " s.host_id WHERE a.login = ? AND s.day = ? ORDER BY s.starts_at LIMIT 1 OFFSET "
                  + place,
              host,
              day));
    }
    return slots;
  }

  static String book(String login, String slot) throws Exception {
    AskingDesk desk = Inside.bean(AskingDesk.class);
    return Inside.as(login, () -> desk.book(slot, ConsultationTopic.FORMAL_RESULTS, QUESTION));
  }

  static String ask(String login) throws Exception {
    AskingDesk desk = Inside.bean(AskingDesk.class);
    return Inside.as(login, () -> desk.ask(ConsultationTopic.NONFORMAL_RESULTS, QUESTION));
  }

  static RecordedAnswer answer(String words) {
    return new RecordedAnswer(
        ConsultationTopic.NONFORMAL_RESULTS, ConsultationOutcome.EXPLAINED, words);
  }

  static void record(String login, String id, String words) throws Exception {
    AnswerDesk desk = Inside.bean(AnswerDesk.class);
    Inside.act(login, () -> desk.record(id, answer(words)));
  }

  /** Puts an appointment to some minutes from now. */
  static void startsIn(String slot, int minutes) throws SQLException {
    UniversityTime time = Inside.bean(UniversityTime.class);
    LocalDateTime start =
        LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC).plusMinutes(minutes).withNano(0);
    Scene.change(
        "UPDATE consultation_slot SET starts_at = ?, ends_at = ?, day = university_day(?) WHERE uuid"
            + " = ?",
        start,
        start.plusMinutes(20),
        start,
        slot);
  }

  static String status(String id) throws SQLException {
    return Scene.text("SELECT status FROM consultation WHERE uuid = ?", id);
  }

  /** How often an account was told something. */
  static long told(String login, String what) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice n JOIN account a ON a.id = n.account_id WHERE a.login = ? AND"
            + " n.code = ?",
        login,
        "office.consultation.notice." + what);
  }
}
