package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.miras.registrar.attestation.service.commission.CommissionApprovals;
import kz.miras.registrar.attestation.service.commission.MeetingDesk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The schedule of an attestation commission: planned by several, told to students. */
@InsideTest
class MeetingScheduleInsideIT {

  private static final LocalTime FIRST = LocalTime.of(0, 1);

  @Deployment
  static WebArchive archive() {
    return CommissionScene.archive(MeetingScheduleInsideIT.class);
  }

  private static MeetingDesk meetings() {
    return Inside.bean(MeetingDesk.class);
  }

  @Test
  @DisplayName("AK-4 who is admitted after the schedule was approved is told of it as all others")
  void toldLater() throws Exception {
    CommissionScene scene = new CommissionScene(2172);
    String meeting = scene.meeting(FIRST);
    long before = scene.graduate();
    long after = scene.graduate();
    admit(scene, meeting, before);
    assertThat(told(before)).as("nothing is approved").isZero();
    CommissionApprovals approvals = Inside.bean(CommissionApprovals.class);
    Inside.as(Scene.holding("DIR"), () -> approvals.schedule(scene.commission, "was ill"));
    admit(scene, meeting, after);
    assertThat(told(before)).isOne();
    assertThat(told(after)).isOne();
  }

  private static void admit(CommissionScene scene, String meeting, long student) throws Exception {
    Inside.as(
        scene.secretary, () -> meetings().admit(meeting, List.of(PromotionScene.number(student))));
  }

  /** How often a student was told of a schedule. */
  private static long told(long student) throws Exception {
    return Scene.number(
        "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code ="
            + " 'attestation.ak.notice.schedule'",
        student);
  }

  @Test
  @DisplayName("AK-4 two who plan at once do not pass the hours of a day together")
  void plannedAtOnce() throws Exception {
    CommissionScene scene = new CommissionScene(2173);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Connection connection = Scene.database().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement planned =
          connection.prepareStatement(
              "INSERT INTO attestation_commission_meeting (id, uuid, commission_id, kind, held_on,"
                  + " starts_at, ends_at, place, admission_no, admission_on, planned_by, planned_at)"
                  + " SELECT NEXTVAL(attestation_seq), UUID(), id, 'DEFENCE', university_today(),"
                  + " '08:00', '12:10', 'A-201', '12-р', university_today() - INTERVAL 20 DAY,"
                  + " 'other', UTC_TIMESTAMP(6) FROM attestation_commission WHERE uuid = ? FOR"
                  + " UPDATE")) {
        planned.setString(1, scene.commission);
        assertThat(planned.executeUpdate()).isOne();
      }
      Future<List<String>> planning =
          other.submit(
              () ->
                  SheetScene.refused(
                      scene.secretary,
                      () -> meetings().plan(scene.commission, scene.plan(FIRST, 14))));
      assertThatThrownBy(() -> planning.get(2, TimeUnit.SECONDS))
          .as("it waits for who plans")
          .isInstanceOf(TimeoutException.class);
      connection.commit();
      assertThat(planning.get(30, TimeUnit.SECONDS)).containsExactly("attestation.ak.day-hours");
    } finally {
      other.shutdownNow();
    }
  }
}
