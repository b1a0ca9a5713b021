package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.service.RecordList;

/**
 * The timetable of sections: day, hours, weeks and room; whoever sits in them is told of changes.
 */
@ApplicationScoped
public class SlotList implements RecordList {

  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private SeatedLessons seated;
  @Inject private LessonNews news;

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
        Field.number("last_week").optional(),
        Field.flag(SlotSheet.REMOVED).optional());
  }

  @Override
  public List<String> key() {
    return List.of(
        "term", "offering", "section", "day_of_week", "starts_at", "weeks", "first_week");
  }

  @Override
  public Sheet open() {
    return new SlotSheet(offerings, calendars, seated, news);
  }

  /**
   * The sheet of one section, on which a lesson is moved.
   *
   * @param instead the lesson that goes when another is written; null for none
   */
  SlotSheet sheet(Section section, Map<String, String> instead) {
    return new SlotSheet(offerings, calendars, seated, news).only(section, instead);
  }
}
