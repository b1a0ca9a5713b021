package kz.miras.registrar.calendar.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.calendar.DayOff;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;

/** Public holidays and transferred working days, as the government announces them. */
@ApplicationScoped
public class HolidayList implements RecordList {

  @Inject private Calendars calendars;

  @Override
  public String code() {
    return "holidays";
  }

  @Override
  public String permission() {
    return Permissions.CALENDAR_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.date("day"),
        Field.flag("working").optional(),
        Field.text("name_kk", 200),
        Field.text("name_ru", 200),
        Field.text("name_en", 200));
  }

  @Override
  public List<String> key() {
    return List.of("day");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<DayOff> {

    Records() {
      calendars.daysOff().forEach(day -> know(day.getDay().toString(), day));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("day");
    }

    @Override
    protected Map<String, String> values(DayOff day) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("day", day.getDay().toString());
      values.put("working", String.valueOf(day.isWorking()));
      put(values, "name", day.getName());
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      values.putIfAbsent("working", "false");
      return Verdict.allowed();
    }

    @Override
    protected DayOff create(Map<String, String> values) {
      DayOff day =
          new DayOff(
              Checks.day(values, "day"), Checks.flag(values, "working"), text(values, "name"));
      calendars.add(day);
      return day;
    }

    @Override
    protected void change(DayOff day, Map<String, String> values) {
      day.edit(Checks.flag(values, "working"), text(values, "name"));
    }
  }
}
