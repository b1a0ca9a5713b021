package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.PlanProgress;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.TermPlanner;
import kz.miras.registrar.registration.service.campaign.CampaignQueries;
import kz.miras.registrar.registration.service.campaign.CampaignQueries.Part;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a campaign says of a student whose compulsory disciplines alone are preset. */
@InsideTest
class CampaignInsideIT {

  private static final String LINES =
      "SELECT COUNT(*) FROM study_plan_line l JOIN study_plan p ON p.id = l.plan_id JOIN student s ON"
          + " s.id = p.student_id WHERE s.student_no = ? AND l.term_id = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(CampaignInsideIT.class, PlanScene.class, Marks.class);
  }

  /** Key of the next term. */
  private static long next() throws SQLException {
    return Scene.number(
        "SELECT id FROM term WHERE starts_on > university_today() AND type <> 'SUMMER' AND closed_at"
            + " IS NULL ORDER BY starts_on LIMIT 1");
  }

  /** Somebody with nothing in the plan of a term, who is on a course before the last. */
  private static String nobodysPlan(long term) throws SQLException {
    for (String number : Scene.students(120)) {
      boolean ahead =
          Scene.number(
                  "SELECT p.years - s.course_year FROM student s JOIN programme p ON p.id ="
                      + " s.programme_id WHERE s.student_no = ?",
                  number)
              > 1;
      if (ahead && Scene.number(LINES, number, term) == 0) {
        return number;
      }
    }
    throw new AssertionError("everybody has a plan");
  }

  /** A programme of its own; its key is that of its curriculum too. */
  private static long programme(String number) throws SQLException {
    long key = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO programme (id, uuid, code, direction_code, level, name_kk, name_ru, name_en,"
            + " credits, years, languages, school_id) SELECT ?, UUID(), ?, p.direction_code,"
            + " p.level, p.name_kk, p.name_ru, p.name_en, p.credits, p.years, p.languages,"
            + " p.school_id FROM programme p JOIN student s ON s.programme_id = p.id WHERE"
            + " s.student_no = ?",
        key,
        "IN" + key,
        number);
    Scene.change(
        "INSERT INTO curriculum (id, programme_id, admission_year) SELECT ?, ?, c.admission_year"
            + " FROM curriculum c JOIN student s ON s.curriculum_id = c.id WHERE s.student_no = ?",
        key,
        key,
        number);
    return key;
  }

  /**
   * An offering of the term, of a discipline the curriculum has there; of a block of 5 or of all.
   */
  private static long asked(long curriculum, int termNo, long term, String block) throws Exception {
    long offering = Scene.offering(5);
    Scene.section(offering, "GROUP", 5);
    Scene.change(
        "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component,"
            + " choice_block, choice_credits) SELECT ?, ?, discipline_id, ?, 'PROFILE', ?, ?, ? FROM"
            + " offering WHERE id = ?",
        Scene.next("curriculum_seq"),
        curriculum,
        termNo,
        block == null ? "UNIVERSITY" : "ELECTIVE",
        block,
        block == null ? null : 5,
        offering);
    Scene.change("UPDATE offering SET term_id = ? WHERE id = ?", term, offering);
    return offering;
  }

  private static UUID enrolled(String number, long offering) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Inside.as(
        PlanScene.office(),
        () -> counter.enrol(number, offering, NamedSections.ANY, EnrolmentType.MAIN, null));
    return UUID.fromString(
        Scene.text(
            "SELECT e.uuid FROM enrolment e JOIN student s ON s.id = e.student_id WHERE"
                + " s.student_no = ? AND e.offering_id = ? AND e.status = 'ENROLLED'",
            number,
            offering));
  }

  /** How far the one student of a programme is. */
  private static PlanProgress progress(String term, long programme) throws Exception {
    Part part =
        Inside.as(Scene.holding("DEP"), () -> Inside.bean(CampaignQueries.class).of(term))
            .programmes()
            .stream()
            .filter(one -> one.code().equals("IN" + programme))
            .findFirst()
            .orElseThrow();
    assertThat(part.students()).isOne();
    assertThat(part.percentDone()).isEqualTo(part.count(PlanProgress.REGISTERED) * 100);
    return part.counts().entrySet().stream()
        .filter(one -> one.getValue() == 1)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  @Test
  @DisplayName(
      "IUP-1 a plan of preset disciplines alone is not done: it is until what the programme leaves to"
          + " choose is chosen, or met already")
  void presetIsNotDone() throws Exception {
    long term = next();
    String code = Scene.text("SELECT code FROM term WHERE id = ?", term);
    String number = nobodysPlan(term);
    long student = Scene.number("SELECT id FROM student WHERE student_no = ?", number);
    long programme = Scene.number("SELECT programme_id FROM student WHERE id = ?", student);
    long curriculum = Scene.number("SELECT curriculum_id FROM student WHERE id = ?", student);
    int termNo =
        Inside.as(PlanScene.office(), () -> Inside.bean(TermPlanner.class).plan(number, code))
            .termNo();
    long own = programme(number);
    try {
      Scene.change(
          "UPDATE student SET programme_id = ?, curriculum_id = ? WHERE id = ?", own, own, student);
      long compulsory = asked(own, termNo, term, null);
      long first = asked(own, termNo, term, "КВ");
      long second = asked(own, termNo, term, "КВ");
      assertThat(progress(code, own)).isEqualTo(PlanProgress.NONE);

      UUID preset = enrolled(number, compulsory);
      assertThat(progress(code, own)).isEqualTo(PlanProgress.PARTLY);
      UUID chosen = enrolled(number, first);
      assertThat(progress(code, own)).isEqualTo(PlanProgress.REGISTERED);
      PlanScene.leave(chosen, EnrolmentStatus.DROPPED);
      assertThat(progress(code, own)).isEqualTo(PlanProgress.PARTLY);
      Marks.arrives(student, second, Letter.F);
      assertThat(progress(code, own))
          .as("a failed one is no choice")
          .isEqualTo(PlanProgress.PARTLY);
      Marks.corrected(student, second, Letter.A);
      assertThat(progress(code, own)).as("met already").isEqualTo(PlanProgress.REGISTERED);
      PlanScene.leave(preset, EnrolmentStatus.DROPPED);
    } finally {
      Scene.change(
          "UPDATE student SET programme_id = ?, curriculum_id = ? WHERE id = ?",
          programme,
          curriculum,
          student);
      Scene.change("DELETE FROM curriculum_item WHERE curriculum_id = ?", own);
      Scene.change("DELETE FROM curriculum WHERE id = ?", own);
      Scene.change("DELETE FROM programme WHERE id = ?", own);
    }
  }
}
