package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.office.consultation.Appointment;
import kz.miras.registrar.office.consultation.ConsultationHours;
import kz.miras.registrar.office.consultation.ConsultationTopic;

/**
 * Hours of two specialists for four weeks, two appointments that are booked and one that was, two
 * questions in writing, and somebody who came without an appointment.
 */
final class DemoConsultations {

  private static final int WEEKS = 4;
  private static final String ASKED =
      "id, uuid, kind, topic, status, slot_id, account_id, student_id, teacher_id, asker_kind,"
          + " asker_name, holder_id, question, asked_at, due_on, ended_at, recorded_by";
  private final Rows rows;
  private final LocalDate anchor;
  private final DemoHours office;
  private WorkingDays calendar;

  DemoConsultations(Rows rows, Connection connection, LocalDate anchor, ZoneId zone) {
    this.rows = rows;
    this.anchor = anchor;
    this.office = new DemoHours(rows, connection, anchor, zone);
  }

  void build() throws SQLException {
    rows.flush();
    new DemoQuestions(rows, anchor).build();
    office.read();
    calendar = office.calendar();
    Set<ConsultationTopic> all = Set.of(ConsultationTopic.values());
    Set<ConsultationTopic> results =
        Set.of(ConsultationTopic.FORMAL_RESULTS, ConsultationTopic.NONFORMAL_RESULTS);
    hours("specialist", DayOfWeek.TUESDAY, 10, 15, all, "каб. 105", null, "student");
    hours("specialist", DayOfWeek.THURSDAY, 10, 15, all, "каб. 105", null, null);
    hours(
        "senior",
        DayOfWeek.WEDNESDAY,
        14,
        20,
        results,
        null,
        "https://meet.example.kz/registrar",
        "teacher");
    past();
    questions();
    rows.flush();
  }

  /**
   * Two hours a week.
   *
   * @param booker login of who has booked the first appointment; null for nobody
   */
  private void hours(
      String host,
      DayOfWeek weekday,
      int from,
      int minutes,
      Set<ConsultationTopic> topics,
      String place,
      String link,
      String booker)
      throws SQLException {
    ConsultationHours hours =
        new ConsultationHours(
            weekday,
            LocalTime.of(from, 0),
            LocalTime.of(from + 2, 0),
            minutes,
            topics,
            place,
            link,
            anchor.plusDays(1),
            anchor.plusWeeks(WEEKS));
    long key = office.open(host, hours);
    String next = booker;
    for (Appointment one : hours.appointments(calendar, anchor.atStartOfDay())) {
      long slot = office.slot(key, host, hours, one, next);
      if (next != null) {
        asked(
            "APPOINTMENT",
            hours.topics().contains(ConsultationTopic.REGISTRATION)
                ? ConsultationTopic.REGISTRATION
                : ConsultationTopic.FORMAL_RESULTS,
            slot,
            next,
            host,
            next.equals("student")
                ? "Хочу сменить группу по дисциплине, можно ли сделать это сейчас?"
                : "Студент перевёлся из другого вуза: какие документы нужны кафедре?",
            anchor.minusDays(1),
            calendar.plusWorkingDays(one.day(), 1),
            null);
        next = null;
      }
    }
  }

  /** An appointment that was kept, with its answer. */
  private void past() throws SQLException {
    LocalDate day = calendar.minusWorkingDays(anchor, 2);
    ConsultationHours hours =
        new ConsultationHours(
            day.getDayOfWeek(),
            LocalTime.of(9, 0),
            LocalTime.of(9, 15),
            15,
            Set.of(ConsultationTopic.INTERIM_ATTESTATION),
            "каб. 105",
            null,
            day,
            day);
    long key = office.open("specialist", hours);
    Appointment at = new Appointment(day.atTime(9, 0), day.atTime(9, 15));
    long slot = office.slot(key, "specialist", hours, at, "student");
    long answered =
        asked(
            "APPOINTMENT",
            ConsultationTopic.INTERIM_ATTESTATION,
            slot,
            "student",
            "specialist",
            "Как узнать, допущен ли я к экзамену по каждой дисциплине?",
            day.minusDays(2),
            calendar.plusWorkingDays(day, 1),
            day);
    entry(
        answered,
        ConsultationTopic.INTERIM_ATTESTATION,
        "EXPLAINED",
        "Допуск виден на странице «Моя сессия»: рейтинг не ниже порога, задолженности нет.",
        "specialist",
        day);
  }

  private void questions() throws SQLException {
    asked(
        "QUESTION",
        ConsultationTopic.NONFORMAL_RESULTS,
        null,
        "student",
        null,
        "Засчитают ли сертификат онлайн-курса по программированию вместо элективной дисциплины?",
        anchor.minusDays(1),
        calendar.plusWorkingDays(anchor, 2),
        null);
    LocalDate day = calendar.minusWorkingDays(anchor, 4);
    long answered =
        asked(
            "QUESTION",
            ConsultationTopic.FINAL_ATTESTATION,
            null,
            "teacher",
            "junior",
            "До какого дня научный руководитель сдаёт отзыв на дипломную работу?",
            day,
            calendar.plusWorkingDays(day, 3),
            day.plusDays(1));
    entry(
        answered,
        ConsultationTopic.FINAL_ATTESTATION,
        "EXPLAINED",
        "Не позднее чем за пять рабочих дней до защиты по графику аттестационной комиссии.",
        "junior",
        day.plusDays(1));
    DemoHours.Person junior = office.person("junior");
    long walked = rows.nextKey();
    rows.add(
        "consultation",
        ASKED,
        walked,
        rows.uuid(),
        "WALK_IN",
        "OTHER",
        "ANSWERED",
        null,
        null,
        null,
        null,
        "OTHER",
        "Выпускница, спросившая о дубликате",
        junior.account(),
        "Как получить дубликат приложения к диплому?",
        day.atTime(5, 0),
        day,
        day.atTime(5, 0),
        "junior");
    entry(
        walked,
        ConsultationTopic.OTHER,
        "TO_APPLY",
        "Нужно заявление и объявление об утере; дубликат выдаётся в течение 15 рабочих дней.",
        "junior",
        day);
  }

  /**
   * Adds a consultation; its key.
   *
   * @param slot key of the appointment; null for a question in writing
   * @param holder login of who has it; null for nobody
   * @param answered when it was answered; null where it waits
   */
  private long asked(
      String kind,
      ConsultationTopic topic,
      Long slot,
      String asker,
      String holder,
      String question,
      LocalDate day,
      LocalDate dueOn,
      LocalDate answered)
      throws SQLException {
    // a batch of each table waits for itself: what is referred to is stored first
    rows.flush();
    DemoHours.Person who = office.person(asker);
    long key = rows.nextKey();
    rows.add(
        "consultation",
        ASKED,
        key,
        rows.uuid(),
        kind,
        topic.name(),
        answered == null ? "OPEN" : "ANSWERED",
        slot,
        who.account(),
        who.student(),
        who.teacher(),
        who.student() == null ? "TEACHER" : "STUDENT",
        who.name(),
        holder == null ? null : office.person(holder).account(),
        question,
        day.atTime(5, 0),
        dueOn,
        answered == null ? null : answered.atTime(6, 0),
        asker);
    return key;
  }

  private void entry(
      long consultation,
      ConsultationTopic topic,
      String outcome,
      String answer,
      String writer,
      LocalDate day)
      throws SQLException {
    rows.flush();
    rows.add(
        "consultation_entry",
        "id, consultation_id, entry_no, topic, outcome, answer, writer_id, written_at",
        rows.nextKey(),
        consultation,
        1,
        topic.name(),
        outcome,
        answer,
        office.person(writer).account(),
        day.atTime(6, 0));
  }
}
