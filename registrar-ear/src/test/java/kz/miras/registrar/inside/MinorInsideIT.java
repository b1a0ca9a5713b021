package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.office.service.RecordDesk;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.DegreeState;
import kz.miras.registrar.registration.service.DegreeQueries;
import kz.miras.registrar.registration.service.MinorQueries;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A minor beside the electives of a real curriculum, and in the audit of the degree. */
@InsideTest
class MinorInsideIT {

  /** Credits of the largest discipline there can be. */
  private static final int MOST = 60;

  private static final String ASKED =
      "SELECT SUM(credits) FROM (SELECT MAX(IF(i.choice_block IS NULL, d.credits,"
          + " COALESCE(i.choice_credits, d.credits))) AS credits FROM curriculum_item i JOIN"
          + " discipline d ON d.id = i.discipline_id JOIN student s ON s.curriculum_id ="
          + " i.curriculum_id WHERE s.student_no = ? AND i.component IN ('UNIVERSITY', 'ELECTIVE')"
          + " AND d.kind IN ('DISCIPLINE', 'COURSEWORK') GROUP BY COALESCE(i.choice_block, d.code))"
          + " part";
  private static final String COMPULSORY =
      "SELECT MIN(i.discipline_id) FROM curriculum_item i JOIN student s ON s.curriculum_id ="
          + " i.curriculum_id WHERE s.student_no = ? AND i.component = 'COMPULSORY'";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(MinorInsideIT.class, PlanScene.class);
  }

  private static Decision asks(String office, String student, long offering) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    return Inside.as(
        office,
        () -> counter.enrol(student, offering, NamedSections.ANY, EnrolmentType.MINOR, null));
  }

  /** A minor that stands in the plan of the term without a seat. */
  private static void plan(String student, long offering) throws Exception {
    Scene.change(
        "INSERT INTO study_plan_line (id, plan_id, term_id, discipline_id, type, language, status,"
            + " revision) SELECT ?, p.id, t.id, o.discipline_id, 'MINOR', 'ru', 'SUBMITTED', 1 FROM"
            + " offering o JOIN term t ON t.id = o.term_id JOIN student s ON s.student_no = ? JOIN"
            + " study_plan p ON p.student_id = s.id AND p.academic_year_id = t.academic_year_id"
            + " WHERE o.id = ?",
        Scene.next("registration_seq"),
        student,
        offering);
  }

  private static List<Refusal> said(Decision decision) {
    return decision.verdict().refusals().stream()
        .filter(refusal -> refusal.rule().equals("REG-7"))
        .toList();
  }

  @Test
  @DisplayName(
      "REG-7 a minor is enrolled inside ВК and КВ and counts there in the degree audit; beyond them"
          + " and of ОК it is refused with its figures")
  void insideTheElectives() throws Exception {
    String office = Scene.holding("SPE");
    // somebody of the first course: the electives are still ahead
    String student =
        Scene.text(
            "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " s.status = 'STUDYING' AND p.level = 'BACHELOR' AND NOT EXISTS (SELECT 1 FROM"
                + " student_hold h WHERE h.student_id = s.id AND h.removed_at IS NULL) ORDER BY"
                + " s.course_year, s.id DESC LIMIT 1");
    int asked = (int) Scene.number(ASKED, student);
    long small = Scene.offering(2);
    Scene.section(small, "GROUP", 5);
    long large = Scene.offering(MOST);
    Scene.section(large, "GROUP", 5);
    long compulsory = Scene.offering(5);
    Scene.section(compulsory, "GROUP", 5);
    Scene.change(
        "UPDATE offering SET discipline_id = ? WHERE id = ?",
        Scene.number(COMPULSORY, student),
        compulsory);

    assertThat(said(asks(office, student, compulsory)))
        .extracting(Refusal::code)
        .containsExactly("registration.minor-compulsory");
    Decision taken = asks(office, student, small);
    assertThat(taken.enrolled()).as(taken.toString()).isTrue();
    DegreeQueries degrees = Inside.bean(DegreeQueries.class);
    DegreeQueries.Degree degree = Inside.as(office, () -> degrees.of(student));
    assertThat(degree.audit().minors())
        .singleElement()
        .satisfies(minor -> assertThat(minor.state()).isEqualTo(DegreeState.PLANNED));
    assertThat(degree.audit().minorsWithin()).isEqualTo(2);

    int planned = asked / MOST * MOST;
    for (int credits = 0; credits < planned; credits += MOST) {
      plan(student, Scene.offering(MOST));
    }
    assertThat(said(asks(office, student, large)))
        .as("what is a minor already, enrolled or planned, counts with the next")
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo("registration.minor-room");
              assertThat(refusal.args().get(1)).isEqualTo(2 + planned + MOST);
              assertThat(refusal.args().get(3)).isEqualTo(asked);
              assertThat((int) refusal.args().get(2) + (int) refusal.args().get(4))
                  .isEqualTo(asked);
            });
  }

  /** What a check says of an offering the student takes as a minor. */
  private static PlanAnswer checks(String login, String student, long offering) throws Exception {
    PlanDesk desk = Inside.bean(PlanDesk.class);
    PlanRequest plan = PlanScene.request(false, true, offering);
    PlanRequest.Line line = plan.lines().get(0);
    PlanRequest asked =
        new PlanRequest(
            plan.term(),
            List.of(
                new PlanRequest.Line(line.offering(), null, null, EnrolmentType.MINOR, null, null)),
            false,
            true);
    return Inside.as(login, () -> desk.check(student, asked));
  }

  private static List<String> rules(PlanAnswer answer) {
    return answer.lines().get(0).verdict().refusals().stream().map(Refusal::rule).toList();
  }

  private static Verdict record(String who, Map<String, String> before, Map<String, String> row)
      throws Exception {
    RecordDesk records = Inside.bean(RecordDesk.class);
    return Inside.as(who, () -> records.save("minors", before, row, null, true));
  }

  @Test
  @DisplayName(
      "MIN-1 REG-16 the disciplines of a recorded minor are lawful without a request for each, those"
          + " of other programmes are not, nor any after its last day; the office alone decides it")
  void recordedMinor() throws Exception {
    String student = Scene.student(98);
    long id = Scene.number("SELECT id FROM student WHERE student_no = ?", student);
    String login = Scene.account("STU", id, null);
    long offering = Scene.offering(2);
    Scene.section(offering, "GROUP", 5);
    long other = Scene.offering(2);
    Scene.section(other, "GROUP", 5);
    String programme =
        Scene.text(
            "SELECT p.code FROM programme p JOIN curriculum c ON c.programme_id = p.id, student s"
                + " JOIN programme o ON o.id = s.programme_id WHERE s.id = ? AND p.id <> o.id AND"
                + " p.level = o.level ORDER BY p.id LIMIT 1",
            id);
    Scene.change(
        "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component)"
            + " SELECT ?, MIN(c.id), o.discipline_id, 5, 'PROFILE', 'UNIVERSITY' FROM curriculum c"
            + " JOIN programme p ON p.id = c.programme_id, offering o WHERE p.code = ? AND o.id = ?",
        Scene.next("curriculum_seq"),
        programme,
        offering);
    try {
      assertThat(rules(checks(login, student, offering))).contains("REG-16");
      Map<String, String> row = new HashMap<>();
      row.put("student_no", student);
      row.put("programme", programme);
      row.put("valid_from", "2020-09-01");
      row.put("document", "решение № 5 от 01.09.2020");
      assertThatThrownBy(() -> record(Scene.holding("SPE"), Map.of(), row))
          .isInstanceOf(RegistrarException.Forbidden.class);
      Map<String, String> own = new HashMap<>(row);
      own.put(
          "programme",
          Scene.text(
              "SELECT p.code FROM programme p JOIN student s ON s.programme_id = p.id WHERE s.id ="
                  + " ?",
              id));
      String director = Scene.holding("DIR");
      assertThat(record(director, Map.of(), own).refusals())
          .extracting(Refusal::rule)
          .containsExactly("MIN-1");
      assertThat(record(director, Map.of(), row).isAllowed()).isTrue();

      assertThat(rules(checks(login, student, offering))).doesNotContain("REG-16", "REG-7");
      assertThat(rules(checks(login, student, other))).contains("REG-16");
      MinorQueries minors = Inside.bean(MinorQueries.class);
      assertThat(Inside.as(login, () -> minors.of(student)).document()).contains("№ 5");
      assertThat(Scene.text("SELECT recorded_by FROM student_minor WHERE student_id = ?", id))
          .isEqualTo(director);
      Map<String, String> ended = new HashMap<>(row);
      ended.put("valid_to", "2021-06-30");
      assertThat(record(director, row, ended).isAllowed()).isTrue();
      assertThat(rules(checks(login, student, offering))).as("it is over").contains("REG-16");
    } finally {
      Scene.change(
          "DELETE i FROM curriculum_item i JOIN offering o ON o.discipline_id = i.discipline_id"
              + " WHERE o.id = ?",
          offering);
    }
  }
}
