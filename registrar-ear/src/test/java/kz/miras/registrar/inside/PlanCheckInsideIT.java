package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.shared.Refusal;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a check says before, and what the submission with the same choices then does. */
@InsideTest
class PlanCheckInsideIT {

  private static final int FIRST = 70;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PlanCheckInsideIT.class, PlanScene.class);
  }

  /** A line as somebody reads it: what it gets, or by which rules and codes it gets nothing. */
  private static List<String> read(PlanAnswer answer) {
    return answer.lines().stream()
        .map(
            line ->
                line.status()
                    + " "
                    + line.verdict().refusals().stream()
                        .map(refusal -> refusal.rule() + " " + refusal.code())
                        .toList()
                    + " "
                    + line.verdict().warnings().stream().map(Refusal::code).toList())
        .toList();
  }

  private static List<String> checkedThenSubmitted(String student, PlanRequest request)
      throws Exception {
    PlanDesk desk = Inside.bean(PlanDesk.class);
    String office = PlanScene.office();
    List<String> checked = read(Inside.as(office, () -> desk.check(student, request)));
    PlanAnswer submitted = PlanScene.submit(student, request, UUID.randomUUID().toString());
    assertThat(checked).as("what the check said").isEqualTo(read(submitted));
    return checked;
  }

  @Test
  @DisplayName("REG-30 REG-3 a check says what its submission does, by each choice about seats")
  void saysWhatComes() throws Exception {
    List<String> students = Scene.students(FIRST, 5);
    long free = Scene.offering(1);
    Scene.section(free, "GROUP", 9);
    long full = Scene.offering(1);
    Scene.section(full, "GROUP", 1);
    PlanScene.submit(
        students.get(0), PlanScene.request(false, false, full), UUID.randomUUID().toString());

    assertThat(checkedThenSubmitted(students.get(1), PlanScene.request(true, false, free, full)))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("null [REG-30 "),
            other -> assertThat(other).startsWith("null [REG-3 "));
    assertThat(checkedThenSubmitted(students.get(2), PlanScene.request(true, true, free, full)))
        .allSatisfy(one -> assertThat(one).startsWith("null [REG-30 "));
    assertThat(checkedThenSubmitted(students.get(3), PlanScene.request(false, false, free, full)))
        .satisfiesExactly(
            one -> assertThat(one).startsWith(EnrolmentStatus.ENROLLED + " []"),
            other -> assertThat(other).startsWith("null [REG-3 "));
    assertThat(checkedThenSubmitted(students.get(4), PlanScene.request(false, true, free, full)))
        .satisfiesExactly(
            one -> assertThat(one).startsWith(EnrolmentStatus.ENROLLED + " []"),
            other -> assertThat(other).startsWith(EnrolmentStatus.WAITLISTED + " []"));
  }
}
