package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.naming.InitialContext;
import kz.miras.registrar.achievement.service.GpaRecount;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.service.TermPlanner;
import kz.miras.registrar.registration.service.campaign.CampaignQueries;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What registration asks of orders and results. */
@InsideTest
class StudentRecordInsideIT {

  private static final String TERM = "RECORD-2098";
  private static final int YEAR = 2098;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(StudentRecordInsideIT.class);
  }

  /** A term of a year of its own, in which nobody has anything. */
  private static synchronized long term() throws SQLException {
    if (Scene.number("SELECT COUNT(*) FROM term WHERE code = ?", TERM) == 0) {
      long year = Scene.next("calendar_seq");
      Scene.change(
          "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, ?,"
              + " '2098-09-01', '2099-08-31')",
          year,
          YEAR);
      Scene.change(
          "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
              + " VALUES (?, ?, 'AUTUMN', ?, '2098-09-01', '2098-12-31', 15)",
          Scene.next("calendar_seq"),
          year,
          TERM);
    }
    return Scene.number("SELECT id FROM term WHERE code = ?", TERM);
  }

  @Test
  @DisplayName("the order about the course tells the term of the curriculum, and who is expected")
  void courseByOrder() throws Exception {
    long id =
        Scene.number(
            "SELECT MIN(s.id) FROM student s JOIN programme p ON p.id = s.programme_id WHERE s.status"
                + " = 'STUDYING' AND s.on_mobility = FALSE AND s.course_year = p.years AND p.level ="
                + " 'BACHELOR'");
    String student = Scene.text("SELECT student_no FROM student WHERE id = ?", id);
    int course = (int) Scene.number("SELECT course_year FROM student WHERE id = ?", id);
    long term = term();
    assertThat(term).isPositive();
    String director = Scene.holding("DIR");
    String specialist = Scene.holding("SPE");
    List<Integer> expected = new ArrayList<>();
    UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
    transaction.begin();
    try {
      expected.add(expected(director));
      long order = Scene.next("student_seq");
      Scene.change(
          "INSERT INTO student_order (id, uuid, number, signed_on, effective_on, kind, title,"
              + " migrated, applied_at) VALUES (?, UUID(), ?, '2098-08-10', '2098-08-15',"
              + " 'COURSE_PROMOTION', 'on the course', TRUE, UTC_TIMESTAMP())",
          order,
          "PR-" + order);
      Scene.change(
          "INSERT INTO student_status_change (id, student_id, effective_on, to_status, course_year,"
              + " order_id, recorded_at) VALUES (?, ?, '2098-08-15', 'STUDYING', ?, ?,"
              + " UTC_TIMESTAMP())",
          Scene.next("student_seq"),
          id,
          course,
          order);
      expected.add(expected(director));
      TermPlanner planner = Inside.bean(TermPlanner.class);
      assertThat(Inside.as(specialist, () -> planner.plan(student, TERM)).termNo())
          .isEqualTo(course * 2 - 1);
    } finally {
      transaction.rollback();
    }
    assertThat(expected.get(1)).isEqualTo(expected.get(0) + 1);
  }

  private static int expected(String director) throws Exception {
    CampaignQueries campaign = Inside.bean(CampaignQueries.class);
    return Inside.as(director, () -> campaign.of(TERM)).all().students();
  }

  @Test
  @DisplayName("REG-8 the average that may lower the limit is the one that is shown")
  void average() throws Exception {
    GpaRecount recount = Inside.bean(GpaRecount.class);
    Map<String, BigDecimal> shown = Inside.as(Scene.holding("DIR"), recount::all);
    AcademicRecord record = Inside.bean(AcademicRecord.class);
    RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
    for (String student : Scene.students(20)) {
      long id = Scene.number("SELECT id FROM student WHERE student_no = ?", student);
      assertThat(record.gpa(id, rules).orElse(null)).isEqualTo(shown.get(student));
    }
    assertThat(record.gpa(0, rules)).isEmpty();
  }
}
