package kz.miras.registrar.office.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.service.AchievementQueries;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.office.service.DeskQueries;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.office.service.ListQueries.Row;
import kz.miras.registrar.office.service.ListQueries.Tally;
import kz.miras.registrar.registration.service.OfferingQueries;
import kz.miras.registrar.registration.service.OfferingQueries.EnrolmentView;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.service.StudentQueries;
import kz.miras.registrar.student.service.StudentQueries.Card;

/** How things stand, beside what waits: the session, the students, one's own sheets or results. */
@Named("summary")
@RequestScoped
public class DeskSummary {

  private static final int OWN_SHEETS = 12;

  /** Parts of a bar, from what is not begun to what is done. */
  private static final Map<String, List<String>> STEPS = new LinkedHashMap<>();

  static {
    STEPS.put("CREATED", List.of("CREATED"));
    STEPS.put("OPEN", List.of("OPEN", "OVERDUE"));
    STEPS.put("SUBMITTED", List.of("SUBMITTED"));
    STEPS.put("CLOSED", List.of("CLOSED", "AMENDED"));
  }

  @Inject private DeskQueries queries;
  @Inject private ListQueries lists;
  @Inject private TermQueries terms;
  @Inject private StudentQueries students;
  @Inject private AchievementQueries achievements;
  @Inject private OfferingQueries offerings;
  @Inject private May may;
  @Inject private Words words;
  @Inject private LanguageChoice language;

  private String term;
  private Actor self;
  private List<Bar> bars;
  private Card own;
  private Optional<Bar> body;
  private List<Line> ownSheets;
  private StudyRecord record;
  private List<EnrolmentView> enrolments;

  /**
   * A part of a bar.
   *
   * @param name what it is
   * @param style CSS class
   * @param count how many
   * @param percent width of it
   * @param link the list of them
   */
  public record Part(String name, String style, long count, String percent, String link) {}

  /** A bar with its name. */
  public record Bar(String name, long total, List<Part> parts) {}

  /** A line of a small table: cells as people read them and where the first leads. */
  public record Line(String link, List<String> cells) {}

  private Actor self() {
    if (self == null) {
      self = queries.self();
    }
    return self;
  }

  /** Code of the term of today; null between terms, or where the caller sees no calendar. */
  public String getTerm() {
    if (term == null && may.can(Permissions.CALENDAR_READ)) {
      term =
          terms.terms().stream()
              .filter(TermQueries.TermChoice::current)
              .map(TermQueries.TermChoice::code)
              .findFirst()
              .orElse(null);
    }
    return term;
  }

  /** The sheets of the current term: one bar for each school the caller sees. */
  public List<Bar> getBars() {
    if (bars == null) {
      bars = may.can(Permissions.SHEET_READ) && getTerm() != null ? sheetBars() : List.of();
    }
    return bars;
  }

  private List<Bar> sheetBars() {
    Map<String, Map<String, Long>> bySchool = new TreeMap<>();
    for (Tally tally : queries.sheets(getTerm())) {
      String school = tally.values().get(0) == null ? "" : tally.values().get(0);
      bySchool
          .computeIfAbsent(school, key -> new LinkedHashMap<>())
          .put(tally.values().get(1), tally.count());
    }
    Map<String, String> names = bySchool.size() > 1 ? schools() : Map.of();
    List<Bar> found = new ArrayList<>();
    bySchool.forEach((school, counts) -> found.add(sheetBar(school, counts, names)));
    return found;
  }

  private Bar sheetBar(String school, Map<String, Long> counts, Map<String, String> names) {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    List<Part> parts = new ArrayList<>();
    STEPS.forEach(
        (step, statuses) -> {
          long count = statuses.stream().mapToLong(one -> counts.getOrDefault(one, 0L)).sum();
          if (count > 0) {
            String name = words.get("attestation.status." + step);
            parts.add(
                new Part(
                    name,
                    step,
                    count,
                    percent(count, total),
                    "/office/list.xhtml?list=sheets&f.term="
                        + encoded(getTerm())
                        + (names.isEmpty() ? "" : "&f.school=" + encoded(school))
                        + "&f.status="
                        + encoded(name)));
          }
        });
    return new Bar(names.getOrDefault(school, words.get("office.desk.all-sheets")), total, parts);
  }

  private Map<String, String> schools() {
    Map<String, String> names = new LinkedHashMap<>();
    ListView view = lists.view("units");
    int name = view.columns().indexOf(view.column("name_" + language.getTag()));
    ListQuery query = new ListQuery(0, 100, null, true, Map.of("kind", "SCHOOL"), null);
    lists
        .page("units", query)
        .rows()
        .forEach(row -> names.put(row.id(), String.valueOf(row.values().get(name))));
    return names;
  }

  /** The students the caller looks after, by status; one bar. */
  public Bar getBody() {
    if (body == null) {
      body =
          may.can(Permissions.STUDENT_READ) && self().studentId() == null
              ? studentBar()
              : Optional.empty();
    }
    return body.orElse(null);
  }

  private Optional<Bar> studentBar() {
    List<Tally> tallies = queries.students();
    long total = tallies.stream().mapToLong(Tally::count).sum();
    List<Part> parts = new ArrayList<>();
    for (StudentStatus status : StudentStatus.values()) {
      tallies.stream()
          .filter(tally -> status.name().equals(tally.values().get(0)))
          .forEach(
              tally ->
                  parts.add(
                      new Part(
                          words.get(status.key()),
                          status.name(),
                          tally.count(),
                          percent(tally.count(), total),
                          "/office/list.xhtml?list=students&f.status="
                              + encoded(words.get(status.key())))));
    }
    return total == 0
        ? Optional.empty()
        : Optional.of(new Bar(words.get("frame.list.students"), total, parts));
  }

  /** The sheets a teacher still has to fill in, the earliest exam first. */
  public List<Line> getOwnSheets() {
    if (ownSheets == null) {
      ownSheets = sheetLines();
    }
    return ownSheets;
  }

  private List<Line> sheetLines() {
    if (self().teacherId() == null
        || !(may.can(Permissions.SHEET_ENTER_RATING) || may.can(Permissions.SHEET_ENTER_EXAM))) {
      return List.of();
    }
    ListView view = lists.view("sheets");
    List<String> shown =
        List.of("number", "name_" + language.getTag(), "section", "exam_date", "status");
    return queries.ownSheets(OWN_SHEETS).rows().stream()
        .map(row -> new Line("/attestation/sheet.xhtml?id=" + row.id(), cells(view, row, shown)))
        .toList();
  }

  private List<String> cells(ListView view, Row row, List<String> columns) {
    return columns.stream()
        .map(
            key -> {
              int index = view.columns().indexOf(view.column(key));
              return ListRows.shown(
                  view.columns().get(index), row.values().get(index), language.getLanguage());
            })
        .toList();
  }

  /** The caller's own student record; null where the caller is no student. */
  public Card getOwn() {
    if (own == null && self().studentId() != null && may.can(Permissions.STUDENT_READ)) {
      own = students.card(students.own());
    }
    return own;
  }

  public StudyRecord getRecord() {
    if (record == null && getOwn() != null && may.can(Permissions.ACHIEVEMENT_READ)) {
      record = achievements.record(getOwn().id(), null);
    }
    return record;
  }

  public List<EnrolmentView> getEnrolments() {
    if (enrolments == null) {
      enrolments =
          getOwn() == null || !may.can(Permissions.ENROL_READ)
              ? List.of()
              : offerings.ofStudent(getOwn().key());
    }
    return enrolments;
  }

  private static String percent(long count, long total) {
    return String.valueOf(Math.max(1, Math.round(1000.0 * count / total)) / 10.0);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
