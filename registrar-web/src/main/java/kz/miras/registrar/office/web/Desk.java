package kz.miras.registrar.office.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.office.service.DeskQueries;
import kz.miras.registrar.office.service.DeskQueries.Waiting;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.office.service.ListQueries.Row;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.service.Due.Urgency;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.UniversityTime;

/** The first page: what is late, what is wrong, whose turn it is, what the calendar says. */
@Named("desk")
@RequestScoped
public class Desk {

  private static final int SOON = 8;

  @Inject private DeskQueries queries;
  @Inject private ListQueries lists;
  @Inject private May may;
  @Inject private LanguageChoice language;
  @Inject private Words words;
  @Inject private UniversityTime time;

  private List<Waiting> waiting;
  private List<Period> periods;

  /**
   * A period of the calendar as one line.
   *
   * @param name what
   * @param days from and to
   * @param whom term, level and course
   * @param now whether it has begun
   */
  public record Period(String name, String days, String whom, boolean now) {}

  @PostConstruct
  void load() {
    waiting = queries.waiting();
  }

  public List<Waiting> getLate() {
    return of(Urgency.LATE);
  }

  public List<Waiting> getWrong() {
    return of(Urgency.WRONG);
  }

  public List<Waiting> getDue() {
    return of(Urgency.DUE);
  }

  public List<Waiting> getNotes() {
    return of(Urgency.NOTE).stream().filter(one -> !one.due().list().equals("events")).toList();
  }

  private List<Waiting> of(Urgency urgency) {
    return waiting.stream().filter(one -> one.due().urgency() == urgency).toList();
  }

  /** True where nothing asks for anything. */
  public boolean isClear() {
    return waiting.stream().allMatch(one -> one.due().urgency() == Urgency.NOTE);
  }

  /** Address of the rows behind a line. */
  public String link(Waiting one) {
    return "/office/list.xhtml?list=" + one.due().list() + "&only=" + one.due().name();
  }

  /** Periods that run now or begin within three weeks. */
  public List<Period> getPeriods() {
    if (periods == null) {
      periods = may.can(Permissions.CALENDAR_READ) ? soon() : List.of();
    }
    return periods;
  }

  private List<Period> soon() {
    ListView view = lists.view("events");
    ListQuery soon = new ListQuery(0, SOON, "starts_on", true, Map.of(ListQuery.ONLY, "now"), null);
    return lists.page("events", soon).rows().stream().map(row -> period(view, row)).toList();
  }

  private Period period(ListView view, Row row) {
    LocalDate from = (LocalDate) row.values().get(view.columns().indexOf(view.column("starts_on")));
    String level = shown(view, row, "level");
    String course = shown(view, row, "course_year");
    return new Period(
        shown(view, row, "kind"),
        shown(view, row, "starts_on") + " – " + shown(view, row, "ends_on"),
        shown(view, row, "term")
            + (level.isEmpty() ? "" : " · " + words.get("curriculum.level." + level))
            + (course.isEmpty() ? "" : " · " + words.of("office.desk.course", course)),
        !from.isAfter(time.today()));
  }

  private String shown(ListView view, Row row, String column) {
    int index = view.columns().indexOf(view.column(column));
    return ListRows.shown(
        view.columns().get(index), row.values().get(index), language.getLanguage());
  }

  public LocalDate getToday() {
    return time.today();
  }

  /** Roles of the caller in force today. */
  public List<Role> getRoles() {
    return queries.self().roles(time.today()).stream().sorted().toList();
  }
}
