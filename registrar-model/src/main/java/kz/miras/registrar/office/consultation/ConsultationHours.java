package kz.miras.registrar.office.consultation;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.calendar.WorkingDays;

/**
 * Hours somebody of the office keeps week by week, as they are opened; what was left out is null.
 *
 * @param weekday day of the week
 * @param from when they begin
 * @param to when they end
 * @param minutes length of an appointment
 * @param topics what one may ask about
 * @param place room; null or blank where they are held online only
 * @param link address of the meeting; null or blank where they are held in a room only
 * @param firstDay first day they may be on
 * @param lastDay last day they may be on
 */
public record ConsultationHours(
    DayOfWeek weekday,
    LocalTime from,
    LocalTime to,
    Integer minutes,
    Set<ConsultationTopic> topics,
    String place,
    String link,
    LocalDate firstDay,
    LocalDate lastDay)
    implements Serializable {

  public ConsultationHours {
    topics = topics == null ? Set.of() : Set.copyOf(topics);
  }

  /**
   * CON-2. The appointments of sound hours: as many as fit from begin to end, on no public holiday,
   * and none that has begun.
   *
   * @param now by the university's clock
   */
  public List<Appointment> appointments(WorkingDays calendar, LocalDateTime now) {
    List<Appointment> appointments = new ArrayList<>();
    LocalDate day = firstDay.with(TemporalAdjusters.nextOrSame(weekday));
    for (; !day.isAfter(lastDay); day = day.plusWeeks(1)) {
      if (!calendar.isHoliday(day)) {
        ofDay(day).stream().filter(one -> one.start().isAfter(now)).forEach(appointments::add);
      }
    }
    return appointments;
  }

  private List<Appointment> ofDay(LocalDate day) {
    List<Appointment> appointments = new ArrayList<>();
    long fitting = Duration.between(from, to).toMinutes() / minutes;
    for (long i = 0; i < fitting; i++) {
      LocalDateTime start = day.atTime(from).plusMinutes(i * minutes);
      appointments.add(new Appointment(start, start.plusMinutes(minutes)));
    }
    return appointments;
  }
}
