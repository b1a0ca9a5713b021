package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PaidScene.LINE;
import static kz.miras.registrar.inside.PaidScene.paid;
import static kz.miras.registrar.inside.PaidScene.repeat;
import static kz.miras.registrar.inside.PaidScene.text;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.submit;
import static kz.miras.registrar.inside.PlanScene.taken;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kz.miras.registrar.office.service.DeskQueries;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.RegistrationJobs;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was paid when it came too late: for a place that ran out, for a swap after the changes. */
@InsideTest
class PaidLateInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PaidLateInsideIT.class, PlanScene.class, PaidScene.class, Marks.class);
  }

  /** How many payments are to be paid back, as the desk of accounting says. */
  private static long refunds() {
    return Inside.bean(DeskQueries.class).waiting().stream()
        .filter(one -> one.due().key().equals("office.due.payments.refund"))
        .mapToLong(DeskQueries.Waiting::count)
        .sum();
  }

  @Test
  @DisplayName("PAY-4 REG-33 what was paid for a place in a queue that ran out is to be paid back")
  void placeRanOut() throws Exception {
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 1);
    PlanAnswer first = repeat(67, offering, group);
    PlanAnswer second = repeat(68, offering, group);
    paid(second);
    paid(first);
    assertThat(statusOf(first)).isEqualTo("WAITLISTED");
    String accounting = Scene.holding("ACC");
    long before = Inside.as(accounting, PaidLateInsideIT::refunds);

    String uuid = first.lines().get(0).enrolment().toString();
    Scene.change(
        "UPDATE waiting_place w JOIN enrolment e ON e.id = w.enrolment_id SET w.expires_at ="
            + " '2020-01-01' WHERE e.uuid = ?",
        uuid);
    long enrolment = Scene.number("SELECT id FROM enrolment WHERE uuid = ?", uuid);
    RegistrationJobs jobs = Inside.bean(RegistrationJobs.class);
    Inside.as(
        Scene.holding("SYSTEM"),
        () -> {
          jobs.endWaiting(enrolment);
          return null;
        });

    assertThat(statusOf(first)).isEqualTo("DROPPED");
    assertThat(Inside.as(accounting, PaidLateInsideIT::refunds)).isEqualTo(before + 1);
  }

  @Test
  @DisplayName("REG-5 REG-21 what a swap gives up that is paid after the changes ends with W")
  void paidAfterChanges() throws Exception {
    int place = 149;
    long term = Scene.term("PAIDSWAP", 2123);
    long old = Scene.offering(1);
    long seat = Scene.section(old, "GROUP", 2);
    long offering = Scene.offering(1);
    long group = Scene.section(offering, "GROUP", 2);
    Scene.change("UPDATE offering SET term_id = ? WHERE id IN (?, ?)", term, old, offering);
    PlanAnswer mine =
        submit(Scene.student(place), request(false, true, old), UUID.randomUUID().toString());
    PlanAnswer wanted = repeat(place, offering, group, mine.lines().get(0).enrolment());
    Scene.change(
        "INSERT INTO registration_window (id, uuid, term_id, kind, opens_at, closes_at, status,"
            + " prepared_by, prepared_at, approved_by, approved_at, approved_off, approved_opens_at,"
            + " approved_closes_at, approved_waves, approved_wave_minutes) VALUES (?, UUID(), ?,"
            + " 'CHANGE', '2020-01-01', '2020-01-08', 'APPROVED', 'one', '2020-01-01', 'two',"
            + " '2020-01-01', FALSE, '2020-01-01', '2020-01-08', 1, 0)",
        Scene.next("registration_seq"),
        term);

    paid(wanted);

    assertThat(statusOf(wanted)).isEqualTo("ENROLLED");
    assertThat(statusOf(mine)).isEqualTo("WITHDRAWN");
    assertThat(taken(seat)).isZero();
    assertThat(text(LINE, mine)).isEqualTo("REMOVED");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE"
                    + " s.student_no = ? AND n.code = 'registration.notice.swapped-late'",
                Scene.student(place)))
        .isOne();
  }
}
