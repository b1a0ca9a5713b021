package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.intact;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestWords;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.registration.service.RequestDesk;
import kz.miras.registrar.registration.service.SectionDesk;
import kz.miras.registrar.registration.service.campaign.GroupProposals;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Groups that are too small when registration closes: proposed, closed by decision or left. */
@InsideTest
class ClosingInsideIT {

  private static final int FIRST = 140;
  private static final String CLOSING = "SELECT COALESCE(closing, '-') FROM section WHERE id = ?";
  private static final String TOLD =
      "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE s.student_no = ?"
          + " AND n.link = '/registration/my-plan.xhtml' AND n.at >= ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ClosingInsideIT.class, PlanScene.class);
  }

  private static void registrationIsOver(long term) throws Exception {
    Scene.change(
        "INSERT INTO registration_window (id, uuid, term_id, kind, opens_at, closes_at, status,"
            + " prepared_by, prepared_at, approved_by, approved_at, approved_off,"
            + " approved_opens_at, approved_closes_at, approved_waves, approved_wave_minutes)"
            + " VALUES (?, UUID(), ?, 'REGISTRATION', '2020-08-01', '2020-08-20', 'APPROVED', 'a',"
            + " '2020-07-01', 'b', '2020-07-02', FALSE, '2020-08-01', '2020-08-20', 1, 0)",
        Scene.next("registration_seq"),
        term);
  }

  /** An elective of the term, in the curricula of these students. */
  private static long elective(long term, List<String> students) throws Exception {
    long offering = Scene.offering(1);
    Scene.change("UPDATE offering SET term_id = ? WHERE id = ?", term, offering);
    for (String student : students) {
      Scene.change(
          "INSERT IGNORE INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle,"
              + " component, choice_block, choice_credits) SELECT ?, s.curriculum_id,"
              + " o.discipline_id, 8, 'PROFILE', 'ELECTIVE', 'IT', 1 FROM student s, offering o"
              + " WHERE s.student_no = ? AND o.id = ?",
          Scene.next("curriculum_seq"),
          student,
          offering);
    }
    return offering;
  }

  private static Decision enrol(String student, long offering, Long group) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    return Inside.as(
        Scene.holding("SPE"),
        () ->
            counter.enrol(
                student, offering, new NamedSections(group, null), EnrolmentType.ADDITIONAL, null));
  }

  private static String closing(long section) throws Exception {
    return Scene.text(CLOSING, section);
  }

  private static String status(Decision decision) throws Exception {
    return Scene.text("SELECT status FROM enrolment WHERE id = ?", decision.enrolment());
  }

  @Test
  @DisplayName("REG-4 small groups are proposed once registration is over; the office decides")
  void proposed() throws Exception {
    long term = Scene.term("FARCLOSE", 2092);
    List<String> members = Scene.students(FIRST, 3);
    long offering = elective(term, members);
    long small = Scene.section(offering, "GROUP", 20);
    long empty = Scene.section(offering, "GROUP", 20);
    for (String member : members) {
      assertThat(enrol(member, offering, small).enrolled()).isTrue();
    }
    GroupProposals proposals = Inside.bean(GroupProposals.class);
    String job = Scene.holding("SYSTEM");
    String deputy = Scene.holding("DEP");
    assertThat(Inside.as(job, proposals::terms)).doesNotContain(term);
    registrationIsOver(term);
    assertThat(Inside.as(job, proposals::terms)).contains(term);

    assertThat(Inside.as(job, () -> proposals.propose(term))).isEqualTo(2);
    assertThat(closing(small)).isEqualTo("PROPOSED");
    assertThat(closing(empty)).isEqualTo("PROPOSED");
    assertThat(Inside.as(job, () -> proposals.propose(term))).as("told once").isZero();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice n JOIN account a ON a.id = n.account_id WHERE a.login ="
                    + " ? AND n.code = 'registration.notice.groups-proposed'",
                deputy))
        .isEqualTo(1);

    SectionDesk desk = Inside.bean(SectionDesk.class);
    assertThat(rules(Inside.as(deputy, () -> desk.leave(small, " "))))
        .containsExactly("registration.section.reason");
    assertThat(Inside.as(deputy, () -> desk.leave(small, "memo 4")).isAllowed()).isTrue();
    Inside.as(job, () -> proposals.propose(term));
    assertThat(closing(small)).as("a decision stands").isEqualTo("LEFT");
    assertThat(Inside.as(deputy, () -> desk.close(empty, "nobody came")).isAllowed()).isTrue();
    assertThat(Scene.text("SELECT status FROM section WHERE id = ?", empty)).isEqualTo("CANCELLED");
  }

  private static List<String> rules(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("REQ-4 REG-4 a specialist asks, the director approves, the group is closed and told")
  void closedByDecision() throws Exception {
    List<String> members = Scene.students(FIRST + 3, 3);
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 3);
    List<Decision> enrolled = new ArrayList<>();
    for (String member : members) {
      enrolled.add(enrol(member, offering, group));
    }
    long other = Scene.section(offering, "GROUP", 2);
    String before = Scene.text("SELECT UTC_TIMESTAMP(6)");
    String specialist = Scene.holding("SPE");
    RequestDesk requests = Inside.bean(RequestDesk.class);
    RequestDesk.Typed typed =
        new RequestDesk.Typed(
            RequestKind.CLOSE_SECTION,
            null,
            null,
            group,
            null,
            null,
            null,
            null,
            new RequestWords("three students only", null, "memo 9"));
    RequestDesk.Asked asked =
        Inside.as(specialist, () -> requests.ask(typed, RequestDesk.Attached.NONE));
    assertThat(asked.verdict()).isEqualTo(Verdict.allowed());
    assertThat(Scene.text("SELECT status FROM section WHERE id = ?", group)).isEqualTo("OPEN");

    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Verdict decided = Inside.as(Scene.holding("DIR"), () -> counter.decide(asked.id(), true, null));

    assertThat(decided.isAllowed()).isTrue();
    assertThat(Scene.text("SELECT status FROM registration_request WHERE uuid = ?", asked.id()))
        .isEqualTo("DONE");
    assertThat(Scene.text("SELECT status FROM section WHERE id = ?", group)).isEqualTo("CANCELLED");
    assertThat(Scene.number("SELECT COUNT(*) FROM enrolment_place WHERE section_id = ?", other))
        .as("two land in the other group")
        .isEqualTo(2);
    int out = 0;
    for (Decision one : enrolled) {
      out += status(one).equals("CANCELLED_BY_OR") ? 1 : 0;
    }
    assertThat(out).as("the third has to choose anew").isEqualTo(1);
    for (String member : members) {
      assertThat(Scene.number(TOLD, member, before)).as(member).isEqualTo(1);
    }
    assertThat(intact(group)).isTrue();
    assertThat(intact(other)).isTrue();
  }
}
