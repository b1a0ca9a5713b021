package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.SummerScene.account;
import static kz.miras.registrar.inside.SummerScene.approved;
import static kz.miras.registrar.inside.SummerScene.codes;
import static kz.miras.registrar.inside.SummerScene.desk;
import static kz.miras.registrar.inside.SummerScene.plans;
import static kz.miras.registrar.inside.SummerScene.refused;
import static kz.miras.registrar.inside.SummerScene.steps;
import static kz.miras.registrar.inside.SummerScene.students;
import static kz.miras.registrar.inside.SummerScene.term;
import static kz.miras.registrar.inside.SummerScene.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.miras.registrar.office.service.DeskQueries;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.service.summer.ElsewhereDesk;
import kz.miras.registrar.registration.service.summer.SummerDesk;
import kz.miras.registrar.registration.service.summer.SummerQueries;
import kz.miras.registrar.registration.service.summer.SummerView;
import kz.miras.registrar.shared.ListQuery;
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
    ListQuery demand =
        new ListQuery(
            0,
            1,
            null,
            true,
            Map.of("term", plan.term(), "discipline", plan.disciplines().get(0).code()),
            null);
    assertThat(
            Inside.as(senior, () -> Inside.bean(ListQueries.class).page("demand", demand)).total())
        .as("nobody asks for it here")
        .isZero();
    assertThat(view(account(student), plan.id()).own().get(0).payment()).isNull();
    assertThat(refused(specialist, () -> desk().withdraw(own.id()))).isEmpty();
    assertThat(confirmed(student, line)).as("the plan has it no more").isZero();
  }

  /** Rules of doctors are never taken back: newer ones come, long before the semesters here. */
  private static void agreement(boolean wanted) throws SQLException {
    long rules = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO rule_set (id, code, level, valid_from, approved_by) VALUES (?, ?, 'PHD', ?,"
            + " 'council, for this test')",
        rules,
        "summer-agreed-" + rules,
        wanted ? "2069-01-01" : "2069-01-02");
    Scene.change(
        "INSERT INTO rule_value (rule_set_id, parameter, value) VALUES (?, 'SUMMER_AGREED', ?)",
        rules,
        String.valueOf(wanted));
  }

  @Test
  @DisplayName(
      "SUM-13 the office checks an application; where the rules ask for it, the adviser or the dean"
          + " of the student agrees, nobody else, and only then it goes on")
  void stepsBeforeTheGroup() throws Exception {
    String student =
        Scene.text(
            "SELECT MAX(s.student_no) FROM student s JOIN programme p ON p.id = s.programme_id"
                + " WHERE s.status = 'STUDYING' AND p.level = 'PHD' AND s.adviser_id IS NOT NULL"
                + " AND s.course_year < p.years AND NOT EXISTS (SELECT 1 FROM student_hold h WHERE"
                + " h.student_id = s.id AND h.removed_at IS NULL) AND NOT EXISTS (SELECT 1 FROM"
                + " account a WHERE a.student_id = s.id AND a.login NOT LIKE 'in-%')");
    String adviser =
        Scene.account(
            "ADV",
            null,
            Scene.number("SELECT adviser_id FROM student WHERE student_no = ?", student));
    String other =
        Scene.account(
            "ADV",
            null,
            Scene.number(
                "SELECT MAX(t.id) FROM teacher t WHERE NOT EXISTS (SELECT 1 FROM student s WHERE"
                    + " s.adviser_id = t.id) AND NOT EXISTS (SELECT 1 FROM adviser_deputy v WHERE"
                    + " v.deputy_id = t.id)"));
    agreement(true);
    try {
      SummerView plan = approved(1);
      String line = plan.disciplines().get(0).id();
      String login = account(student);
      assertThat(refused(login, () -> desk().apply(null, line, SummerPurpose.ADDITIONAL)))
          .isEmpty();
      String own = view(login, plan.id()).own().get(0).id();
      assertThat(view(login, plan.id()).own().get(0).steps().asked()).isTrue();
      String senior = Scene.holding("SEN");
      assertThat(waitsFor(Inside.as(senior, () -> desk().individual(line))))
          .containsExactly("registration.summer.unchecked", "registration.summer.unagreed");
      assertThatThrownBy(() -> Inside.as(login, () -> steps().check(own)))
          .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
      SummerView.Line unready = view(senior, plan.id()).disciplines().get(0);
      assertThat(unready.applications()).isOne();
      assertThat(unready.unready()).as("neither checked nor agreed to").isOne();
      // one is enough for this discipline, so that its group is due as soon as it is ready
      Scene.change("UPDATE summer_discipline SET minimum = 1 WHERE uuid = ?", line);
      long toOpen = due(senior, "summer-disciplines.to-open");
      assertThat(refused(Scene.holding("JUN"), () -> steps().check(own))).isEmpty();
      assertThat(view(senior, plan.id()).disciplines().get(0).unready())
          .as("checked, not agreed to")
          .isOne();
      assertThat(due(senior, "summer-disciplines.to-open")).isEqualTo(toOpen);
      assertThat(due(adviser, "summer-applications.to-agree"))
          .as("by the rules of the semester, not of today")
          .isOne();
      assertThat(refused(Scene.holding("SPE"), () -> steps().check(own)))
          .containsExactly("registration.summer.not-waiting");
      assertThat(waitsFor(Inside.as(senior, () -> desk().individual(line))))
          .containsExactly("registration.summer.unagreed");

      assertThat(Inside.as(other, () -> steps().toAgree(plan.id()))).isEmpty();
      assertThatThrownBy(() -> Inside.as(other, () -> steps().agree(own)))
          .as("not an advisee")
          .isInstanceOf(RegistrarException.NotFound.class);
      assertThat(Inside.as(adviser, () -> steps().toAgree(plan.id())))
          .extracting(SummerView.Application::id)
          .containsExactly(own);
      assertThat(refused(adviser, () -> steps().agree(own))).isEmpty();
      assertThat(Inside.as(adviser, () -> steps().toAgree(plan.id()))).isEmpty();
      assertThat(view(login, plan.id()).own().get(0).steps().agreedBy()).isEqualTo(adviser);

      assertThat(due(adviser, "summer-applications.to-agree")).isZero();
      SummerView.Line ready = view(senior, plan.id()).disciplines().get(0);
      assertThat(ready.unready()).isZero();
      assertThat(due(senior, "summer-disciplines.to-open")).isEqualTo(toOpen + 1);
      Scene.change("UPDATE summer_discipline SET minimum = 2 WHERE uuid = ?", line);

      assertThat(Inside.as(senior, () -> desk().individual(line)).done()).isOne();
    } finally {
      agreement(false);
    }
  }

  private static long due(String login, String code) throws Exception {
    DeskQueries desks = Inside.bean(DeskQueries.class);
    return Inside.as(login, desks::waiting).stream()
        .filter(one -> code.equals(one.due().list() + "." + one.due().name()))
        .mapToLong(DeskQueries.Waiting::count)
        .sum();
  }

  private static List<String> waitsFor(SummerDesk.Opened opened) {
    assertThat(opened.verdict().isAllowed()).isFalse();
    return opened.left().stream().flatMap(one -> codes(one.why()).stream()).toList();
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
