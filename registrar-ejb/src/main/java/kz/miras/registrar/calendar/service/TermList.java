package kz.miras.registrar.calendar.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.CalendarSound;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.calendar.YearPlan;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;

/** Academic periods of a year. */
@ApplicationScoped
public class TermList implements RecordList {

  @Inject private Calendars calendars;

  @Override
  public String code() {
    return "terms";
  }

  @Override
  public String permission() {
    return Permissions.CALENDAR_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("code", 16),
        Field.number("year"),
        Field.choice("type", TermType.class),
        Field.date("starts_on"),
        Field.date("ends_on"),
        Field.number("study_weeks"));
  }

  @Override
  public List<String> key() {
    return List.of("code");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<Term> {

    private final Map<String, AcademicYear> years = calendars.yearsByName();

    Records() {
      calendars.terms().forEach(term -> know(term.getCode(), term));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("code");
    }

    @Override
    protected Map<String, String> values(Term term) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("code", term.getCode());
      values.put("year", String.valueOf(term.getAcademicYear().getStartYear()));
      values.put("type", term.getType().name());
      values.put("starts_on", term.getStartsOn().toString());
      values.put("ends_on", term.getEndsOn().toString());
      values.put("study_weeks", String.valueOf(term.getStudyWeeks()));
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      return Checks.inOrder("ends_on", values, "starts_on")
          .and(Checks.known("year", values.get("year"), years.get(values.get("year"))))
          .and(Checks.within("study_weeks", values, 1, 40))
          .and(inYear(values))
          .and(apart(values));
    }

    private Verdict apart(Map<String, String> values) {
      LocalDate from = Checks.day(values, "starts_on");
      LocalDate to = Checks.day(values, "ends_on");
      List<Term> others =
          calendars.terms().stream()
              .filter(term -> !term.getCode().equals(values.get("code")))
              .toList();
      return to.isBefore(from)
          ? Verdict.allowed()
          : CalendarSound.apart(
              TermType.valueOf(values.get("type")), new YearPlan.Span(from, to), others);
    }

    private Verdict inYear(Map<String, String> values) {
      AcademicYear year = years.get(values.get("year"));
      if (year == null) {
        return Verdict.allowed();
      }
      Verdict verdict = Verdict.allowed();
      if (Checks.day(values, "starts_on").isBefore(year.getStartsOn())) {
        verdict = outside("calendar.event.too-early", year.getStartsOn(), "starts_on");
      }
      return Checks.day(values, "ends_on").isAfter(year.getEndsOn())
          ? verdict.and(outside("calendar.event.too-late", year.getEndsOn(), "ends_on"))
          : verdict;
    }

    private static Verdict outside(String code, LocalDate bound, String field) {
      return Verdict.refused(Refusal.of(code, "CAL-3", bound).at(field));
    }

    @Override
    protected Term create(Map<String, String> values) {
      Term term =
          new Term(
              years.get(values.get("year")),
              TermType.valueOf(values.get("type")),
              values.get("code"),
              Checks.day(values, "starts_on"),
              Checks.day(values, "ends_on"),
              Checks.number(values, "study_weeks"));
      calendars.add(term);
      return term;
    }

    @Override
    protected void change(Term term, Map<String, String> values) {
      term.edit(
          Checks.day(values, "starts_on"),
          Checks.day(values, "ends_on"),
          Checks.number(values, "study_weeks"));
    }
  }
}
