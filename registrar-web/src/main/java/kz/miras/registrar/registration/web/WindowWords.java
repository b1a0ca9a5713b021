package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import kz.miras.registrar.frame.web.Shown;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.registration.WindowPlan;
import kz.miras.registrar.registration.service.WindowView;
import kz.miras.registrar.shared.service.UniversityTime;

/** Windows of registration in words: whom they are for, and when they are open. */
@Named("windowWords")
@RequestScoped
public class WindowWords {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  @Inject private Shown shown;
  @Inject private Words words;
  @Inject private UniversityTime time;

  /** Whom a window is for. */
  public String whom(WindowView window) {
    StringJoiner whom = new StringJoiner(", ");
    whom.setEmptyValue(words.get("calendar.year.for-all"));
    if (window.level() != null) {
      whom.add(words.get(window.level().key()));
    }
    if (window.programme() != null) {
      whom.add(window.programme() + " " + shown.text(window.programmeName()));
    }
    if (window.courseYear() != null) {
      whom.add(words.of("calendar.year.course", window.courseYear()));
    }
    return whom.toString();
  }

  /** From when to when, and in how many waves. */
  public String when(WindowPlan plan) {
    if (plan.off()) {
      return words.get("registration.window.is-off");
    }
    String times = shown.moment(plan.opensAt()) + " – " + until(plan.closesAt());
    return plan.waves() == 1
        ? times
        : times + ", " + words.of("registration.window.in-waves", plan.waves(), plan.waveMinutes());
  }

  /** The end of something; the end of a day is its 24:00, not the next day's midnight. */
  public String until(Instant moment) {
    if (moment == null) {
      return "";
    }
    ZonedDateTime local = moment.atZone(time.zone());
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? local.minusDays(1).format(DAY) + " 24:00"
        : shown.moment(moment);
  }

  /** Address of the form that changes a window. */
  public String form(WindowView window) {
    Map<String, Object> key = new LinkedHashMap<>();
    key.put("term", window.term());
    key.put("kind", window.kind().name());
    key.put("level", window.level() == null ? null : window.level().name());
    key.put("programme", window.programme());
    key.put("course_year", window.courseYear());
    StringBuilder address = new StringBuilder("/office/record.xhtml?list=windows");
    key.forEach(
        (field, value) -> {
          if (value != null) {
            address
                .append('&')
                .append(field)
                .append('=')
                .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
          }
        });
    return address.toString();
  }
}
