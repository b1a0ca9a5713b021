package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.analysis.AnalysisCut;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.achievement.service.analysis.ResultQueries;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.DegreeState;
import kz.miras.registrar.registration.rule.NeededStanding;
import kz.miras.registrar.registration.service.DegreeQueries;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.registration.service.RegistrationJobs;
import kz.miras.registrar.registration.service.TermPlanner;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.transcript.service.DocumentDesk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PUB-1. A result that is posted and not published, as registration tells it, side by side. */
@InsideTest
class AwaitedResultsInsideIT {

  private static final String TERM = "AWAITED-2210";
  private static final int YEAR = 2210;
  private static final int PLANNER = 49;
  private static final int SEATED = 65;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(AwaitedResultsInsideIT.class, Chooser.class, SheetScene.class);
  }

  /** A sheet of two students who are enrolled in its discipline since a term long begun. */
  private static SheetScene studied(int first) throws SQLException {
    SheetScene scene = SheetScene.open(first, 2);
    Scene.change(
        "UPDATE sheet SET term_id = ? WHERE uuid = ?", Scene.term(TERM, YEAR), scene.sheet());
    long offering =
        Scene.number(
            "SELECT x.offering_id FROM section x JOIN sheet h ON h.section_id = x.id WHERE h.uuid ="
                + " ?",
            scene.sheet());
    Scene.change(
        "UPDATE offering SET term_id = (SELECT id FROM term ORDER BY starts_on LIMIT 1) WHERE id ="
            + " ?",
        offering);
    for (int place = 0; place < 2; place++) {
      long enrolment = Scene.next("registration_seq");
      Scene.change(
          "INSERT INTO enrolment (id, uuid, student_id, offering_id, type, attempt_no, status,"
              + " enrolled_at) VALUES (?, UUID(), ?, ?, 'ADDITIONAL', 1, 'ENROLLED', '2020-09-01')",
          enrolment,
          scene.student(place),
          offering);
      Scene.change(
          "UPDATE sheet_row SET enrolment_id = ? WHERE id = ?", enrolment, scene.row(place));
    }
    return scene;
  }

  private static void posted(SheetScene scene, int first, int second) throws Exception {
    scene.examAt(scene.now().minusHours(1));
    scene.score(0, first);
    scene.score(1, second);
    SheetScene.act(scene.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet()));
    scene.close();
  }

  private static void publish(SheetScene scene) throws Exception {
    PublicationDesk desk = Inside.bean(PublicationDesk.class);
    SheetScene.act(Scene.holding("SPE"), () -> desk.publish(scene.sheet(), SheetPart.RESULT));
  }

  private static String code(SheetScene scene) throws SQLException {
    return Scene.text(
        "SELECT d.code FROM discipline d JOIN sheet h ON h.discipline_id = d.id WHERE h.uuid = ?",
        scene.sheet());
  }

  /** What somebody is told of the discipline and of the one that needs it. */
  private record Told(
      DegreeState degree,
      boolean toRepeat,
      NeededStanding needed,
      Verdict check,
      int results,
      boolean printed) {

    static Told to(String login, Chooser student, String code) throws Exception {
      DegreeQueries degrees = Inside.bean(DegreeQueries.class);
      DegreeState degree =
          Inside.as(login, () -> degrees.of(student.number())).audit().state(code).orElseThrow();
      TermPlanner planner = Inside.bean(TermPlanner.class);
      TermPlanner.TermPlan plan =
          Inside.as(login, () -> planner.plan(student.number(), student.term()));
      boolean repeat =
          plan.parts().stream()
              .filter(part -> part.type() == EnrolmentType.RETAKE)
              .flatMap(part -> part.candidates().stream())
              .anyMatch(one -> one.code().equals(code));
      NeededStanding needed =
          plan.candidates().stream()
              .filter(one -> one.code().equals(student.first()))
              .flatMap(one -> one.needs().stream())
              .filter(one -> one.code().equals(code))
              .findFirst()
              .orElseThrow()
              .standing();
      PlanAnswer answer =
          Inside.as(
              login,
              () ->
                  Inside.bean(PlanDesk.class)
                      .check(student.number(), student.request(student.first(), null)));
      ResultQueries results = Inside.bean(ResultQueries.class);
      Asked asked = new Asked(TERM, AnalysisCut.SCHOOL, Map.of(), 0);
      int analysed =
          (int)
              Inside.as(login, () -> results.of(asked, null, true)).lines().stream()
                  .filter(line -> line.number().equals(student.number()))
                  .filter(line -> line.code().equals(code))
                  .count();
      DocumentDesk documents = Inside.bean(DocumentDesk.class);
      boolean printed =
          Inside.as(login, () -> documents.contents(student.number())).record().terms().stream()
              .flatMap(term -> term.lines().stream())
              .anyMatch(line -> line.code().equals(code));
      return new Told(
          degree, repeat, needed, answer.of(student.first()).verdict(), analysed, printed);
    }

    List<String> prerequisite() {
      return check.refusals().stream()
          .filter(one -> one.rule().equals("REG-2"))
          .map(Refusal::code)
          .toList();
    }

    boolean isOpen() {
      return check.warnings().stream().anyMatch(one -> one.rule().equals("REG-2"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 20})
  @DisplayName(
      "PUB-1 DOC-10 degree audit, choice of disciplines, check of a plan, analysis and transcript"
          + " tell a student no result before it is published; the office sees it, on no document")
  void toldOncePublished(int score) throws Exception {
    boolean passes = score >= 50;
    SheetScene scene = studied(PLANNER);
    String code = code(scene);
    Chooser student = Chooser.come();
    try {
      assertThat(student.student()).isEqualTo(scene.student(0));
      long item = Scene.next("curriculum_seq");
      Scene.change(
          "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component)"
              + " SELECT ?, ?, id, 1, 'PROFILE', 'UNIVERSITY' FROM discipline WHERE code = ?",
          item,
          student.curriculum(),
          code);
      Scene.change(
          "INSERT INTO prerequisite (discipline_id, requires_id) SELECT w.id, n.id FROM discipline w"
              + " JOIN discipline n ON n.code = ? WHERE w.code = ?",
          code,
          student.first());
      String office = Scene.holding("SPE");
      Told before = Told.to(student.login(), student, code);
      assertThat(before.degree()).isEqualTo(DegreeState.IN_PROGRESS);
      assertThat(before.needed()).isEqualTo(NeededStanding.STUDIED);
      assertThat(before.prerequisite()).isEmpty();
      assertThat(before.isOpen()).as("provisional").isTrue();

      posted(scene, score, 70);

      assertThat(
              Scene.text(
                  "SELECT status FROM enrolment WHERE student_id = ? AND id = (SELECT"
                      + " enrolment_id FROM sheet_row WHERE id = ?)",
                  scene.student(0),
                  scene.row(0)))
          .isEqualTo("COMPLETED");
      assertThat(Told.to(student.login(), student, code))
          .as("nothing has changed for the student")
          .isEqualTo(before);
      Told truth = Told.to(office, student, code);
      assertThat(truth.degree()).isEqualTo(passes ? DegreeState.DONE : DegreeState.FAILED);
      assertThat(truth.toRepeat()).isEqualTo(!passes);
      assertThat(truth.needed()).isEqualTo(passes ? NeededStanding.PASSED : NeededStanding.FAILED);
      assertThat(truth.isOpen()).isFalse();
      assertThat(truth.prerequisite().isEmpty()).isEqualTo(passes);
      assertThat(truth.results()).isOne();
      assertThat(truth.printed()).as("in a preview by the office").isFalse();

      publish(scene);

      Told after = Told.to(student.login(), student, code);
      assertThat(after.degree()).isEqualTo(truth.degree());
      assertThat(after.toRepeat()).isEqualTo(truth.toRepeat());
      assertThat(after.needed()).isEqualTo(truth.needed());
      assertThat(after.prerequisite()).isEqualTo(truth.prerequisite());
      assertThat(after.results()).isOne();
      assertThat(after.printed()).isTrue();
    } finally {
      student.leave();
    }
  }

  @Test
  @DisplayName(
      "PUB-1 REG-2 a seat that waits for a mark is firm, or goes on, once the mark is published:"
          + " until then nothing tells")
  void settledOncePublished() throws Exception {
    SheetScene scene = studied(SEATED);
    long wanted = Scene.offering(1);
    Scene.section(wanted, "GROUP", 5);
    Scene.change(
        "INSERT INTO prerequisite (discipline_id, requires_id) SELECT o.discipline_id,"
            + " h.discipline_id FROM offering o, sheet h WHERE o.id = ? AND h.uuid = ?",
        wanted,
        scene.sheet());
    long passed = enrolled(scene.student(0), wanted);
    long failed = enrolled(scene.student(1), wanted);

    posted(scene, 90, 20);
    for (long enrolment : List.of(passed, failed)) {
      settle(enrolment);
      assertThat(state(enrolment)).isEqualTo("ENROLLED, open");
    }
    assertThat(told(scene, wanted)).as("told before publication").isZero();

    publish(scene);
    for (long enrolment : List.of(passed, failed)) {
      assertThat(
              Scene.number(
                  "SELECT to_settle OR NOT provisional OR status <> 'ENROLLED' FROM enrolment WHERE"
                      + " id = ?",
                  enrolment))
          .as("to be looked at, if the clock has not done so already")
          .isOne();
      settle(enrolment);
    }

    assertThat(state(passed)).isEqualTo("ENROLLED, firm");
    assertThat(state(failed)).startsWith("CANCELLED_BY_OR");
    assertThat(told(scene, wanted)).isEqualTo(2);
  }

  private static long enrolled(long student, long offering) throws Exception {
    String number = Scene.text("SELECT student_no FROM student WHERE id = ?", student);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Decision decision =
        Inside.as(
            Scene.holding("SPE"),
            () ->
                counter.enrol(number, offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, null));
    assertThat(decision.verdict().refusals()).isEmpty();
    assertThat(decision.verdict().provisional()).isTrue();
    return decision.enrolment();
  }

  /** What the clock does each minute. */
  private static void settle(long enrolment) throws Exception {
    RegistrationJobs jobs = Inside.bean(RegistrationJobs.class);
    SheetScene.act(Scene.holding("SYSTEM"), () -> jobs.settle(enrolment));
  }

  private static String state(long enrolment) throws SQLException {
    return Scene.text(
        "SELECT CONCAT(status, IF(provisional, ', open', ', firm')) FROM enrolment WHERE id = ?",
        enrolment);
  }

  private static long told(SheetScene scene, long offering) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice n JOIN offering o ON o.id = ? WHERE n.student_id IN (?, ?) AND"
            + " n.code IN ('registration.notice.provisional-firm',"
            + " 'registration.notice.provisional-failed') AND n.args LIKE CONCAT('%', o.code, '%')",
        offering, scene.student(0), scene.student(1));
  }
}
