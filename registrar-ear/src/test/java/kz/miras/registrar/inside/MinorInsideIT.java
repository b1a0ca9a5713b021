package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.DegreeState;
import kz.miras.registrar.registration.service.DegreeQueries;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.shared.Refusal;
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
    return Inside.archive(MinorInsideIT.class);
  }

  private static Decision asks(String office, String student, long offering) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    return Inside.as(
        office, () -> counter.enrol(student, offering, null, EnrolmentType.MINOR, null));
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
}
