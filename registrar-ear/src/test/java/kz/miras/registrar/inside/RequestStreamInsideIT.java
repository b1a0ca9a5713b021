package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.LateScene.approve;
import static kz.miras.registrar.inside.LateScene.codes;
import static kz.miras.registrar.inside.LateScene.status;
import static kz.miras.registrar.inside.LateScene.term;
import static kz.miras.registrar.inside.PlanScene.acts;
import static kz.miras.registrar.inside.PlanScene.taken;
import static kz.miras.registrar.inside.QueueScene.code;
import static kz.miras.registrar.inside.QueueScene.fair;
import static kz.miras.registrar.inside.QueueScene.resize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestWords;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RequestDesk;
import kz.miras.registrar.registration.service.RequestDesk.Asked;
import kz.miras.registrar.registration.service.RequestDesk.Attached;
import kz.miras.registrar.registration.service.RequestDesk.TypedGroup;
import kz.miras.registrar.registration.service.RequestQueries;
import kz.miras.registrar.registration.service.RequestView;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A request for a decision names the lecture stream as it names the group. */
@InsideTest
class RequestStreamInsideIT {

  private static final int YEAR = 2200;
  private static final int FIRST = 102;

  private static final String GROUP =
      "SELECT g.code FROM student_group g JOIN student s ON s.group_id = g.id AND s.status ="
          + " 'STUDYING' JOIN programme p ON p.id = s.programme_id AND p.level = 'BACHELOR'"
          + " GROUP BY g.id HAVING COUNT(*) BETWEEN 2 AND 40 AND SUM(EXISTS (SELECT 1 FROM"
          + " student_hold h WHERE h.student_id = s.id AND h.removed_at IS NULL)) = 0 ORDER BY g.id"
          + " DESC LIMIT 1";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        RequestStreamInsideIT.class, LateScene.class, PlanScene.class, QueueScene.class);
  }

  private static long offering() throws Exception {
    long offering = Scene.offering(1);
    Scene.change(
        "UPDATE offering SET term_id = (SELECT id FROM term WHERE code = ?) WHERE id = ?",
        term(YEAR, true),
        offering);
    return offering;
  }

  private static Asked late(String student, long offering, Long group, Long stream)
      throws Exception {
    return LateScene.ask(RequestKind.LATE, student, offering, group, stream);
  }

  private static RequestView seen(Asked asked) throws Exception {
    RequestQueries queries = Inside.bean(RequestQueries.class);
    return Inside.as(Scene.holding("DEP"), () -> queries.request(asked.id()));
  }

  private static String planned(String student, long offering) throws Exception {
    return Scene.text(
        "SELECT CONCAT_WS(' ', (SELECT x.code FROM section x WHERE x.id = l.stream_id), (SELECT"
            + " y.code FROM section y WHERE y.id = l.section_id)) FROM study_plan_line l JOIN"
            + " study_plan p ON p.id = l.plan_id JOIN student s ON s.id = p.student_id WHERE"
            + " s.student_no = ? AND l.offering_id = ?",
        student,
        offering);
  }

  @Test
  @DisplayName(
      "REQ-4 REG-3 the stream a request names is judged, shown to who decides and taken with the group,"
          + " whichever has more seats; it stands in the plan and in the log")
  void namedStream() throws Exception {
    long offering = offering();
    long roomy = Scene.section(offering, "LECTURE", 50);
    long wanted = Scene.section(offering, "LECTURE", 1);
    long group = Scene.section(offering, "GROUP", 5);
    String student = Scene.student(FIRST);

    Asked asked = late(student, offering, group, wanted);

    RequestView view = seen(asked);
    assertThat(view.about().section()).isEqualTo(code(group));
    assertThat(view.about().stream()).isEqualTo(code(wanted));
    assertThat(view.about().streams()).isTrue();
    assertThat(view.after().isAllowed()).isTrue();
    assertThat(view.places()).containsExactly(code(wanted), code(group));

    assertThat(approve(asked.id()).refusals()).isEmpty();

    assertThat(status(asked)).isEqualTo("DONE");
    assertThat(taken(wanted)).isOne();
    assertThat(taken(group)).isOne();
    assertThat(taken(roomy)).isZero();
    assertThat(acts(wanted, "TAKEN")).as("the log of the stream").isOne();
    assertThat(planned(student, offering)).isEqualTo(code(wanted) + " " + code(group));
    fair(roomy, wanted, group);
  }

  @Test
  @DisplayName(
      "REQ-4 REG-3 where the stream that was named is full no seat is taken at all; the decision names"
          + " it and is carried out when it has a seat")
  void bothOrNone() throws Exception {
    long offering = offering();
    long other = Scene.section(offering, "LECTURE", 50);
    long wanted = Scene.section(offering, "LECTURE", 1);
    long group = Scene.section(offering, "GROUP", 5);
    List<String> students = Scene.students(FIRST + 1, 2);
    Asked first = late(students.get(0), offering, null, wanted);
    Asked second = late(students.get(1), offering, null, wanted);
    assertThat(approve(first.id()).warnings()).isEmpty();

    RequestView view = seen(second);
    assertThat(view.after().refusals())
        .extracting(Refusal::code)
        .containsExactly("registration.full");
    assertThat(view.after().refusals().get(0).args()).contains(code(wanted));
    assertThat(view.places()).isEmpty();
    Verdict decided = approve(second.id());

    assertThat(decided.warnings()).extracting(Refusal::code).containsExactly("registration.full");
    assertThat(decided.warnings().get(0).args()).contains(code(wanted));
    assertThat(status(second)).isEqualTo("APPROVED");
    assertThat(taken(group)).as("no seat in the group alone").isOne();
    assertThat(taken(other)).as("no other stream than was named").isZero();

    resize(wanted, 2);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    assertThat(Inside.as(Scene.holding("SPE"), () -> counter.carryOut(second.id())).isAllowed())
        .isTrue();
    assertThat(status(second)).isEqualTo("DONE");
    assertThat(taken(wanted)).isEqualTo(2);
    assertThat(taken(group)).isEqualTo(2);
    fair(other, wanted, group);
  }

  @Test
  @DisplayName(
      "REQ-3 REQ-4 where no stream is named the rules choose one, and say beforehand which; another"
          + " stream is another matter, a group is no stream")
  void anyStream() throws Exception {
    long offering = offering();
    long small = Scene.section(offering, "LECTURE", 2);
    long roomy = Scene.section(offering, "LECTURE", 9);
    long group = Scene.section(offering, "GROUP", 5);
    long foreign = Scene.section(offering(), "LECTURE", 5);
    String student = Scene.student(FIRST + 3);

    assertThatThrownBy(() -> late(student, offering, null, group))
        .as("a group is no stream")
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThatThrownBy(() -> late(student, offering, small, null))
        .as("a stream is no group")
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThatThrownBy(() -> late(student, offering, group, foreign))
        .as("a stream of another offering")
        .isInstanceOf(RegistrarException.NotFound.class);

    Asked any = late(student, offering, null, null);
    assertThat(late(student, offering, null, small).id()).as("another stream").isNotNull();
    assertThat(codes(late(student, offering, null, small).verdict()))
        .containsExactly("registration.request.open");
    RequestView view = seen(any);
    assertThat(view.about().stream()).isNull();
    assertThat(view.about().streams()).isTrue();
    assertThat(view.places()).containsExactly(code(roomy), code(group));

    assertThat(approve(any.id()).warnings()).isEmpty();

    assertThat(taken(roomy)).isOne();
    assertThat(planned(student, offering)).isEqualTo(code(roomy) + " " + code(group));
    fair(small, roomy, group);
  }

  @Test
  @DisplayName("REQ-4 REG-6 a whole group that comes late is enrolled in the stream that was named")
  void wholeGroup() throws Exception {
    long offering = offering();
    String group = Scene.text(GROUP);
    int members =
        (int)
            Scene.number(
                "SELECT COUNT(*) FROM student s JOIN student_group g ON g.id = s.group_id WHERE"
                    + " g.code = ? AND s.status = 'STUDYING'",
                group);
    long roomy = Scene.section(offering, "LECTURE", members + 50);
    long wanted = Scene.section(offering, "LECTURE", members);
    long seminar = Scene.section(offering, "GROUP", members);
    TypedGroup typed =
        new TypedGroup(
            group,
            term(YEAR, true),
            offering,
            null,
            wanted,
            EnrolmentType.ADDITIONAL,
            new RequestWords("the group was formed in October", null, "memo 12"));
    RequestDesk desk = Inside.bean(RequestDesk.class);

    Asked asked = Inside.as(Scene.holding("SPE"), () -> desk.ask(typed, Attached.NONE));

    assertThat(seen(asked).about().stream()).isEqualTo(code(wanted));
    assertThat(approve(asked.id()).warnings()).isEmpty();
    assertThat(status(asked)).isEqualTo("DONE");
    assertThat(taken(wanted)).isEqualTo(members);
    assertThat(taken(seminar)).isEqualTo(members);
    assertThat(taken(roomy)).isZero();
  }
}
