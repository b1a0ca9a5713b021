package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.SummerScene.account;
import static kz.miras.registrar.inside.SummerScene.plans;
import static kz.miras.registrar.inside.SummerScene.refused;
import static kz.miras.registrar.inside.SummerScene.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.service.summer.SummerReport;
import kz.miras.registrar.registration.service.summer.SummerReport.Shown;
import kz.miras.registrar.registration.service.summer.SummerReport.State;
import kz.miras.registrar.registration.service.summer.SummerReportFile;
import kz.miras.registrar.registration.summer.ClosingReport.Figures;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a summer semester came to is kept with its closing, by the application and the database. */
@InsideTest
class ClosedSummerInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        ClosedSummerInsideIT.class,
        SummerScene.class,
        SummerGroup.class,
        Marks.class,
        WorkbookText.class);
  }

  private static Shown report(String login, String plan) throws Exception {
    return Inside.as(login, () -> Inside.bean(SummerReport.class).of(plan));
  }

  private static String workbook(String login, String plan) throws Exception {
    return WorkbookText.of(
        Inside.as(login, () -> Inside.bean(SummerReportFile.class).xlsx(plan, Language.RU)));
  }

  /** Who refuses what the database is asked to do, in its words. */
  private static void never(String words, String sql, Object... values) {
    assertThatThrownBy(() -> Scene.change(sql, values))
        .as(sql)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(words);
  }

  @Test
  @DisplayName(
      "SUM-14 the report is that of the moment of closing, whatever changes afterwards, for whoever"
          + " answers for the summer and for the auditor")
  void keptAsItWas() throws Exception {
    SummerGroup group = SummerGroup.of(60, SummerPurpose.ADDITIONAL, null);
    String plan = group.plan();
    LocalDate begins = group.day("starts_on");
    LocalDate ends = group.day("ends_on");
    long offering =
        Scene.number("SELECT offering_id FROM summer_discipline WHERE uuid = ?", group.line());
    String code = view(Scene.holding("SEN"), plan).disciplines().get(0).code();
    String auditor = Scene.holding("AUD");
    String director = Scene.holding("DIR");
    try {
      group.lasts(Scene.today().minusDays(60), Scene.today().minusDays(1));
      Marks.arrives(SummerGroup.key(group.students().get(0)), offering, Letter.B);
      Marks.arrives(SummerGroup.key(group.students().get(1)), offering, Letter.C);
      Marks.arrives(SummerGroup.key(group.students().get(2)), offering, Letter.F);
      Shown preview = report(auditor, plan);
      assertThat(preview.state()).isEqualTo(State.PREVIEW);
      assertThat(preview.report().act()).isNull();
      assertThat(preview.checksum()).isNull();
      never(
          "closed with its report",
          "UPDATE summer_plan SET status = 'CLOSED' WHERE uuid = ?",
          plan);

      assertThat(refused(director, () -> plans().close(plan))).isEmpty();
      Shown kept = report(auditor, plan);
      assertThat(kept.state()).isEqualTo(State.KEPT);
      assertThat(kept.intact()).isTrue();
      assertThat(kept.report().act().by()).isEqualTo(director);
      assertThat(kept.report().decision()).isEqualTo("№ 31");
      assertThat(kept.report().lines()).as("one discipline").hasSize(1);
      assertThat(figures(kept)).usingRecursiveComparison().isEqualTo(figures(preview));
      assertThat(figures(kept).enrolled()).isEqualTo(3);
      assertThat(figures(kept).passed()).isEqualTo(2);
      assertThat(figures(kept).failed()).isEqualTo(1);
      assertThat(
              Scene.number(
                  "SELECT COUNT(*) FROM audit_entry e JOIN audit_detail d ON d.entry_id = e.id WHERE"
                      + " e.action = 'summer.report' AND e.actor = ? AND d.after_values LIKE ?",
                  director,
                  "%" + kept.checksum() + "%"))
          .as("the sealed trail knows the checksum")
          .isOne();

      changesAfterwards(group, code, offering);
      assertThat(view(auditor, plan).income())
          .as("what is paid today")
          .isLessThan(figures(kept).income());
      assertThat(report(auditor, plan)).isEqualTo(kept);
      assertThat(report(Scene.holding("ACC"), plan)).isEqualTo(kept);
      assertThat(workbook(auditor, plan))
          .contains(kept.report().lines().get(0).name().in(Language.RU), kept.checksum())
          .doesNotContain("renamed since");
      rights(plan, account(group.students().get(0)));
      neverAgain(plan);
    } finally {
      group.lasts(begins, ends);
    }
  }

  private static Figures figures(Shown shown) {
    return shown.report().total();
  }

  /** A result is corrected, a payment paid back, the discipline renamed. */
  private static void changesAfterwards(SummerGroup group, String code, long offering)
      throws Exception {
    Marks.corrected(SummerGroup.key(group.students().get(2)), offering, Letter.A);
    Scene.change("UPDATE discipline SET name_ru = 'renamed since' WHERE code = ?", code);
    assertThat(
            Scene.change(
                "UPDATE payment_request r JOIN enrolment e ON e.id = r.enrolment_id SET r.status ="
                    + " 'REFUNDED', r.refunded_on = r.paid_on, r.refund_document = 'order 2',"
                    + " r.refunded_by = 'another', r.refunded_at = UTC_TIMESTAMP(6) WHERE"
                    + " e.offering_id = ? AND e.student_id = ? AND r.status = 'PAID'",
                offering,
                SummerGroup.key(group.students().get(0))))
        .isOne();
  }

  private static void rights(String plan, String student) throws Exception {
    for (String login :
        List.of(student, Scene.holding("SPE"), Scene.holding("DEAN"), Scene.holding("TCH"))) {
      assertThatThrownBy(() -> report(login, plan))
          .as(login)
          .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
      assertThatThrownBy(() -> workbook(login, plan))
          .as(login)
          .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    }
  }

  /** The database lets nobody touch what is kept, or keep more. */
  private static void neverAgain(String plan) {
    never("append-only", "UPDATE summer_report SET weeks = 7");
    never("append-only", "DELETE FROM summer_report");
    never("append-only", "UPDATE summer_report_line SET paid = 99");
    never("append-only", "DELETE FROM summer_report_line");
    never(
        "when its summer semester is closed",
        "INSERT INTO summer_report_line SELECT l.plan_id, l.position + 100, l.code, l.name_kk,"
            + " l.name_ru, l.name_en, l.language, l.status, l.reason, l.applications, l.paid,"
            + " l.group_count, l.enrolled, l.credits, l.income, l.cost, l.passed, l.failed,"
            + " l.checks, l.looked_for, l.missed, l.excused, l.flagged FROM summer_report_line l"
            + " JOIN summer_plan p ON p.id = l.plan_id WHERE p.uuid = ?",
        plan);
    never("stays closed", "UPDATE summer_plan SET status = 'APPROVED' WHERE uuid = ?", plan);
  }

  @Test
  @DisplayName(
      "SUM-14 a semester closed before reports were kept says that its figures are today's")
  void closedBefore() throws Exception {
    String term = SummerScene.term();
    String plan = UUID.randomUUID().toString();
    Scene.change(
        "INSERT INTO summer_plan (id, uuid, term_id, status, decision, approved_by, closed_by,"
            + " closed_at) SELECT ?, ?, id, 'CLOSED', '№ 5', 'vice', 'director', '2026-08-10' FROM"
            + " term WHERE code = ?",
        Scene.next("registration_seq"),
        plan,
        term);

    Shown counted = report(Scene.holding("AUD"), plan);
    assertThat(counted.state()).isEqualTo(State.COUNTED_ANEW);
    assertThat(counted.report().act()).isNull();
    assertThat(counted.checksum()).isNull();
  }
}
