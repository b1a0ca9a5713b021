package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;

/** The timetable of sections: day, hours, weeks and room. */
@ApplicationScoped
public class SlotList implements RecordList {

  @Inject private Offerings offerings;
  @Inject private Calendars calendars;

  @Override
  public String code() {
    return "slots";
  }

  @Override
  public String permission() {
    return Permissions.OFFERING_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("term", 16),
        Field.text("offering", 48),
        Field.text("section", 48),
        Field.number("day_of_week"),
        Field.time("starts_at"),
        Field.time("ends_at"),
        Field.choice("weeks", SectionSlot.Weeks.class),
        Field.text("room", 32).optional(),
        Field.number("first_week").optional(),
        Field.number("last_week").optional());
  }

  @Override
  public List<String> key() {
    return List.of(
        "term", "offering", "section", "day_of_week", "starts_at", "weeks", "first_week");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<SectionSlot> {

    private final Set<String> terms = new HashSet<>();
    private final Map<String, Section> sections = new HashMap<>();
    private final Map<Long, Map<String, String>> places = new HashMap<>();

    /** Reads the timetable of a term when it is named first: a file is of one term, not of all. */
    private void open(String code) {
      if (code == null || !terms.add(code)) {
        return;
      }
      calendars
          .term(code)
          .ifPresent(
              term -> {
                for (Section section : offerings.sectionsIn(term.getId())) {
                  Map<String, String> place = new LinkedHashMap<>();
                  place.put("term", code);
                  place.put("offering", section.getOffering().getCode());
                  place.put("section", section.getCode());
                  places.put(section.getId(), place);
                  sections.put(place(place), section);
                }
                offerings.slotsIn(term.getId()).forEach(slot -> know(key(values(slot)), slot));
              });
    }

    private static String place(Map<String, String> values) {
      return values.get("term") + " " + values.get("offering") + " " + values.get("section");
    }

    @Override
    protected String key(Map<String, String> values) {
      open(values.get("term"));
      return place(values)
          + " "
          + values.get("day_of_week")
          + " "
          + values.get("starts_at")
          + " "
          + values.get("weeks")
          + " "
          + values.getOrDefault("first_week", "1");
    }

    @Override
    protected Map<String, String> values(SectionSlot slot) {
      Map<String, String> values = new LinkedHashMap<>(places.get(slot.getSectionId()));
      values.put("day_of_week", String.valueOf(slot.getDay().getValue()));
      values.put("starts_at", slot.getStartsAt().toString());
      values.put("ends_at", slot.getEndsAt().toString());
      values.put("weeks", slot.getWeeks().name());
      values.put("first_week", String.valueOf(slot.getFirstWeek()));
      values.put("last_week", String.valueOf(slot.getLastWeek()));
      values.put("room", slot.getRoom());
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      open(values.get("term"));
      values.putIfAbsent("first_week", "1");
      values.putIfAbsent("last_week", String.valueOf(SectionSlot.LAST_WEEK));
      Verdict verdict =
          Checks.known("section", values.get("section"), sections.get(place(values)))
              .and(Checks.within("day_of_week", values, 1, 7))
              .and(Checks.within("first_week", values, 1, SectionSlot.LAST_WEEK));
      if (verdict.isAllowed()) {
        int first = Checks.number(values, "first_week");
        verdict = verdict.and(Checks.within("last_week", values, first, SectionSlot.LAST_WEEK));
      }
      LocalTime from = LocalTime.parse(values.get("starts_at"));
      return LocalTime.parse(values.get("ends_at")).isAfter(from)
          ? verdict
          : verdict.and(
              Verdict.refused(Refusal.of("field.not-after", "DAT-2", from).at("ends_at")));
    }

    @Override
    protected SectionSlot create(Map<String, String> values) {
      SectionSlot slot =
          new SectionSlot(
              sections.get(place(values)).getId(),
              DayOfWeek.of(Checks.number(values, "day_of_week")),
              LocalTime.parse(values.get("starts_at")),
              LocalTime.parse(values.get("ends_at")),
              SectionSlot.Weeks.valueOf(values.get("weeks")),
              Checks.number(values, "first_week"),
              Checks.number(values, "last_week"),
              values.get("room"));
      offerings.add(slot);
      return slot;
    }

    @Override
    protected void change(SectionSlot slot, Map<String, String> values) {
      offerings.remove(slot);
      offerings.flush();
      create(values);
    }
  }
}
