package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanApprovalDesk;
import kz.miras.registrar.registration.service.PlanDifference;
import kz.miras.registrar.registration.service.PlanDifference.Kind;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.PlanVersions;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An amended plan against the version its adviser knew. */
@InsideTest
class PlanVersionsInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PlanVersionsInsideIT.class, PlanScene.class);
  }

  private static PlanRequest.Line line(long offering, String group, UUID replaces)
      throws Exception {
    return new PlanRequest.Line(
        UUID.fromString(Scene.text("SELECT uuid FROM offering WHERE id = ?", offering)),
        null,
        group,
        EnrolmentType.ADDITIONAL,
        null,
        replaces);
  }

  private static PlanAnswer submit(String student, PlanRequest.Line... lines) throws Exception {
    return PlanScene.submit(
        student, new PlanRequest("FAR", List.of(lines), false, true), UUID.randomUUID().toString());
  }

  private static long section(long offering, String code) throws Exception {
    long section = Scene.section(offering, "GROUP", 5);
    Scene.change("UPDATE section SET code = ? WHERE id = ?", code, section);
    return section;
  }

  @Test
  @DisplayName(
      "IUP-5 the adviser of an amended plan sees what each line was, what is new and what is gone")
  void whatTheAdviserHasNotSeen() throws Exception {
    String student =
        Scene.text(
            "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " s.status = 'STUDYING' AND p.level = 'BACHELOR' AND s.adviser_id IS NOT NULL AND"
                + " NOT EXISTS (SELECT 1 FROM student_hold h WHERE h.student_id = s.id AND"
                + " h.removed_at IS NULL) AND NOT EXISTS (SELECT 1 FROM study_plan l JOIN term t ON"
                + " t.academic_year_id = l.academic_year_id WHERE l.student_id = s.id AND t.code ="
                + " 'FAR') ORDER BY s.id DESC LIMIT 1");
    String adviser =
        Scene.account(
            "ADV",
            null,
            Scene.number("SELECT adviser_id FROM student WHERE student_no = ?", student));
    long first = Scene.offering(2);
    section(first, "G-1");
    section(first, "G-2");
    long second = Scene.offering(2);
    section(second, "G-1");
    PlanVersions versions = Inside.bean(PlanVersions.class);
    PlanQueries queries = Inside.bean(PlanQueries.class);
    PlanApprovalDesk desk = Inside.bean(PlanApprovalDesk.class);

    PlanAnswer answer = submit(student, line(first, "G-1", null), line(second, "G-1", null));
    UUID plan = Inside.as(adviser, () -> queries.plan(student, "FAR")).id();
    assertThat(Inside.as(adviser, () -> versions.last(plan))).as("all of it is new").isEmpty();
    assertThat(Inside.as(adviser, () -> desk.approve(PlanScene.seen(plan), List.of())).refusals())
        .isEmpty();

    submit(student, line(first, "G-2", answer.lines().get(0).enrolment()));
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    UUID gone = answer.lines().get(1).enrolment();
    Inside.as(
        PlanScene.office(),
        () -> {
          counter.drop(student, gone);
          return null;
        });
    long third = Scene.offering(2);
    section(third, "G-1");
    submit(student, line(third, "G-1", null));

    PlanDifference last = Inside.as(adviser, () -> versions.last(plan)).orElseThrow();
    assertThat(last.before().act()).isEqualTo("APPROVED");
    assertThat(last.lines())
        .extracting(PlanDifference.Line::kind)
        .containsExactlyInAnyOrder(Kind.CHANGED, Kind.REMOVED, Kind.ADDED);
    assertThat(last.lines())
        .filteredOn(line -> line.kind() == Kind.CHANGED)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.was().group()).isEqualTo("G-1");
              assertThat(line.now().group()).isEqualTo("G-2");
              assertThat(line.isTypeChanged() || line.isLanguageChanged()).isFalse();
            });
    assertThat(last.removed("FAR")).singleElement().isNotNull();

    List<PlanView.Event> events = Inside.as(adviser, () -> queries.plan(plan)).events();
    assertThat(Inside.as(adviser, () -> versions.between(plan, 0, events.size())))
        .as("the first version against the plan as it is")
        .hasValueSatisfying(
            difference -> assertThat(difference.lines()).hasSameSizeAs(last.lines()));
    assertThat(Inside.as(adviser, () -> versions.between(plan, 0, 0)))
        .hasValueSatisfying(difference -> assertThat(difference.lines()).isEmpty());
    assertThat(Inside.as(adviser, () -> versions.between(plan, 99, 0))).isEmpty();

    String other = Scene.account("STU", otherThan(student), null);
    assertThatThrownBy(() -> Inside.as(other, () -> versions.last(plan)))
        .isInstanceOf(RegistrarException.NotFound.class);
  }

  private static long otherThan(String student) throws Exception {
    return Scene.number(
        "SELECT MIN(s.id) FROM student s WHERE s.student_no <> ? AND NOT EXISTS (SELECT 1 FROM"
            + " account a WHERE a.student_id = s.id)",
        student);
  }
}
