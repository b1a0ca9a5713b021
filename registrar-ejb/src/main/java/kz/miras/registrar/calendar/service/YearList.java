package kz.miras.registrar.calendar.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;

/** Academic years. */
@ApplicationScoped
public class YearList implements RecordList {

  @Inject private Calendars calendars;
  @Inject private Access access;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "years";
  }

  @Override
  public String permission() {
    return Permissions.CALENDAR_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.number("year"),
        Field.date("starts_on"),
        Field.date("ends_on"),
        Field.text("approved_by", 300).optional());
  }

  @Override
  public List<String> key() {
    return List.of("year");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<AcademicYear> {

    Records() {
      calendars.years().forEach(year -> know(String.valueOf(year.getStartYear()), year));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("year");
    }

    @Override
    protected Map<String, String> values(AcademicYear academicYear) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("year", String.valueOf(academicYear.getStartYear()));
      values.put("starts_on", academicYear.getStartsOn().toString());
      values.put("ends_on", academicYear.getEndsOn().toString());
      values.put("approved_by", academicYear.getApprovedBy());
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      return Checks.inOrder("ends_on", values, "starts_on")
          .and(Checks.within("year", values, 1990, 2100))
          .and(creation(values))
          .and(approval(values));
    }

    private Verdict creation(Map<String, String> values) {
      return stored(values).isPresent() || access.may(Permissions.CALENDAR_CREATE)
          ? Verdict.allowed()
          : Verdict.refused(Refusal.of("calendar.year.creation", "CAL-3").at("year"));
    }

    /** CAL-3: only who may approve writes the council's decision; files of past years have it. */
    private Verdict approval(Map<String, String> values) {
      String stored = stored(values).map(present -> present.get("approved_by")).orElse(null);
      return Objects.equals(stored, values.get("approved_by"))
              || access.may(Permissions.CALENDAR_APPROVE)
              || (stored == null && isPast(values))
          ? Verdict.allowed()
          : Verdict.refused(Refusal.of("calendar.year.approval", "CAL-3").at("approved_by"));
    }

    private boolean isPast(Map<String, String> values) {
      return Checks.day(values, "ends_on").isBefore(time.today());
    }

    @Override
    protected AcademicYear create(Map<String, String> values) {
      AcademicYear year =
          new AcademicYear(
              Checks.number(values, "year"),
              Checks.day(values, "starts_on"),
              Checks.day(values, "ends_on"),
              values.get("approved_by"));
      calendars.add(year);
      return year;
    }

    @Override
    protected void change(AcademicYear academicYear, Map<String, String> values) {
      academicYear.edit(
          Checks.day(values, "starts_on"),
          Checks.day(values, "ends_on"),
          values.get("approved_by"));
    }
  }
}
