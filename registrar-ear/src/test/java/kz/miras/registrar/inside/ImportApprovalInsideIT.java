package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.office.service.ImportApprovals;
import kz.miras.registrar.office.service.ImportDesk;
import kz.miras.registrar.office.service.ImportStore;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Past results brought in by file: two people, in the container. */
@InsideTest
class ImportApprovalInsideIT {

  private static final int STUDENT = 20;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ImportApprovalInsideIT.class, SheetScene.class, Soon.class);
  }

  @Test
  @DisplayName(
      "IMP-6 past results enter the history once another person has approved their file, and not"
          + " before")
  void twoPeople() throws Exception {
    String code = "TWO-" + UUID.randomUUID().toString().substring(0, 6);
    String senior = Scene.holding("SEN");
    UUID run = checked(senior, code);
    ImportDesk desk = Inside.bean(ImportDesk.class);
    ImportApprovals approvals = Inside.bean(ImportApprovals.class);
    assertThat(SheetScene.refused(senior, () -> desk.apply(run, false)))
        .containsExactly("office.import.needs-approval");
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE import_run SET status = 'APPLYING' WHERE uuid = ?", run.toString()))
        .as("past the application")
        .hasMessageContaining("ck_import_run_approved");

    String deputy = Scene.holding("DEP");
    SheetScene.act(deputy, () -> approvals.submit(run, false));
    assertThat(SheetScene.refused(deputy, () -> approvals.decide(run, true, "")))
        .as("submitted it")
        .containsExactly("office.import.own");
    assertThat(recorded(code)).isZero();
    String director = Scene.holding("DIR");
    assertThat(Inside.as(director, () -> approvals.mayDecide(run))).isTrue();
    assertThat(Inside.as(director, () -> approvals.contents(run, Language.EN)).rows())
        .singleElement()
        .satisfies(row -> assertThat(row).contains(code, "A-", "№ 7"));

    SheetScene.act(director, () -> approvals.decide(run, true, ""));
    assertThat(Soon.ended(run).status()).isEqualTo("APPLIED");
    assertThat(recorded(code)).isOne();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM audit_entry WHERE entity_id = ? AND action IN ('import.submit',"
                    + " 'import.approve')",
                run.toString()))
        .isEqualTo(2);
    assertThatThrownBy(() -> SheetScene.act(director, () -> approvals.decide(run, true, "")))
        .as("once")
        .isInstanceOf(RegistrarException.Conflict.class);
  }

  @Test
  @DisplayName("IMP-6 a rejected file is not stored; who brought it is told why")
  void rejected() throws Exception {
    String code = "NO-" + UUID.randomUUID().toString().substring(0, 6);
    String senior = Scene.holding("SEN");
    UUID run = checked(senior, code);
    ImportApprovals approvals = Inside.bean(ImportApprovals.class);
    SheetScene.act(senior, () -> approvals.submit(run, false));
    String director = Scene.holding("DIR");
    assertThat(SheetScene.refused(director, () -> approvals.decide(run, false, " ")))
        .containsExactly("office.import.note-needed");
    SheetScene.act(director, () -> approvals.decide(run, false, "the credits are wrong"));

    assertThat(Inside.bean(ImportStore.class).run(run).orElseThrow().status())
        .isEqualTo("REJECTED");
    assertThat(recorded(code)).isZero();
    assertThat(
            Scene.text(
                "SELECT n.args FROM notice n JOIN account a ON a.id = n.account_id WHERE a.login = ?"
                    + " AND n.code = 'office.notice.import-rejected'",
                senior))
        .contains("the credits are wrong");
    assertThat(Inside.as(director, () -> approvals.course(run)).note())
        .isEqualTo("the credits are wrong");
  }

  private static long recorded(String code) throws Exception {
    return Scene.number("SELECT COUNT(*) FROM achievement WHERE discipline_code = ?", code);
  }

  /** A file of one result, additional to everything, uploaded and judged. */
  private static UUID checked(String login, String code) throws Exception {
    ImportDesk desk = Inside.bean(ImportDesk.class);
    String term = Scene.text("SELECT code FROM term ORDER BY starts_on LIMIT 1");
    String day = Scene.text("SELECT starts_on + INTERVAL 30 DAY FROM term WHERE code = ?", term);
    String row =
        String.join(
            ";",
            List.of(
                Scene.student(STUDENT),
                term,
                code,
                "Пән",
                "Предмет",
                "Subject",
                "5",
                "MAIN",
                "92",
                "A-",
                day,
                "№ 7",
                "true"));
    byte[] file =
        ("student_no;term;code;name_kk;name_ru;name_en;credits;kind_of_result;percent;letter;"
                + "result_on;source_document;additional\r\n"
                + row
                + "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    UUID run = Inside.as(login, () -> desk.upload("results", "past.csv", file, Language.EN));
    assertThat(Soon.ended(run).bad()).as("%s", row).isZero();
    return run;
  }
}
