package kz.miras.registrar.office.consultation;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** CON-1, CON-2, CON-13. Hours people can book, and what may become of an appointment of them. */
public final class HoursSound {

  /** Shortest appointment, in minutes. */
  public static final int SHORTEST = 5;

  /** Longest appointment, in minutes. */
  public static final int LONGEST = 240;

  private final RuleSet rules;

  /** By the rules in force today. */
  public HoursSound(RuleSet rules) {
    this.rules = rules;
  }

  /** CON-1. Whether hours say all that whoever books has to know; every lack is told. */
  public Verdict judge(ConsultationHours hours, LocalDate today) {
    return times(hours)
        .and(
            refuseIf(
                hours.topics().isEmpty(), "office.consultation.topics-needed", "CON-1", "topics"))
        .and(where(hours.place(), hours.link(), "CON-1"))
        .and(days(hours, today));
  }

  private static Verdict times(ConsultationHours hours) {
    Verdict verdict =
        refuseIf(hours.weekday() == null, "office.consultation.weekday-needed", "CON-1", "weekday");
    if (hours.from() == null || hours.to() == null || !hours.from().isBefore(hours.to())) {
      return verdict.and(refused("office.consultation.times", "CON-1", "to"));
    }
    if (hours.minutes() == null || hours.minutes() < SHORTEST || hours.minutes() > LONGEST) {
      return verdict.and(
          refused("office.consultation.minutes", "CON-1", "minutes", SHORTEST, LONGEST));
    }
    return verdict.and(
        refuseIf(
            Duration.between(hours.from(), hours.to()).toMinutes() < hours.minutes(),
            "office.consultation.nothing-fits",
            "CON-1",
            "minutes",
            hours.minutes()));
  }

  /** A room or the address of a meeting, which is one a browser opens safely. */
  private static Verdict where(String place, String link, String rule) {
    if (isBlank(place) && isBlank(link)) {
      return Verdict.refused(Refusal.of("office.consultation.place-needed", rule).at("place"));
    }
    return isBlank(link) || isMeeting(link.strip())
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("office.consultation.link", rule).at("link"));
  }

  private static boolean isMeeting(String link) {
    try {
      URI address = URI.create(link);
      return "https".equals(address.getScheme()) && address.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Verdict days(ConsultationHours hours, LocalDate today) {
    LocalDate first = hours.firstDay();
    LocalDate last = hours.lastDay();
    if (first == null || last == null || last.isBefore(first)) {
      return refused("office.consultation.days", "CON-1", "last_day");
    }
    int most = rules.integer(RuleParameter.CONSULT_SERIES_DAYS);
    return refuseIf(first.isBefore(today), "office.consultation.past-day", "CON-1", "first_day")
        .and(
            refuseIf(
                ChronoUnit.DAYS.between(first, last) > most,
                "office.consultation.too-long",
                "CON-1",
                "last_day",
                most));
  }

  /**
   * CON-2. Whether the appointments of hours can be kept: there are some, and none takes up a time
   * at which the same person advises somebody else.
   *
   * @param kept appointments the person keeps already
   */
  public static Verdict keeps(List<Appointment> opened, Collection<Appointment> kept) {
    if (opened.isEmpty()) {
      return refused("office.consultation.no-appointments", "CON-2", "first_day");
    }
    return apart(opened, kept, "CON-2", "from");
  }

  private static Verdict apart(
      Collection<Appointment> wanted, Collection<Appointment> kept, String rule, String field) {
    for (Appointment one : wanted) {
      for (Appointment other : kept) {
        if (one.overlaps(other)) {
          return Verdict.refused(
              Refusal.of("office.consultation.host-busy", rule, other.start(), other.end())
                  .at(field));
        }
      }
    }
    return Verdict.allowed();
  }

  /**
   * CON-13. An appointment is called off with a reason, and before it begins.
   *
   * @param now by the university's clock
   */
  public static Verdict callsOff(Appointment appointment, String reason, LocalDateTime now) {
    return ahead(appointment, now)
        .and(refuseIf(isBlank(reason), "office.consultation.change-reason", "CON-13", "reason"));
  }

  /**
   * CON-13. An appointment is moved with a reason, to a time that is ahead, on no public holiday,
   * when its host keeps no other.
   *
   * @param to where it is moved
   * @param kept the other appointments of its host
   */
  public static Verdict moves(
      Appointment appointment,
      Appointment to,
      Collection<Appointment> kept,
      WorkingDays calendar,
      LocalDateTime now) {
    return ahead(appointment, now)
        .and(
            refuseIf(
                !to.start().isAfter(now), "office.consultation.move-past", "CON-13", "move_day"))
        .and(
            refuseIf(
                calendar.isHoliday(to.day()),
                "office.consultation.move-holiday",
                "CON-13",
                "move_day",
                to.day()))
        .and(apart(List.of(to), kept, "CON-13", "move_day"));
  }

  /** CON-13. Where a moved appointment is held, and why it is moved. */
  public static Verdict movedTo(String place, String link, String reason) {
    return where(place, link, "CON-13")
        .and(refuseIf(isBlank(reason), "office.consultation.change-reason", "CON-13", "reason"));
  }

  private static Verdict ahead(Appointment appointment, LocalDateTime now) {
    return appointment.start().isAfter(now)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("office.consultation.begun", "CON-13", appointment.start()));
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static Verdict refuseIf(
      boolean wrong, String code, String rule, String field, Serializable... args) {
    return wrong ? refused(code, rule, field, args) : Verdict.allowed();
  }

  private static Verdict refused(String code, String rule, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args).at(field));
  }
}
