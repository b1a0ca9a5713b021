package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.registration.service.PresetDesk;
import kz.miras.registrar.registration.service.PresetDesk.Line;
import kz.miras.registrar.registration.service.PresetDesk.Preset;
import kz.miras.registrar.shared.Refusal;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A whole academic group is enrolled in what its curriculum prescribes, in one act. */
@InsideTest
class PresetInsideIT {

  private static final String LINES =
      "SELECT COUNT(*) FROM study_plan_line WHERE discipline_id = ? AND status = 'REGISTERED' AND"
          + " enrolment_id IS NULL AND offering_id IS NULL AND type = 'MAIN'";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PresetInsideIT.class, PlanScene.class, PresetScene.class, Marks.class);
  }

  /** Key of a practice nothing is offered of, which the curriculum of a student prescribes. */
  private static long practice(String student, int termNo) throws Exception {
    long offering = Scene.offering(2);
    long practice = Scene.number("SELECT discipline_id FROM offering WHERE id = ?", offering);
    Scene.change("DELETE FROM offering WHERE id = ?", offering);
    Scene.change("UPDATE discipline SET kind = 'PRACTICE' WHERE id = ?", practice);
    Scene.change(
        "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component)"
            + " SELECT ?, curriculum_id, ?, ?, 'PROFILE', 'UNIVERSITY' FROM student WHERE"
            + " student_no = ?",
        Scene.next("curriculum_seq"),
        practice,
        termNo,
        student);
    return practice;
  }

  /** A seat of the same discipline in another language than the own, which a student has chosen. */
  private static long chosenInAnother(String student, long offering) throws Exception {
    long other = Scene.offering(1);
    String own = Scene.text("SELECT study_language FROM student WHERE student_no = ?", student);
    Scene.change("UPDATE offering SET language = ? WHERE id = ?", own, offering);
    Scene.change(
        "UPDATE offering o JOIN offering f ON f.id = ? SET o.discipline_id = f.discipline_id,"
            + " o.term_id = f.term_id, o.language = ? WHERE o.id = ?",
        offering,
        own.equals("en") ? "ru" : "en",
        other);
    long section = Scene.section(other, "GROUP", 1);
    Scene.change(
        "INSERT IGNORE INTO study_plan (id, uuid, student_id, academic_year_id, status, revision)"
            + " SELECT ?, UUID(), s.id, t.academic_year_id, 'SUBMITTED', 1 FROM student s JOIN term"
            + " t ON t.code = 'PRESET' WHERE s.student_no = ?",
        Scene.next("registration_seq"),
        student);
    Scene.change(
        "INSERT INTO study_plan_line (id, plan_id, term_id, discipline_id, type, language, status,"
            + " revision) SELECT ?, p.id, o.term_id, o.discipline_id, 'ADDITIONAL',"
            + " o.language, 'SUBMITTED', 1 FROM offering o JOIN term t ON t.id = o.term_id JOIN study_plan p ON"
            + " p.academic_year_id = t.academic_year_id JOIN student s ON s.id = p.student_id WHERE"
            + " o.id = ? AND s.student_no = ?",
        Scene.next("registration_seq"),
        other,
        student);
    return section;
  }

  @Test
  @DisplayName(
      "REG-3 IUP-2 a group is preset in one act: a seat for each while there are any, the others named;"
          + " in the language that was chosen before; practice stands in the plans without a section; again it changes nothing")
  void presetOfAGroup() throws Exception {
    PresetScene.nextAutumn();
    String group = PresetScene.group();
    long members = PresetScene.members(group);
    String one = PresetScene.first(group);
    int termNo = PresetScene.termNo(one);
    String office = PlanScene.office();
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", (int) members - 2);
    long item = PresetScene.prescribe(one, offering);
    long other = chosenInAnother(one, offering);
    long practice = practice(one, termNo);
    String code = Scene.text("SELECT code FROM discipline WHERE id = ?", practice);
    try {
      PresetDesk presets = Inside.bean(PresetDesk.class);
      Preset preset = Inside.as(office, () -> presets.preset(group, "PRESET", null));

      assertThat(preset.students()).isEqualTo((int) members);
      assertThat(preset.enrolled()).isEqualTo((int) members - 1);
      assertThat(preset.lines()).as("practice has no section").isEqualTo((int) members);
      assertThat(preset.missing()).doesNotContain(code);
      assertThat(Scene.number(LINES, practice)).isEqualTo(members);
      assertThat(preset.refused()).hasSize(1);
      assertThat(preset.refused().get(0).verdict().refusals())
          .extracting(Refusal::rule)
          .containsExactly("REG-3");
      assertThat(taken(section)).isEqualTo(members - 2);
      assertThat(taken(other)).as("in the language that was chosen").isEqualTo(1);
      for (long own : List.of(section, other)) {
        assertThat(
                Scene.number(
                    "SELECT COUNT(*) FROM study_plan_line l JOIN enrolment e ON e.id ="
                        + " l.enrolment_id JOIN offering o ON o.id = e.offering_id JOIN section x"
                        + " ON x.offering_id = o.id WHERE e.type = 'MAIN' AND l.type = 'MAIN' AND"
                        + " l.language = o.language AND l.status = 'REGISTERED' AND l.section_id ="
                        + " x.id AND x.id = ?",
                    own))
            .as("the office's own enrolment is confirmed as it is, with its group")
            .isEqualTo(taken(own));
      }

      Preset again = Inside.as(office, () -> presets.preset(group, "PRESET", null));

      assertThat(again.enrolled()).isZero();
      assertThat(again.lines()).isZero();
      assertThat(again.there()).isEqualTo((int) members - 1 + (int) members);
      assertThat(Scene.number(LINES, practice)).isEqualTo(members);
      assertThat(again.refused())
          .extracting(Line::student)
          .isEqualTo(preset.refused().stream().map(Line::student).toList());
      assertThat(taken(section)).isEqualTo(members - 2);
      assertThat(PlanScene.intact(section)).isTrue();
    } finally {
      Scene.change("DELETE FROM curriculum_item WHERE id = ?", item);
      Scene.change("DELETE FROM curriculum_item WHERE discipline_id = ?", practice);
    }
  }

  @Test
  @DisplayName("REG-3 a group that is preset stays together; what somebody has passed is done")
  void togetherInOneGroup() throws Exception {
    PresetScene.nextAutumn();
    String group = PresetScene.group();
    long members = PresetScene.members(group);
    String one =
        Scene.text(
            "SELECT MAX(s.student_no) FROM student s JOIN student_group g ON g.id = s.group_id WHERE"
                + " g.code = ? AND s.status = 'STUDYING'",
            group);
    String office = PlanScene.office();
    long offering = Scene.offering(1);
    long small = Scene.section(offering, "GROUP", (int) members + 1);
    long roomy = Scene.section(offering, "GROUP", (int) members + 2);
    Marks.arrives(
        Scene.number("SELECT id FROM student WHERE student_no = ?", one), offering, Letter.A);
    long item = PresetScene.prescribe(one, offering);
    try {
      PresetDesk presets = Inside.bean(PresetDesk.class);
      Preset preset = Inside.as(office, () -> presets.preset(group, "PRESET", null));

      assertThat(preset.refused()).extracting(Line::student).doesNotContain(one);
      assertThat(taken(roomy)).as("all but the one who has passed it").isEqualTo(members - 1);
      assertThat(taken(small)).isZero();
    } finally {
      Scene.change("DELETE FROM curriculum_item WHERE id = ?", item);
    }
  }
}
