package kz.miras.registrar.registration.service;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.SectionSound;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.service.SeatedLessons.Beside;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;

/**
 * The timetable as it stands while lessons are added, moved and removed. Before a lesson is written
 * it says how many of those who sit in the section would get lessons that overlap; at the end it
 * tells everybody whose lessons have moved, once.
 */
final class SlotSheet extends KeyedSheet<SectionSlot> {

  /** Field of a lesson that is no more. */
  static final String REMOVED = "removed";

  private final Offerings offerings;
  private final Calendars calendars;
  private final SeatedLessons seated;
  private final LessonNews news;
  private String instead;
  private final Set<String> terms = new HashSet<>();
  private final Map<String, Section> sections = new HashMap<>();
  private final Map<Long, Map<String, String>> places = new HashMap<>();
  private final Map<Long, List<SectionSlot>> standing = new HashMap<>();
  private final Map<Long, List<SectionSlot>> before = new HashMap<>();
  private final Map<Long, List<Beside>> people = new HashMap<>();

  /** A sheet that reads the timetable of a term when it is named first. */
  SlotSheet(Offerings offerings, Calendars calendars, SeatedLessons seated, LessonNews news) {
    this.offerings = offerings;
    this.calendars = calendars;
    this.seated = seated;
    this.news = news;
  }

  /**
   * The sheet of one section alone.
   *
   * @param moved the lesson that goes when another is written; null for none
   */
  SlotSheet only(Section section, Map<String, String> moved) {
    Term term = calendars.term(section.getOffering().getTermId()).orElseThrow();
    terms.add(term.getCode());
    know(term.getCode(), List.of(section), offerings.slotsOf(List.of(section.getId())));
    instead = moved == null ? null : key(moved);
    return this;
  }

  private void open(String code) {
    if (code != null && terms.add(code)) {
      calendars
          .term(code)
          .ifPresent(
              term ->
                  know(code, offerings.sectionsIn(term.getId()), offerings.slotsIn(term.getId())));
    }
  }

  private void know(String term, List<Section> known, List<SectionSlot> slots) {
    for (Section section : known) {
      Map<String, String> place = new LinkedHashMap<>();
      place.put("term", term);
      place.put("offering", section.getOffering().getCode());
      place.put("section", section.getCode());
      places.put(section.getId(), place);
      sections.put(place(place), section);
      standing.put(section.getId(), new ArrayList<>());
    }
    for (SectionSlot slot : slots) {
      know(key(values(slot)), slot);
      of(slot.getSectionId()).add(slot);
    }
  }

  private List<SectionSlot> of(long section) {
    return standing.get(section);
  }

  /** Reads the lessons of sections that are not among those written. */
  private void read(List<Beside> beside) {
    Set<Long> missing = new HashSet<>();
    beside.stream().map(Beside::other).filter(Objects::nonNull).forEach(missing::add);
    missing.removeAll(standing.keySet());
    missing.forEach(section -> standing.put(section, new ArrayList<>()));
    offerings.slotsOf(missing).forEach(slot -> of(slot.getSectionId()).add(slot));
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

  /** The lessons of a section in order of the week, each as the values of its record. */
  List<Map<String, String>> lessons(long section) {
    return of(section).stream()
        .sorted(Comparator.comparing(SectionSlot::getDay).thenComparing(SectionSlot::getStartsAt))
        .map(this::values)
        .toList();
  }

  @Override
  public Verdict check(Map<String, String> values) {
    open(values.get("term"));
    values.putIfAbsent("first_week", "1");
    values.putIfAbsent("last_week", String.valueOf(SectionSlot.LAST_WEEK));
    if (!isRemoved(values)) {
      values.remove(REMOVED);
    }
    Verdict verdict =
        Checks.known("section", values.get("section"), sections.get(place(values)))
            .and(Checks.within("day_of_week", values, 1, 7))
            .and(Checks.within("first_week", values, 1, SectionSlot.LAST_WEEK));
    if (verdict.isAllowed()) {
      int first = Checks.number(values, "first_week");
      verdict = verdict.and(Checks.within("last_week", values, first, SectionSlot.LAST_WEEK));
    }
    LocalTime from = LocalTime.parse(values.get("starts_at"));
    if (!LocalTime.parse(values.get("ends_at")).isAfter(from)) {
      verdict =
          verdict.and(Verdict.refused(Refusal.of("field.not-after", "DAT-2", from).at("ends_at")));
    }
    SectionSlot known = known(key(values));
    if (isRemoved(values) && known == null) {
      verdict = verdict.and(refused("registration.slot.gone", REMOVED));
    }
    if (instead != null && known(instead) == null) {
      verdict = verdict.and(refused("registration.slot.gone", "starts_at"));
    }
    if (instead != null && known != null && !instead.equals(key(values))) {
      verdict = verdict.and(refused("registration.slot.twice", "starts_at"));
    }
    return verdict.isAllowed() ? verdict.and(clashes(values)) : verdict;
  }

  private static boolean isRemoved(Map<String, String> values) {
    return Boolean.parseBoolean(values.get(REMOVED));
  }

  private static Verdict refused(String code, String field) {
    return Verdict.refused(Refusal.of(code, "DAT-2").at(field));
  }

  /** Warns of those seated whose lessons would overlap and do not yet. */
  private Verdict clashes(Map<String, String> values) {
    Section section = sections.get(place(values));
    long id = section.getId();
    List<Beside> here = people.computeIfAbsent(id, key -> seated.beside(List.of(key)));
    if (here.isEmpty()) {
      return Verdict.allowed();
    }
    read(here);
    List<SectionSlot> then = new ArrayList<>(of(id));
    then.remove(known(key(values)));
    if (instead != null) {
      then.remove(known(instead));
    }
    if (!isRemoved(values)) {
      then.add(slot(values));
    }
    Set<Beside> clashing = new HashSet<>(clashing(here, id, then));
    clashing.removeAll(clashing(here, id, of(id)));
    long students = clashing.stream().map(one -> one.person().id()).distinct().count();
    return SectionSound.lessonsMoved(section.getCode(), students);
  }

  private Set<Beside> clashing(List<Beside> here, long section, List<SectionSlot> mine) {
    Map<Long, List<LessonTime>> lessons =
        here.stream()
            .filter(one -> one.other() != null)
            .map(Beside::other)
            .distinct()
            .collect(Collectors.toMap(other -> other, other -> times(of(other))));
    lessons.put(section, times(mine));
    return SeatedLessons.clashes(here, lessons).keySet();
  }

  private static List<LessonTime> times(List<SectionSlot> slots) {
    return slots.stream().map(LessonTime::of).toList();
  }

  @Override
  public Verdict write(Map<String, String> values) {
    if (isRemoved(values)) {
      remove(key(values));
      return Verdict.allowed();
    }
    if (instead != null) {
      remove(instead);
    }
    return super.write(values);
  }

  private void remove(String key) {
    SectionSlot slot = known(key);
    if (slot != null) {
      touch(slot.getSectionId());
      of(slot.getSectionId()).remove(slot);
      forget(key);
      offerings.remove(slot);
      offerings.flush();
    }
  }

  private void touch(long section) {
    before.putIfAbsent(section, List.copyOf(of(section)));
  }

  @Override
  protected SectionSlot create(Map<String, String> values) {
    SectionSlot slot = slot(values);
    touch(slot.getSectionId());
    of(slot.getSectionId()).add(slot);
    offerings.add(slot);
    return slot;
  }

  private SectionSlot slot(Map<String, String> values) {
    return new SectionSlot(
        sections.get(place(values)).getId(),
        DayOfWeek.of(Checks.number(values, "day_of_week")),
        LocalTime.parse(values.get("starts_at")),
        LocalTime.parse(values.get("ends_at")),
        SectionSlot.Weeks.valueOf(values.get("weeks")),
        Checks.number(values, "first_week"),
        Checks.number(values, "last_week"),
        values.get("room"));
  }

  @Override
  protected void change(SectionSlot slot, Map<String, String> values) {
    String key = key(values);
    remove(key);
    know(key, create(values));
  }

  @Override
  public void finish() {
    if (!before.isEmpty()) {
      news.tell(before);
    }
  }
}
