package kz.miras.registrar.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.calendar.CalendarLimits;
import kz.miras.registrar.calendar.CalendarSound;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.calendar.YearPlan;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.calendar.YearPlan.TermSpan;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.CurriculumSound;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.OrderEffects;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.StudentStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demonstration university, judged by the product's own rules over plain SQL. */
@ExtendWith(ServerExtension.class)
class DemoRulesIT {

  @Test
  @DisplayName("every curriculum satisfies the standard without a single warning")
  void curriculaAreSound(TestServer server) throws SQLException {
    record Plan(long id, String code, Level level, int credits, int years) {}
    List<Plan> plans =
        Rows.of(
            server,
            "SELECT c.id, CONCAT(p.code, ' ', c.admission_year), p.level, p.credits, p.years FROM"
                + " curriculum c JOIN programme p ON p.id = c.programme_id WHERE c.id"
                + Rows.OWN,
            row ->
                new Plan(
                    row.getLong(1),
                    row.getString(2),
                    Level.valueOf(row.getString(3)),
                    row.getInt(4),
                    row.getInt(5)));
    assertThat(plans).hasSizeGreaterThan(60);
    for (Plan plan : plans) {
      Verdict verdict =
          CurriculumSound.judge(
              plan.level(),
              plan.credits(),
              plan.years(),
              lines(server, plan.id()),
              rules(plan.level()));
      assertThat(verdict.refusals()).as(plan.code()).isEmpty();
      assertThat(verdict.warnings()).as(plan.code()).isEmpty();
    }
  }

  private static List<PlanLine> lines(TestServer server, long curriculum) throws SQLException {
    return Rows.of(
        server,
        "SELECT d.code, d.name_kk, d.name_ru, d.name_en, d.name_repeats, d.credits, i.term_no,"
            + " i.cycle, i.component, i.choice_block, i.choice_credits FROM curriculum_item i JOIN"
            + " discipline d ON d.id = i.discipline_id WHERE i.curriculum_id = "
            + curriculum
            + " AND i.id"
            + Rows.OWN,
        row ->
            new PlanLine(
                row.getString(1),
                LocalizedText.of(row.getString(2), row.getString(3), row.getString(4)),
                row.getBoolean(5),
                row.getInt(6),
                row.getInt(7),
                Cycle.valueOf(row.getString(8)),
                row.getString(9) == null ? null : Component.valueOf(row.getString(9)),
                row.getString(10),
                row.getObject(11, Integer.class)));
  }

  private static RuleSet rules(Level level) {
    return RuleSet.of("test", 1, level, LocalDate.of(2000, 1, 1), Map.of());
  }

  @Test
  @DisplayName("every academic year satisfies the rules of the calendar")
  void calendarsAreSound(TestServer server) throws SQLException {
    CalendarLimits limits = new CalendarLimits(15, 10, 6, 2, 7);
    List<Integer> years =
        Rows.of(
            server,
            "SELECT start_year FROM academic_year WHERE id" + Rows.OWN,
            row -> row.getInt(1));
    assertThat(years).hasSize(5);
    for (int year : years) {
      Map<String, Span> study = spans(server, year, "STUDY");
      Map<String, Span> session = spans(server, year, "SESSION");
      List<TermSpan> terms =
          study.entrySet().stream()
              .map(
                  term ->
                      new TermSpan(
                          TermType.valueOf(term.getKey()),
                          term.getValue(),
                          session.get(term.getKey())))
              .toList();
      List<Span> vacations = List.copyOf(spans(server, year, "VACATION").values());
      Verdict verdict =
          CalendarSound.judge(new YearPlan(year, false, false, terms, vacations), limits);
      assertThat(terms).as("" + year).hasSize(3);
      assertThat(verdict.refusals()).as("" + year).isEmpty();
    }
  }

  private static Map<String, Span> spans(TestServer server, int year, String kind)
      throws SQLException {
    Map<String, Span> spans = new TreeMap<>();
    Rows.of(
            server,
            "SELECT t.type, e.starts_on, e.ends_on FROM calendar_event e JOIN term t ON t.id ="
                + " e.term_id JOIN academic_year y ON y.id = t.academic_year_id WHERE y.start_year = "
                + year
                + " AND e.kind = '"
                + kind
                + "' AND e.id"
                + Rows.OWN,
            row ->
                Map.entry(
                    row.getString(1),
                    new Span(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))))
        .forEach(entry -> spans.put(entry.getKey(), entry.getValue()));
    return spans;
  }

  @Test
  @DisplayName("every status follows from orders the machine of statuses allows")
  void statusesFollowFromOrders(TestServer server) throws SQLException {
    record Step(String student, OrderKind kind, String from, String to, int course, String now) {}
    List<Step> steps =
        Rows.of(
            server,
            "SELECT s.student_no, o.kind, c.from_status, c.to_status, c.course_year,"
                + " CONCAT(s.status, ' ', s.course_year) FROM student_status_change c JOIN"
                + " student_order o ON o.id = c.order_id JOIN student s ON s.id = c.student_id WHERE"
                + " c.id"
                + Rows.OWN
                + " AND s.id"
                + Rows.OWN
                + " AND NOT EXISTS (SELECT 1 FROM student_status_change x WHERE x.student_id = s.id"
                + " AND x.id > "
                + Rows.LAST
                + ") ORDER BY s.id, c.effective_on, c.id",
            row ->
                new Step(
                    row.getString(1),
                    OrderKind.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getString(6)));
    assertThat(steps).hasSizeGreaterThan(500);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      boolean first = i == 0 || !steps.get(i - 1).student().equals(step.student());
      boolean last = i + 1 == steps.size() || !steps.get(i + 1).student().equals(step.student());
      String before = first ? null : steps.get(i - 1).to();
      boolean continues = first ? step.from() == null : step.from().equals(before);
      boolean allowed =
          first
              || OrderEffects.judge(
                      step.kind(),
                      new OrderEffects.Subject(
                          step.student(),
                          StudentStatus.valueOf(before),
                          step.kind() == OrderKind.MOBILITY_RETURN,
                          true,
                          step.course() - 1,
                          7))
                  .isAllowed();
      boolean arrives = !last || step.now().equals(step.to() + " " + step.course());
      if (!continues || !allowed || !arrives) {
        wrong.add(step.toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @DisplayName("every result is what the rules make of its rating and score")
  void resultsFollowFromScores(TestServer server) throws SQLException {
    List<String> wrong =
        Rows.of(
            server,
            "SELECT s.student_no, a.rating, a.score, a.percent, a.letter, a.mark, a.result_on,"
                + " d.control_form, p.level, a.kind FROM achievement a JOIN student s ON s.id ="
                + " a.student_id JOIN programme p ON p.id = s.programme_id JOIN discipline d ON d.id ="
                + " a.discipline_id WHERE s.id"
                + Rows.OWN
                + " AND a.kind <> 'RECOGNISED' AND a.score IS NOT"
                + " NULL",
            DemoRulesIT::judged);
    assertThat(wrong).hasSizeGreaterThan(4000);
    wrong.removeIf(java.util.Objects::isNull);
    assertThat(wrong).isEmpty();
  }

  private static String judged(ResultSet row) throws SQLException {
    LocalDate date = row.getObject(7, LocalDate.class);
    ControlForm form = ControlForm.valueOf(row.getString(8));
    int score = row.getInt(3);
    RowScores scores =
        form.hasRating()
            ? RowScores.of(row.getInt(2), row.getInt(2), score)
            : RowScores.single(score);
    FinalOutcome outcome =
        FinalGradePolicy.of(rules(Level.valueOf(row.getString(9))), date)
            .outcome(form, scores)
            .orElseThrow();
    // what is only passed or not (P, NP) is a mark without a letter
    Letter letter =
        row.getString(5) == null ? null : GradeScale.on(date).parse(row.getString(5)).orElseThrow();
    Mark mark = row.getString(6) == null ? null : Mark.valueOf(row.getString(6));
    boolean same =
        outcome.grade().letter() == letter
            && outcome.grade().mark() == mark
            && outcome.grade().percent() == row.getObject(4, Integer.class).intValue();
    return same ? null : row.getString(1) + " " + row.getString(10) + " " + outcome;
  }
}
