package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.LateScene.approve;
import static kz.miras.registrar.inside.LateScene.codes;
import static kz.miras.registrar.inside.LateScene.offering;
import static kz.miras.registrar.inside.LateScene.status;
import static kz.miras.registrar.inside.LateScene.term;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.RequestWords;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.PresetDesk;
import kz.miras.registrar.registration.service.PresetDesk.Preset;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.registration.service.RequestDesk;
import kz.miras.registrar.registration.service.RequestDesk.Asked;
import kz.miras.registrar.registration.service.RequestDesk.Attached;
import kz.miras.registrar.registration.service.RequestDesk.TypedGroup;
import kz.miras.registrar.registration.service.RequestQueries;
import kz.miras.registrar.registration.service.RequestView;
import kz.miras.registrar.registration.service.TermPlanner;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Whole groups that come late: asked for by the office, decided, carried out till nobody is left.
 */
@InsideTest
class LateGroupInsideIT {

  private static final String GROUP =
      "SELECT g.code FROM student_group g JOIN student s ON s.group_id = g.id AND s.status ="
          + " 'STUDYING' JOIN programme p ON p.id = s.programme_id AND p.level = 'BACHELOR' WHERE"
          + " s.course_year = 1 GROUP BY g.id HAVING COUNT(*) BETWEEN 2 AND 40 AND COUNT(DISTINCT"
          + " s.curriculum_id) = 1 AND SUM(EXISTS (SELECT 1 FROM student_hold h WHERE h.student_id ="
          + " s.id AND h.removed_at IS NULL)) = 0 ORDER BY g.id DESC LIMIT 1";
  private static final String MEMBERS =
      "SELECT COUNT(*) FROM student s JOIN student_group g ON g.id = s.group_id WHERE g.code = ? AND"
          + " s.status = 'STUDYING'";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(LateGroupInsideIT.class, LateScene.class, PlanScene.class);
  }

  private static Asked askForGroup(String group, String term, Long offering, String reason)
      throws Exception {
    return askForGroup(group, term, offering, null, reason);
  }

  private static Asked askForGroup(
      String group, String term, Long offering, Long section, String reason) throws Exception {
    TypedGroup typed =
        new TypedGroup(
            group,
            term,
            offering,
            section,
            null,
            offering == null ? null : EnrolmentType.ADDITIONAL,
            new RequestWords(reason, null, "memo 12"));
    RequestDesk desk = Inside.bean(RequestDesk.class);
    return Inside.as(Scene.holding("SPE"), () -> desk.ask(typed, Attached.NONE));
  }

  @Test
  @DisplayName(
      "REG-6 REQ-4 after changes a group is enrolled by decision: whoever is left out is named, and"
          + " the decision carried out again enrols them; the director needs a reason alone")
  void groupByDecision() throws Exception {
    String term = term(2089, true);
    String group = Scene.text(GROUP);
    long members = Scene.number(MEMBERS, group);
    long offering = offering(term, 1);
    long section = Scene.number("SELECT id FROM section WHERE offering_id = ?", offering);
    Scene.change("UPDATE section_seat SET capacity = ? WHERE section_id = ?", members - 1, section);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);

    List<Decision> early =
        Inside.as(
            Scene.holding("SPE"),
            () ->
                counter.enrolGroup(
                    group, offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, "late"));
    assertThat(early).hasSize((int) members).allMatch(Decision::isLate);
    assertThat(codes(askForGroup(group, term, offering, " ").verdict()))
        .containsExactly("registration.request.needed");
    long foreign = Scene.section(Scene.offering(1), "GROUP", 1);
    assertThatThrownBy(() -> askForGroup(group, term, offering, foreign, "a section of another"))
        .isInstanceOf(RegistrarException.NotFound.class);
    Asked asked = askForGroup(group, term, offering, "transferred in October");
    assertThat(codes(askForGroup(group, term, offering, "again").verdict()))
        .containsExactly("registration.request.open");

    assertThat(approve(asked.id()).warnings())
        .extracting(Refusal::code)
        .containsExactly("registration.request.left-out", "registration.full");
    assertThat(status(asked)).isEqualTo("APPROVED");
    assertThat(PlanScene.taken(section)).isEqualTo(members - 1);
    RequestQueries queries = Inside.bean(RequestQueries.class);
    RequestView view = Inside.as(Scene.holding("DEP"), () -> queries.request(asked.id()));
    assertThat(view.about().group()).isEqualTo(group);
    assertThat(view.obstacle()).hasSize(2);

    Scene.change("UPDATE section_seat SET capacity = ? WHERE section_id = ?", members, section);
    assertThat(Inside.as(Scene.holding("SPE"), () -> counter.carryOut(asked.id())).isAllowed())
        .isTrue();
    assertThat(status(asked)).isEqualTo("DONE");
    assertThat(PlanScene.taken(section)).isEqualTo(members);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM enrolment WHERE offering_id = ? AND reason = 'transferred in"
                    + " October'",
                offering))
        .isEqualTo(members);

    long other = offering(term, 1);
    Scene.change(
        "UPDATE section_seat q JOIN section x ON x.id = q.section_id SET q.capacity = ? WHERE"
            + " x.offering_id = ?",
        members,
        other);
    assertThat(
            Inside.as(
                Scene.holding("DIR"),
                () ->
                    counter.enrolGroup(
                        group, other, NamedSections.ANY, EnrolmentType.ADDITIONAL, "came")))
        .allMatch(Decision::enrolled);
  }

  private static int year() throws SQLException {
    return (int)
        Scene.number(
            "SELECT COALESCE(MAX(start_year), YEAR(CURRENT_DATE)) FROM academic_year WHERE"
                + " starts_on <= CURRENT_DATE");
  }

  @Test
  @DisplayName("REG-6 REQ-4 after changes compulsory disciplines are preset by decision")
  void presetByDecision() throws Exception {
    // a curriculum knows no terms of 2089
    String term = term(year() + 2, true);
    String group = Scene.text(GROUP);
    long members = Scene.number(MEMBERS, group);
    String one =
        Scene.text(
            "SELECT MIN(s.student_no) FROM student s JOIN student_group g ON g.id = s.group_id WHERE"
                + " g.code = ? AND s.status = 'STUDYING'",
            group);
    TermPlanner planner = Inside.bean(TermPlanner.class);
    int termNo = Inside.as(PlanScene.office(), () -> planner.plan(one, term)).termNo();
    long offering = offering(term, 1);
    long section = Scene.number("SELECT id FROM section WHERE offering_id = ?", offering);
    Scene.change("UPDATE section_seat SET capacity = ? WHERE section_id = ?", members, section);
    long item = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component)"
            + " SELECT ?, s.curriculum_id, o.discipline_id, ?, 'BASIC', 'UNIVERSITY' FROM student s"
            + " JOIN offering o ON o.id = ? WHERE s.student_no = ?",
        item,
        termNo,
        offering,
        one);
    try {
      PresetDesk presets = Inside.bean(PresetDesk.class);
      Preset refused =
          Inside.as(Scene.holding("SPE"), () -> presets.preset(group, term, "order 5"));
      assertThat(refused.isLate()).isTrue();
      assertThat(refused.enrolled()).isZero();

      Asked asked = askForGroup(group, term, null, "the group was formed in October");
      assertThat(approve(asked.id()).warnings())
          .as("what else the curriculum prescribes is not offered in this term")
          .extracting(Refusal::code)
          .containsExactly("registration.request.not-offered");

      assertThat(status(asked)).as("to be carried out again").isEqualTo("APPROVED");
      assertThat(PlanScene.taken(section)).isEqualTo(members);
    } finally {
      Scene.change("DELETE FROM curriculum_item WHERE id = ?", item);
    }
  }
}
