package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.RegistrationWindow;
import kz.miras.registrar.registration.TermWindows;
import kz.miras.registrar.registration.WindowApproval;
import kz.miras.registrar.registration.WindowKind;
import kz.miras.registrar.registration.WindowPlan;
import kz.miras.registrar.registration.WindowReach;
import kz.miras.registrar.registration.WindowSound;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Windows of registration as they are prepared, in days and hours of the university. A day without
 * an hour is meant whole.
 */
@ApplicationScoped
public class WindowList implements RecordList {

  private static final String MIDNIGHT = "00:00";

  @Inject private Windows windows;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private Access access;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "windows";
  }

  @Override
  public String permission() {
    return Permissions.WINDOW_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("term", 16),
        Field.choice("kind", WindowKind.class),
        Field.choice("level", Level.class).optional(),
        Field.text("programme", 16).optional(),
        Field.number("course_year").optional(),
        Field.flag("off").optional(),
        Field.date("opens_on").optional(),
        Field.time("opens_at").optional(),
        Field.date("closes_on").optional(),
        Field.time("closes_at").optional(),
        Field.number("waves").optional(),
        Field.number("wave_minutes").optional());
  }

  @Override
  public List<String> key() {
    return List.of("term", "kind", "level", "programme", "course_year");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<RegistrationWindow> {

    private final Map<String, Term> terms = calendars.termsByCode();
    private final Map<String, Programme> programmes = new HashMap<>();
    private final Map<Long, String> termCodes = new HashMap<>();
    private final Map<Long, String> programmeCodes = new HashMap<>();
    private final Map<String, TermWindows> byTerm = new HashMap<>();

    Records() {
      terms.values().forEach(term -> termCodes.put(term.getId(), term.getCode()));
      for (Programme programme : catalogue.programmes()) {
        programmes.put(programme.getCode(), programme);
        programmeCodes.put(programme.getId(), programme.getCode());
      }
      windows.all().forEach(window -> know(key(values(window)), window));
    }

    @Override
    protected String key(Map<String, String> values) {
      return String.join(
          " ", WindowList.this.key().stream().map(f -> String.valueOf(values.get(f))).toList());
    }

    @Override
    protected Map<String, String> values(RegistrationWindow window) {
      WindowReach reach = window.reach();
      WindowPlan plan = window.plan();
      Map<String, String> values = new LinkedHashMap<>();
      values.put("term", termCodes.get(window.getTermId()));
      values.put("kind", window.getKind().name());
      values.put("level", reach.level() == null ? null : reach.level().name());
      values.put("programme", programmeCodes.get(reach.programme()));
      values.put("course_year", reach.courseYear() == null ? null : reach.courseYear().toString());
      if (plan.off()) {
        values.put("off", "true");
        return values;
      }
      values.put("opens_on", day(plan.opensAt()).toString());
      values.put("opens_at", hour(plan.opensAt()));
      // a window that closes at midnight closes with the day before
      String hour = hour(plan.closesAt());
      LocalDate day = day(plan.closesAt());
      values.put("closes_on", (hour == null ? day.minusDays(1) : day).toString());
      values.put("closes_at", hour);
      if (plan.waves() > 1) {
        values.put("waves", String.valueOf(plan.waves()));
        values.put("wave_minutes", String.valueOf(plan.waveMinutes()));
      }
      return values;
    }

    private LocalDate day(Instant instant) {
      return instant.atZone(time.zone()).toLocalDate();
    }

    private String hour(Instant instant) {
      LocalTime hour = instant.atZone(time.zone()).toLocalTime();
      return hour.equals(LocalTime.MIDNIGHT) ? null : hour.toString();
    }

    @Override
    public Verdict check(Map<String, String> values) {
      usual(values);
      Term term = terms.get(values.get("term"));
      Programme programme = programmes.get(values.get("programme"));
      Verdict verdict = Checks.known("term", values.get("term"), term);
      if (values.get("programme") != null) {
        verdict = verdict.and(Checks.known("programme", values.get("programme"), programme));
      }
      verdict = verdict.and(Checks.within("course_year", values, 1, 7));
      if (!verdict.isAllowed()) {
        return verdict;
      }
      WindowKind kind = WindowKind.valueOf(values.get("kind"));
      WindowReach reach = reach(values);
      TermWindows known = byTerm.computeIfAbsent(term.getCode(), code -> windows.in(term));
      return WindowSound.judge(
              kind, plan(values), term.getType(), known.end(), known.periods(kind, reach))
          .and(WindowSound.reach(reach, programme == null ? null : programme.getLevel()))
          .and(changed(values));
    }

    /** What is left out, or said where it goes without saying, is written one way only. */
    private void usual(Map<String, String> values) {
      values.remove("off", "false");
      values.remove("waves", "1");
      values.remove("wave_minutes", "0");
      values.remove("opens_at", MIDNIGHT);
      if (values.containsKey("closes_on") && values.remove("closes_at", MIDNIGHT)) {
        values.put("closes_on", LocalDate.parse(values.get("closes_on")).minusDays(1).toString());
      }
    }

    private Verdict changed(Map<String, String> values) {
      RegistrationWindow stored = known(key(values));
      boolean same = stored != null && stored.plan().equals(plan(values));
      return stored == null || same
          ? Verdict.allowed()
          : WindowApproval.changed(stored.inForce().isPresent());
    }

    private WindowReach reach(Map<String, String> values) {
      Programme programme = programmes.get(values.get("programme"));
      return new WindowReach(
          values.get("level") == null ? null : Level.valueOf(values.get("level")),
          programme == null ? null : programme.getId(),
          Checks.numberOrNull(values, "course_year"));
    }

    private WindowPlan plan(Map<String, String> values) {
      LocalDate closesOn = Checks.day(values, "closes_on");
      Instant closes =
          closesOn == null
              ? null
              : values.get("closes_at") == null
                  ? at(closesOn.plusDays(1), null)
                  : at(closesOn, values.get("closes_at"));
      return new WindowPlan(
          Checks.flag(values, "off"),
          at(Checks.day(values, "opens_on"), values.get("opens_at")),
          closes,
          values.get("waves") == null ? 1 : Checks.number(values, "waves"),
          values.get("wave_minutes") == null ? 0 : Checks.number(values, "wave_minutes"));
    }

    private Instant at(LocalDate day, String hour) {
      return day == null
          ? null
          : ZonedDateTime.of(
                  day, hour == null ? LocalTime.MIDNIGHT : LocalTime.parse(hour), time.zone())
              .toInstant();
    }

    @Override
    protected RegistrationWindow create(Map<String, String> values) {
      RegistrationWindow window =
          new RegistrationWindow(
              terms.get(values.get("term")).getId(),
              WindowKind.valueOf(values.get("kind")),
              reach(values),
              plan(values),
              access.current().login(),
              time.now());
      windows.add(window);
      return window;
    }

    @Override
    protected void change(RegistrationWindow window, Map<String, String> values) {
      window.prepare(plan(values), access.current().login(), time.now());
    }
  }
}
