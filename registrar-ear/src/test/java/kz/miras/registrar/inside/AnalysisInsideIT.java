package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.AnalysisScene.asked;
import static kz.miras.registrar.inside.AnalysisScene.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kz.miras.registrar.achievement.analysis.AnalysisCut;
import kz.miras.registrar.achievement.analysis.AnalysisFigures;
import kz.miras.registrar.achievement.analysis.AnalysisOutcome;
import kz.miras.registrar.achievement.service.analysis.AnalysisFile;
import kz.miras.registrar.achievement.service.analysis.AnalysisQueries;
import kz.miras.registrar.achievement.service.analysis.AnalysisView;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.achievement.service.analysis.GroupSheetFile;
import kz.miras.registrar.achievement.service.analysis.GroupSheetQueries;
import kz.miras.registrar.achievement.service.analysis.GroupSheetView;
import kz.miras.registrar.achievement.service.analysis.ReminderDesk;
import kz.miras.registrar.achievement.service.analysis.ResultQueries;
import kz.miras.registrar.achievement.service.analysis.SessionQueries;
import kz.miras.registrar.achievement.service.analysis.SessionReport;
import kz.miras.registrar.achievement.service.analysis.SessionView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Progress of a term counted in the database and judged by the model: who sees which figures. */
@InsideTest
class AnalysisInsideIT {

  /** Credits of the disciplines a student has passed in a term, by hand. */
  private static final String EARNED =
      "SELECT COALESCE(SUM(passed.credits), 0) FROM (SELECT MAX(a.credits) credits FROM achievement"
          + " a JOIN term t ON t.id = a.term_id JOIN student s ON s.id = a.student_id WHERE"
          + " s.student_no = ? AND t.code = ? AND NOT a.additional AND (a.letter NOT IN ('FX', 'F')"
          + " OR a.letter IS NULL AND a.mark IN ('P', 'TR')) AND NOT EXISTS (SELECT 1 FROM"
          + " achievement k WHERE k.corrects_id = a.id) GROUP BY a.discipline_code) passed";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(AnalysisInsideIT.class, AnalysisScene.class, Marks.class);
  }

  private static AnalysisView view(String login, AnalysisCut by) throws Exception {
    AnalysisQueries queries = Inside.bean(AnalysisQueries.class);
    return Inside.as(login, () -> queries.of(asked(AnalysisScene.TERM, by)));
  }

  private static ResultQueries.Found found(String login, AnalysisOutcome outcome) throws Exception {
    ResultQueries queries = Inside.bean(ResultQueries.class);
    return Inside.as(
        login, () -> queries.of(asked(AnalysisScene.TERM, AnalysisCut.SCHOOL), outcome, false));
  }

  @Test
  @DisplayName(
      "PRG-1 of A-, FX retaken to C-, FX with a withdrawn retake, I and F corrected to C+ three of"
          + " four pass and two are good")
  void standingResults() throws Exception {
    AnalysisScene.made();
    String office = Scene.holding("SPE");
    for (AnalysisCut cut : AnalysisCut.values()) {
      AnalysisFigures figures = total(view(office, cut));
      assertThat(figures.results().base()).as(cut.name()).isEqualTo(4);
      assertThat(figures.results().absoluteRate()).contains(new BigDecimal("75.00"));
      assertThat(figures.results().qualityRate()).contains(new BigDecimal("50.00"));
      assertThat(figures.results().excused()).isEqualTo(1);
      assertThat(figures.people()).as(cut.name()).isEqualTo(5);
      assertThat(figures.students().obliged()).as(cut.name()).isEqualTo(4);
      assertThat(figures.students().absoluteRate()).contains(new BigDecimal("75.00"));
    }
    assertThat(found(office, null).all()).isEqualTo(5);
    assertThat(found(office, AnalysisOutcome.EXCELLENT).all()).isEqualTo(1);
    assertThat(found(office, AnalysisOutcome.GOOD).all()).isEqualTo(1);
    assertThat(found(office, AnalysisOutcome.SATISFACTORY).all()).isEqualTo(1);
    assertThat(found(office, AnalysisOutcome.UNSATISFACTORY).all()).isEqualTo(1);
    assertThat(found(office, AnalysisOutcome.EXCUSED).all()).isEqualTo(1);
    assertThat(found(office, AnalysisOutcome.WITHDRAWN).all()).isZero();
  }

  @Test
  @DisplayName(
      "PRG-5 a dean sees the own school as it was in the term; the university beside it only where"
          + " the others are three")
  void everyoneTheirOwn() throws Exception {
    AnalysisScene scene = AnalysisScene.made();
    AnalysisView here = view(AnalysisScene.dean(scene.here), AnalysisCut.SCHOOL);
    AnalysisView there = view(AnalysisScene.dean(scene.there), AnalysisCut.SCHOOL);

    assertThat(total(here).people()).as("one of the three was elsewhere then").isEqualTo(2);
    assertThat(here.university(here.now()).people()).isEqualTo(5);
    assertThat(total(there).people()).isEqualTo(3);
    assertThat(there.university(there.now())).as("two others could be recognised").isNull();
    AnalysisQueries queries = Inside.bean(AnalysisQueries.class);
    Asked nobody =
        new Asked(
            AnalysisScene.TERM, AnalysisCut.SCHOOL, Map.of(AnalysisCut.GROUP, "no such group"), 0);
    AnalysisView narrowed = Inside.as(AnalysisScene.dean(scene.there), () -> queries.of(nobody));
    assertThat(narrowed.university(narrowed.now())).as("nor by narrowing").isNull();

    String student = Scene.account("STU", scene.students.get(0), null);
    assertThat(total(view(student, AnalysisCut.DISCIPLINE)).people()).isEqualTo(1);
    assertThat(found(student, null).lines())
        .extracting(ResultQueries.Line::sign)
        .containsExactly("A-");
    long teacher = Scene.number("SELECT MAX(id) FROM teacher");
    String stranger = Scene.account("TCH", null, teacher);
    assertThat(total(view(stranger, AnalysisCut.SCHOOL)).people()).isZero();
    assertThat(found(stranger, null).lines()).isEmpty();
    String accounting = Scene.holding("ACC");
    assertThatThrownBy(() -> view(accounting, AnalysisCut.SCHOOL))
        .isInstanceOf(RegistrarException.Forbidden.class);
  }

  @Test
  @DisplayName("who is late is named with what is missing, and reminded once a day")
  void lateSheets() throws Exception {
    AnalysisScene scene = AnalysisScene.made();
    long teacher = Scene.number("SELECT MIN(id) FROM teacher");
    long sheet = scene.lateSheet(teacher);
    String office = Scene.holding("SEN");
    SessionQueries sessions = Inside.bean(SessionQueries.class);
    SessionView view = Inside.as(office, () -> sessions.of(AnalysisScene.TERM));

    assertThat(view.all().sheets()).as("a journal of ratings is none").isEqualTo(1);
    assertThat(view.all().late()).isEqualTo(1);
    assertThat(view.all().due()).isZero();
    assertThat(view.all().missing()).isEqualTo(1);
    assertThat(view.schools()).hasSize(1);
    assertThat(view.schools().get(0).departments().get(0).late()).isEqualTo(1);
    assertThat(view.late()).hasSize(1);
    assertThat(view.late().get(0).sheets().get(0).rows()).isEqualTo(2);
    assertThat(view.late().get(0).reminded()).isNull();

    Scene.change("UPDATE sheet SET exam_date = university_today() WHERE id = ?", sheet);
    SessionView due = Inside.as(office, () -> sessions.of(AnalysisScene.TERM));
    assertThat(due.all().late()).as("entry is open for two days more").isZero();
    assertThat(due.all().due()).isEqualTo(1);
    assertThat(due.all().missing()).as("missing all the same").isEqualTo(1);
    assertThat(due.late()).isEmpty();
    Scene.change(
        "UPDATE sheet SET exam_date = DATE_SUB(university_today(), INTERVAL 7 DAY) WHERE id = ?",
        sheet);

    ReminderDesk reminders = Inside.bean(ReminderDesk.class);
    String dean = AnalysisScene.dean(scene.here);
    assertThatThrownBy(() -> Inside.as(dean, () -> reminders.remind(AnalysisScene.TERM)))
        .isInstanceOf(RegistrarException.Forbidden.class);
    assertThat(Inside.as(office, () -> reminders.remind(AnalysisScene.TERM))).isEqualTo(1);
    assertThat(Inside.as(office, () -> reminders.remind(AnalysisScene.TERM))).as("again").isZero();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice WHERE teacher_id = ? AND code ="
                    + " 'achievement.session.reminder'",
                teacher))
        .isEqualTo(1);
    SessionView after = Inside.as(office, () -> sessions.of(AnalysisScene.TERM));
    assertThat(after.late().get(0).reminded()).isEqualTo(Scene.today());
  }

  @Test
  @DisplayName("the consolidated sheet has the credits, GPA and place of each student of the group")
  void consolidated() throws Exception {
    String term = Scene.text(AnalysisScene.BUSIEST);
    String group =
        Scene.text(
            "SELECT g.code FROM achievement a JOIN term t ON t.id = a.term_id JOIN student s ON s.id"
                + " = a.student_id JOIN student_group g ON g.id = s.group_id WHERE t.code = ? AND"
                + " s.status = 'STUDYING' GROUP BY g.id ORDER BY COUNT(*) DESC LIMIT 1",
            term);
    String office = Scene.holding("SEN");
    GroupSheetQueries queries = Inside.bean(GroupSheetQueries.class);
    GroupSheetView view = Inside.as(office, () -> queries.of(group, term));

    assertThat(view.rows()).hasSizeGreaterThan(2);
    assertThat(view.columns()).isNotEmpty();
    GroupSheetView.Row first =
        view.rows().stream().filter(row -> Integer.valueOf(1).equals(row.rank())).findFirst().get();
    assertThat(view.rows().stream().filter(row -> row.termGpa() != null))
        .allSatisfy(row -> assertThat(row.termGpa()).isLessThanOrEqualTo(first.termGpa()));
    // credits times points over credits of what stands with a letter in GPA, by hand in SQL
    assertThat(
            Scene.text(
                "SELECT ROUND(SUM(a.credits * a.digital) / SUM(a.credits), 2) FROM achievement a JOIN"
                    + " term t ON t.id = a.term_id JOIN student s ON s.id = a.student_id WHERE"
                    + " s.student_no = ? AND t.code = ? AND a.digital IS NOT NULL AND NOT"
                    + " a.excluded_from_gpa AND NOT a.additional AND NOT EXISTS (SELECT 1 FROM"
                    + " achievement k WHERE k.corrects_id = a.id) AND NOT EXISTS (SELECT 1 FROM"
                    + " achievement b WHERE b.student_id = a.student_id AND b.term_id = a.term_id"
                    + " AND b.discipline_code = a.discipline_code AND b.position > a.position)",
                first.number(),
                term))
        .isEqualTo(first.termGpa().toPlainString());
    assertThat(Scene.number(EARNED, first.number(), term)).isEqualTo(first.earned());
    assertThat(first.earned()).isLessThanOrEqualTo(first.enrolled());

    GroupSheetFile file = Inside.bean(GroupSheetFile.class);
    assertThat(head(Inside.as(office, () -> file.pdf(group, term, Language.KK)))).isEqualTo("%PDF");
    assertThat(head(Inside.as(office, () -> file.xlsx(group, term, Language.RU)))).startsWith("PK");
    String stranger = Scene.account("ADV", null, Scene.number("SELECT MAX(id) FROM teacher"));
    assertThatThrownBy(() -> Inside.as(stranger, () -> queries.of(group, term)))
        .isInstanceOf(RegistrarException.NotFound.class);
  }

  @Test
  @DisplayName("analysis and session report become files; the report is the office's to make")
  void files() throws Exception {
    String term = Scene.text(AnalysisScene.BUSIEST);
    String office = Scene.holding("SEN");
    AnalysisFile analysis = Inside.bean(AnalysisFile.class);
    Asked asked = asked(term, AnalysisCut.TEACHER);
    assertThat(head(Inside.as(office, () -> analysis.xlsx(asked, Language.RU)))).startsWith("PK");
    assertThat(head(Inside.as(office, () -> analysis.pdf(asked, Language.EN)))).isEqualTo("%PDF");
    SessionReport report = Inside.bean(SessionReport.class);
    assertThat(head(Inside.as(office, () -> report.xlsx(term, Language.KK)))).startsWith("PK");
    assertThat(head(Inside.as(office, () -> report.pdf(term, Language.RU)))).isEqualTo("%PDF");
    String reader = Scene.holding("VR");
    assertThatThrownBy(() -> Inside.as(reader, () -> report.xlsx(term, Language.RU)))
        .isInstanceOf(RegistrarException.Forbidden.class);
  }

  private static String head(byte[] file) {
    return new String(file, 0, 4, StandardCharsets.ISO_8859_1);
  }
}
