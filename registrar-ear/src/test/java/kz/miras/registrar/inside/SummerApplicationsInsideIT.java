package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.SummerScene.account;
import static kz.miras.registrar.inside.SummerScene.approved;
import static kz.miras.registrar.inside.SummerScene.desk;
import static kz.miras.registrar.inside.SummerScene.plans;
import static kz.miras.registrar.inside.SummerScene.refused;
import static kz.miras.registrar.inside.SummerScene.students;
import static kz.miras.registrar.inside.SummerScene.term;
import static kz.miras.registrar.inside.SummerScene.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.service.summer.ElsewhereDesk;
import kz.miras.registrar.registration.service.summer.SummerQueries;
import kz.miras.registrar.registration.service.summer.SummerView;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Applications to a summer semester: who may not, how many, and what an applicant sees. */
@InsideTest
class SummerApplicationsInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SummerApplicationsInsideIT.class, SummerScene.class, Crowd.class);
  }

  @Test
  @DisplayName("SUM-1 SUM-3 the graduating course is refused; applications share one limit")
  void whoMayNot() throws Exception {
    SummerView plan = approved(4);
    String specialist = Scene.holding("SPE");
    String graduating =
        Scene.text(
            "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " s.status = 'STUDYING' AND p.level = 'BACHELOR' AND s.course_year >= p.years"
                + " ORDER BY s.id LIMIT 1");
    String line = plan.disciplines().get(0).id();
    assertThat(refused(specialist, () -> desk().apply(graduating, line, SummerPurpose.ADDITIONAL)))
        .containsExactly("registration.summer-graduating");
    String student = students(30, 1).get(0);
    for (SummerView.Line one : plan.disciplines().subList(0, 3)) {
      assertThat(
              refused(specialist, () -> desk().apply(student, one.id(), SummerPurpose.ADDITIONAL)))
          .isEmpty();
    }
    assertThat(
            refused(
                specialist,
                () ->
                    desk()
                        .apply(student, plan.disciplines().get(3).id(), SummerPurpose.ADDITIONAL)))
        .containsExactly("registration.summer-limit");
  }

  @Test
  @DisplayName("SUM-9 the same application sent twice at once counts once; drafts are not seen")
  void onceAndUnseen() throws Exception {
    SummerView plan = approved(1);
    String line = plan.disciplines().get(0).id();
    String login = account(students(34, 1).get(0));
    List<Callable<Verdict>> twice =
        List.of(
            () -> desk().apply(null, line, SummerPurpose.ADDITIONAL),
            () -> desk().apply(null, line, SummerPurpose.ADDITIONAL));
    List<Verdict> answers = Crowd.atOnce(Inside.signedIn(login), twice);
    assertThat(answers.stream().filter(Verdict::isAllowed)).hasSize(1);
    assertThat(view(login, plan.id()).own()).hasSize(1);

    String senior = Scene.holding("SEN");
    String term = term();
    String draft = Inside.as(senior, () -> plans().begin(term));
    assertThatThrownBy(() -> view(login, draft)).isInstanceOf(RegistrarException.NotFound.class);
    assertThat(
            Inside.as(login, () -> Inside.bean(SummerQueries.class).all()).stream()
                .map(SummerView.Other::id))
        .doesNotContain(draft);
    assertThatThrownBy(() -> Inside.as(login, () -> Inside.bean(SummerQueries.class).group(line)))
        .as("who else has applied is not a student's concern")
        .isInstanceOf(RegistrarException.NotFound.class);
  }

  @Test
  @DisplayName("SUM-2 study at another university is named, takes no seat and lies in the plan")
  void elsewhere() throws Exception {
    SummerView plan = approved(1);
    String line = plan.disciplines().get(0).id();
    String specialist = Scene.holding("SPE");
    String senior = Scene.holding("SEN");
    String student = students(48, 1).get(0);
    assertThat(refused(specialist, () -> desk().apply(student, line, SummerPurpose.OTHER_HEI)))
        .containsExactly("registration.summer.university");
    assertThat(
            refused(
                specialist,
                () -> desk().apply(student, line, SummerPurpose.OTHER_HEI, "ЕНУ им. Гумилёва")))
        .isEmpty();
    assertThat(view(senior, plan.id()).disciplines().get(0).applications())
        .as("no group is opened for it")
        .isZero();
    SummerView.Application own = view(account(student), plan.id()).own().get(0);
    assertThat(own.recredit()).isTrue();
    assertThat(own.university()).isEqualTo("ЕНУ им. Гумилёва");
    ElsewhereDesk elsewhere = Inside.bean(ElsewhereDesk.class);
    assertThat(refused(senior, () -> elsewhere.accept(own.id()))).isEmpty();
    assertThat(refused(senior, () -> elsewhere.accept(own.id())))
        .containsExactly("registration.summer.not-elsewhere");
    assertThat(confirmed(student, line)).isOne();
    assertThat(view(account(student), plan.id()).own().get(0).payment()).isNull();
    assertThat(refused(specialist, () -> desk().withdraw(own.id()))).isEmpty();
    assertThat(confirmed(student, line)).as("the plan has it no more").isZero();
  }

  private static long confirmed(String student, String line) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM study_plan_line l JOIN study_plan p ON p.id = l.plan_id JOIN student s"
            + " ON s.id = p.student_id JOIN summer_discipline d ON d.discipline_id ="
            + " l.discipline_id WHERE s.student_no = ? AND d.uuid = ? AND l.status = 'REGISTERED'"
            + " AND l.offering_id IS NULL AND l.enrolment_id IS NULL",
        student,
        line);
  }
}
