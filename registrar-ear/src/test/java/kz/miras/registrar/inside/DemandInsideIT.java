package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.DemandScene.choose;
import static kz.miras.registrar.inside.DemandScene.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import kz.miras.registrar.inside.DemandScene.Wanted;
import kz.miras.registrar.registration.elective.DemandDecision;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.elective.DemandDesk;
import kz.miras.registrar.registration.service.elective.DemandView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Disciplines students have chosen before there are groups, and what the office makes of it. */
@InsideTest
class DemandInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(DemandInsideIT.class, DemandScene.class);
  }

  private static DemandDesk desk() {
    return Inside.bean(DemandDesk.class);
  }

  @AfterEach
  void tidy() throws SQLException {
    DemandScene.tidy();
  }

  private static List<String> refused(String login, Callable<Verdict> work) throws Exception {
    return Inside.as(login, work).refusals().stream().map(Refusal::code).toList();
  }

  private static DemandView view(String login, String name) throws Exception {
    return Inside.as(login, () -> desk().demand(name));
  }

  /** Whether the plan of a student says that the programme prescribes it. */
  private static boolean prescribed(String student, Wanted wanted) throws Exception {
    String term = Scene.text("SELECT code FROM term WHERE id = ?", wanted.term());
    String login = Scene.holding("DIR");
    PlanView plan = Inside.as(login, () -> Inside.bean(PlanQueries.class).plan(student, term));
    return plan.lines().stream()
        .filter(line -> line.discipline().equals(wanted.code()))
        .findFirst()
        .orElseThrow()
        .prescribed();
  }

  private static long told(String student, String code) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE s.student_no ="
            + " ? AND n.code = ?",
        student,
        code);
  }

  @Test
  @DisplayName("DEM-2 a refused elective goes back to its students, who are told why, once")
  void refusedElective() throws Exception {
    Wanted wanted = wanted();
    List<String> students = Scene.students(2);
    long line = choose(wanted, students.get(0), Language.RU, "КВ-1");
    choose(wanted, students.get(1), Language.RU, "КВ-1");
    String name = wanted.name("ru");
    String director = Scene.holding("DIR");
    assertThat(view(director, name).students()).isEqualTo(2);
    assertThat(view(director, name).isSmall()).isTrue();
    String specialist = Scene.holding("SPE");
    assertThatThrownBy(() -> Inside.as(specialist, () -> desk().refuse(name, "too few")))
        .as("a specialist opens, a director refuses")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);

    assertThat(refused(director, () -> desk().refuse(name, " ")))
        .containsExactly("registration.demand.reason");
    long before = told(students.get(0), "registration.notice.chosen-refused");
    assertThat(refused(director, () -> desk().refuse(name, "too few have chosen it"))).isEmpty();
    assertThat(refused(director, () -> desk().refuse(name, "too few have chosen it")))
        .contains("registration.demand.nobody");

    assertThat(Scene.text("SELECT status FROM study_plan_line WHERE id = ?", line))
        .isEqualTo("RETURNED");
    assertThat(Scene.text("SELECT remark FROM study_plan_line WHERE id = ?", line))
        .isEqualTo("too few have chosen it");
    assertThat(told(students.get(0), "registration.notice.chosen-refused")).isEqualTo(before + 1);
    assertThat(view(director, name).decided())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.decision()).isEqualTo(DemandDecision.REFUSED);
              assertThat(one.students()).isEqualTo(2);
            });
    assertThatThrownBy(() -> Scene.change("DELETE FROM elective_demand"))
        .hasMessageContaining("append-only");
  }

  @Test
  @DisplayName("DEM-1 DEM-3 languages are merged, then groups are opened for all of them")
  void mergedAndOpened() throws Exception {
    Wanted wanted = wanted();
    List<String> students = Scene.students(2, 3);
    long english = choose(wanted, students.get(0), Language.EN, "КВ-1");
    choose(wanted, students.get(1), Language.RU, "КВ-1");
    choose(wanted, students.get(2), Language.RU, "КВ-1");
    String specialist = Scene.holding("SPE");
    assertThat(
            refused(specialist, () -> desk().merge(wanted.name("en"), Language.EN, "one teacher")))
        .containsExactly("registration.demand.same-language");
    assertThat(
            refused(specialist, () -> desk().merge(wanted.name("en"), Language.RU, "one teacher")))
        .isEmpty();
    assertThat(Scene.text("SELECT language FROM study_plan_line WHERE id = ?", english))
        .isEqualTo("ru");
    String name = wanted.name("ru");
    assertThat(view(specialist, name).students()).isEqualTo(3);
    assertThat(refused(specialist, () -> desk().open(name, 1, 20, null)))
        .containsExactly("registration.demand.small");
    assertThat(refused(specialist, () -> desk().open(name, 1, 2, "УМС № 3")))
        .containsExactly("registration.demand.few-seats");

    assertThat(refused(specialist, () -> desk().open(name, 2, 10, "УМС № 3"))).isEmpty();
    assertThat(
            Scene.number(
                "SELECT SUM(q.capacity) FROM section_seat q JOIN section x ON x.id = q.section_id"
                    + " JOIN offering o ON o.id = x.offering_id WHERE o.term_id = ? AND"
                    + " o.discipline_id = ? AND o.status = 'OPEN'",
                wanted.term(),
                wanted.discipline()))
        .isEqualTo(20);
    assertThat(view(specialist, name).offered()).isNotNull();
    assertThat(told(students.get(1), "registration.notice.chosen-opened")).isPositive();
  }

  @Test
  @DisplayName("DEM-2 what somebody must take is not refused, whoever else has chosen it")
  void compulsoryIsNotRefused() throws Exception {
    Wanted wanted = wanted();
    List<String> students =
        List.of(
            Scene.student(0),
            Scene.text(
                "SELECT MIN(s.student_no) FROM student s JOIN programme p ON p.id = s.programme_id"
                    + " WHERE s.status = 'STUDYING' AND p.level = 'BACHELOR' AND s.curriculum_id <>"
                    + " (SELECT f.curriculum_id FROM student f WHERE f.student_no = ?)",
                Scene.student(0)));
    String director = Scene.holding("DIR");
    choose(wanted, students.get(0), Language.RU, "КВ-1");
    assertThat(view(director, wanted.name("ru")).elective()).isTrue();
    assertThat(prescribed(students.get(0), wanted)).isFalse();
    choose(wanted, students.get(1), Language.RU, null);
    assertThat(view(director, wanted.name("ru")).elective()).isFalse();
    assertThat(prescribed(students.get(1), wanted)).isTrue();
    assertThat(refused(director, () -> desk().refuse(wanted.name("ru"), "too few")))
        .containsExactly("registration.demand.compulsory");
    for (String role : List.of("STU", "ACC")) {
      String login = Scene.holding(role);
      assertThatThrownBy(() -> view(login, wanted.name("ru")))
          .as(role)
          .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    }
  }
}
