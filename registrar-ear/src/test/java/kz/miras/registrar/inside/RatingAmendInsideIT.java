package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.JournalScene.due;
import static kz.miras.registrar.inside.JournalScene.run;
import static kz.miras.registrar.inside.JournalScene.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.attestation.AdmissionDecision;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.rating.RatingAmendment;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.service.AdmissionDesk;
import kz.miras.registrar.attestation.service.rating.RatingAmendDesk;
import kz.miras.registrar.attestation.service.rating.RatingAmendQueries;
import kz.miras.registrar.attestation.service.rating.RatingAmendQueries.Amended;
import kz.miras.registrar.attestation.service.rating.RatingDesk;
import kz.miras.registrar.inside.JournalScene.Taught;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A wrong number in a closed journal, mended before the exam, in the container. */
@InsideTest
class RatingAmendInsideIT {

  private static final int FIRST = 120;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(RatingAmendInsideIT.class, JournalScene.class);
  }

  @AfterEach
  void putAway() throws SQLException {
    JournalScene.past();
  }

  private static Taught closed(List<String> students, String control) throws Exception {
    Taught taught = Taught.of(students, 2);
    for (String student : students) {
      taught.types(student, "w12", "57");
      taught.types(student, "rk", control);
    }
    RatingDesk desk = Inside.bean(RatingDesk.class);
    run(taught.author(), () -> desk.submit(taught.journal()));
    Inside.as(Scene.holding("SPE"), () -> desk.close(taught.journal()));
    return taught;
  }

  private static Verdict ask(String login, Taught taught, String student, String text)
      throws Exception {
    long row =
        Scene.number(
            "SELECT r.id FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id JOIN student s ON s.id"
                + " = r.student_id WHERE h.uuid = ? AND s.student_no = ?",
            taught.journal(),
            student);
    BasisDocument memo =
        new BasisDocument(BasisDocument.Type.MEMO, "15", Scene.today(), "93 прочитано как 39");
    RatingAmendDesk desk = Inside.bean(RatingAmendDesk.class);
    List<RatingCell> cells = List.of(new RatingCell(row, "rk", text, null));
    return Inside.as(login, () -> desk.request(taught.journal(), memo, cells));
  }

  private static Amended seen(String login, Taught taught) throws Exception {
    RatingAmendQueries queries = Inside.bean(RatingAmendQueries.class);
    return Inside.as(login, () -> queries.of(taught.journal()));
  }

  private static void decide(String login, Taught taught, String request) throws Exception {
    RatingAmendDesk desk = Inside.bean(RatingAmendDesk.class);
    run(login, () -> desk.decide(taught.journal(), UUID.fromString(request), true, null));
  }

  @Test
  @DisplayName(
      "RAT-8 39 for 93 is mended before the exam by two people, and the student learns of it")
  void mended() throws Exception {
    List<String> two = Scene.students(FIRST, 2);
    Taught taught = closed(two, "39");
    Scene.change("UPDATE sheet_row SET p1 = 48 WHERE sheet_id = ?", taught.sheet());
    Scene.change(
        "INSERT INTO sheet_publication (sheet_id, part, published_at, published_by) VALUES (?,"
            + " 'RATING', UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, 'office')",
        taught.sheet());
    assertThat(taught.rating(2, two.get(0))).isEqualTo("48.000000000");
    String director = Scene.holding("DIR");
    long before = due(director, "to-amend");

    assertThat(ask(taught.author(), taught, two.get(0), "39").refusals())
        .extracting(Refusal::code)
        .containsExactly("attestation.rating.amend.nothing");
    assertThat(ask(taught.author(), taught, two.get(0), "193").refusals())
        .extracting(Refusal::code)
        .containsExactly("attestation.rating.unreadable");
    assertThat(ask(taught.author(), taught, two.get(0), "").refusals())
        .extracting(Refusal::code)
        .containsExactly("attestation.rating.incomplete");
    assertThat(ask(taught.author(), taught, two.get(0), "93").isAllowed()).isTrue();

    assertThat(due(director, "to-amend")).isEqualTo(before + 1);
    RatingAmendQueries.Request request = seen(director, taught).requests().get(0);
    assertThat(request.deciding()).isTrue();
    assertThat(request.rows().get(0).before()).isEqualByComparingTo("48");
    assertThat(request.rows().get(0).after()).isEqualByComparingTo("75");
    assertThat(seen(taught.author(), taught).requests().get(0).deciding()).isFalse();
    assertThat(taught.rating(2, two.get(0))).as("only asked for").isEqualTo("48.000000000");
    String both = Scene.account("DIR", null, taught.teacher());
    assertThatThrownBy(() -> decide(both, taught, request.id()))
        .as("SOD-6: whoever teaches")
        .isInstanceOf(RegistrarException.Refused.class);

    decide(director, taught, request.id());

    assertThat(taught.rating(2, two.get(0))).isEqualTo("75.000000000");
    assertThat(taught.rating(2, two.get(1))).as("not named").isEqualTo("48.000000000");
    assertThat(status(taught.journal())).isEqualTo("AMENDED");
    Amended amended = seen(director, taught);
    assertThat(amended.version()).isEqualTo(2);
    assertThat(amended.requests().get(0).status()).isEqualTo(RatingAmendment.Status.APPROVED);
    assertThat(amended.requests().get(0).version()).isEqualTo(2);
    assertThat(due(director, "to-amend")).isEqualTo(before);
    assertThat(told(two.get(0), "attestation.notice.rating-amended")).isEqualTo(1);
    assertThat(told(two.get(0), "attestation.notice.admitted")).isEqualTo(1);
    assertThat(told(two.get(1), "attestation.notice.rating-amended")).isZero();
    assertThatThrownBy(() -> decide(Scene.holding("DEP"), taught, request.id()))
        .as("a decision stands")
        .isInstanceOf(RegistrarException.Refused.class);
  }

  private static long told(String student, String code) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE s.student_no = ?"
            + " AND n.code = ? AND n.at > UTC_TIMESTAMP(6) - INTERVAL 10 MINUTE",
        student,
        code);
  }

  @Test
  @DisplayName("RAT-8 EXM-10 a mended rating admits nobody whom the office denies the exam")
  void deniedAllTheSame() throws Exception {
    List<String> one = Scene.students(FIRST + 1, 1);
    Taught taught = closed(one, "39");
    Scene.change("UPDATE sheet_row SET p1 = 60 WHERE sheet_id = ?", taught.sheet());
    Scene.change(
        "INSERT INTO sheet_publication (sheet_id, part, published_at, published_by) VALUES (?,"
            + " 'RATING', UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, 'office')",
        taught.sheet());
    String sheet = Scene.text("SELECT uuid FROM sheet WHERE id = ?", taught.sheet());
    long row = Scene.number("SELECT id FROM sheet_row WHERE sheet_id = ?", taught.sheet());
    BasisDocument memo =
        new BasisDocument(BasisDocument.Type.MEMO, "16", Scene.today(), "без медосмотра");
    AdmissionDesk admission = Inside.bean(AdmissionDesk.class);
    run(
        Scene.holding("SEN"),
        () -> admission.decide(sheet, row, new AdmissionDecision(true, memo)));
    assertThat(ask(taught.author(), taught, one.get(0), "93").isAllowed()).isTrue();
    String director = Scene.holding("DIR");
    decide(director, taught, seen(director, taught).requests().get(0).id());

    assertThat(
            Scene.text(
                "SELECT GROUP_CONCAT(n.code) FROM notice n JOIN sheet h ON h.id = ? JOIN discipline"
                    + " d ON d.id = h.discipline_id WHERE n.code LIKE 'attestation.notice.%admitted'"
                    + " AND n.student_id = (SELECT student_id FROM sheet_row WHERE id = ?) AND"
                    + " n.args LIKE CONCAT('%', d.code, '%')",
                taught.sheet(), row))
        .isEqualTo("attestation.notice.not-admitted");
  }

  @Test
  @DisplayName("RAT-8 what is handed over or posted, or typed otherwise meanwhile, is not mended")
  void standsOtherwise() throws Exception {
    List<String> one = Scene.students(FIRST + 2, 1);
    Taught taught = closed(one, "39");
    String asker = Scene.holding("SEN");
    assertThat(ask(asker, taught, one.get(0), "93").isAllowed()).isTrue();
    assertThat(ask(asker, taught, one.get(0), "90").isAllowed()).isTrue();
    String director = Scene.holding("DIR");
    List<RatingAmendQueries.Request> requests = seen(director, taught).requests();
    Scene.change(
        "UPDATE sheet SET status = 'SUBMITTED', submitted_by = 'examiner', submitted_at ="
            + " UTC_TIMESTAMP(6) WHERE id = ?",
        taught.sheet());
    assertThatThrownBy(() -> decide(director, taught, requests.get(0).id()))
        .as("the office looks at the sheet")
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(ask(asker, taught, one.get(0), "93").refusals())
        .extracting(Refusal::code)
        .containsExactly("attestation.rating.main-submitted");
    Scene.change(
        "UPDATE sheet SET status = 'OPEN', submitted_by = NULL, submitted_at = NULL WHERE id = ?",
        taught.sheet());

    decide(director, taught, requests.get(0).id());
    assertThatThrownBy(() -> decide(director, taught, requests.get(1).id()))
        .as("SHT-1: the cell is another one now")
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_typist WHERE sheet_id = ? AND login = ?",
                taught.sheet(),
                asker))
        .as("SOD-1: whoever asked has typed")
        .isEqualTo(1);
    assertThat(Scene.number("SELECT version_no FROM sheet WHERE uuid = ?", taught.journal()))
        .isEqualTo(2);
  }

  @Test
  @DisplayName(
      "RAT-8 whoever asked takes a request back before it is decided: nothing changes, nobody has to"
          + " decide, and the same may be asked for anew")
  void takenBack() throws Exception {
    List<String> one = Scene.students(FIRST + 3, 1);
    Taught taught = closed(one, "39");
    String director = Scene.holding("DIR");
    long waiting = due(director, "to-amend");
    String asker = Scene.holding("SEN");
    assertThat(ask(asker, taught, one.get(0), "93").isAllowed()).isTrue();
    RatingAmendQueries.Request request = seen(asker, taught).requests().get(0);
    assertThat(request.withdrawing()).isTrue();
    assertThat(seen(taught.author(), taught).requests().get(0).withdrawing()).isFalse();
    assertThatThrownBy(() -> withdraw(taught.author(), taught, request.id()))
        .as("another one asked")
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(due(director, "to-amend")).isEqualTo(waiting + 1);

    withdraw(asker, taught, request.id());

    RatingAmendQueries.Request gone = seen(director, taught).requests().get(0);
    assertThat(gone.status()).isEqualTo(RatingAmendment.Status.WITHDRAWN);
    assertThat(gone.withdrawnAt()).isNotNull();
    assertThat(gone.deciding()).isFalse();
    assertThat(due(director, "to-amend")).isEqualTo(waiting);
    assertThatThrownBy(() -> decide(director, taught, request.id()))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(taught.rating(2, one.get(0))).isEqualTo("48.000000000");
    assertThat(status(taught.journal())).isEqualTo("CLOSED");
    String number = Scene.text("SELECT number FROM sheet WHERE uuid = ?", taught.journal());
    String told =
        "SELECT COUNT(*) FROM notice n JOIN account a ON a.id = n.account_id WHERE a.login = ? AND"
            + " n.code = 'attestation.notice.amendment-withdrawn' AND n.args LIKE CONCAT('%', ?,"
            + " '%')";
    assertThat(Scene.number(told, director, number)).isEqualTo(1);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM audit_entry WHERE actor = ? AND action ="
                    + " 'sheet.withdraw-amendment'",
                asker))
        .isEqualTo(1);
    assertThat(ask(asker, taught, one.get(0), "93").isAllowed()).as("anew").isTrue();
    decide(director, taught, seen(director, taught).requests().get(0).id());
    assertThat(taught.rating(2, one.get(0))).isEqualTo("75.000000000");
  }

  private static void withdraw(String login, Taught taught, String request) throws Exception {
    RatingAmendDesk desk = Inside.bean(RatingAmendDesk.class);
    run(login, () -> desk.withdraw(taught.journal(), UUID.fromString(request)));
  }
}
