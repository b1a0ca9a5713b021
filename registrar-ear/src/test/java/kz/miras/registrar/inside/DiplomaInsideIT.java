package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.DocumentReceiver;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.diploma.DiplomaDesk;
import kz.miras.registrar.transcript.service.diploma.DiplomaQueries;
import kz.miras.registrar.transcript.service.diploma.DiplomaReminders;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Diplomas in the container: what the database keeps, duplicates, the book of issue. */
@InsideTest
class DiplomaInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(DiplomaInsideIT.class, SheetScene.class);
  }

  @Test
  @DisplayName(
      "DIP-2 DIP-4 DIP-5 DIP-11 a diploma is numbered, approved by another, handed out and made"
          + " once more as a duplicate; what is approved never changes")
  void lifeOfADiploma() throws Exception {
    DiplomaDesk desk = Inside.bean(DiplomaDesk.class);
    DiplomaQueries queries = Inside.bean(DiplomaQueries.class);
    String specialist = Scene.holding("SPE");
    String senior = Scene.holding("SEN");
    String director = Scene.holding("DIR");
    long student = complete(queries, specialist);
    String name = Scene.text("SELECT uuid FROM student WHERE id = ?", student);
    UUID diploma = draft(student, specialist);

    assertThat(SheetScene.refused(specialist, () -> supplement(name)))
        .as("not before it is approved")
        .containsExactly("diploma.supplement.approved");
    assertThat(SheetScene.refused(senior, () -> number(desk, diploma, "BD 1", "")))
        .containsExactly("diploma.number.form", "diploma.number.order");
    watched(director, diploma);
    long missing = waiting(director, "ministry-late");
    Inside.as(senior, () -> number(desk, diploma, "BD 55500000001", "№ 5"));
    assertThat(waiting(director, "ministry-late"))
        .as("its number proves that the ministry has the data")
        .isEqualTo(missing - 1);
    assertThat(queries(queries, director, diploma).line().gaps().refusals()).isEmpty();
    SheetScene.act(director, () -> desk.approve(diploma));
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE diploma SET protocol = '99' WHERE uuid = ?", diploma.toString()))
        .hasMessageContaining("an approved diploma does not change");
    assertThatThrownBy(() -> Scene.change("DELETE FROM diploma WHERE uuid = ?", diploma.toString()))
        .hasMessageContaining("not deleted");

    LocalDate today = Scene.today();
    assertThat(
            SheetScene.refused(
                senior,
                () -> desk.handOut(diploma, new DocumentReceiver(null, "Aunt", null, null))))
        .as("nobody receives a diploma by a name alone")
        .containsExactly("transcript.receiver.identity", "transcript.receiver.proxy");
    SheetScene.act(
        senior, () -> desk.handOut(diploma, new DocumentReceiver("card 7", "Aunt", "3", today)));
    DiplomaQueries.View handed = queries(queries, director, diploma);
    assertThat(handed.diploma().receivedBy()).isEqualTo("Aunt");
    assertThat(handed.diploma().receiverIdentity()).isEqualTo("card 7");
    assertThat(handed.diploma().proxy()).startsWith("3, ");
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE diploma SET proxy_no = '4' WHERE uuid = ?", diploma.toString()))
        .hasMessageContaining("book of issue does not change");
    assertThat(handed.diploma().book()).startsWith("DB-");
    assertThat(Inside.as(specialist, () -> supplement(name))).isNotNull();
    byte[] preview =
        Inside.as(
            director, () -> queries.preview(name, "EUROPEAN_SUPPLEMENT", List.of(Language.EN)));
    assertThat(new String(preview, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF");

    assertThat(
            SheetScene.refused(
                specialist, () -> desk.duplicate(diploma, " ", LocalDate.of(2026, 1, 1))))
        .containsExactly("diploma.duplicate.application");
    UUID duplicate =
        Inside.as(specialist, () -> desk.duplicate(diploma, "14-ж", LocalDate.of(2026, 1, 1)));
    assertThat(queries(queries, director, duplicate).diploma().draft().duplicateOf())
        .isEqualTo("BD 55500000001");
    Inside.as(senior, () -> number(desk, duplicate, "BD 55500000002", "№ 5"));
    SheetScene.act(director, () -> desk.approve(duplicate));
    assertThat(queries(queries, director, diploma).diploma().status().name()).isEqualTo("REPLACED");
    assertThatThrownBy(
            () ->
                Inside.as(
                    specialist, () -> desk.duplicate(diploma, "15", LocalDate.of(2026, 1, 2))))
        .isInstanceOf(RegistrarException.class);
  }

  /** DIP-12. Near, then past, on the desk; the form's rows are what the list shows. */
  private static void watched(String director, UUID diploma) throws Exception {
    long late = waiting(director, "late");
    long near = waiting(director, "near");
    term(diploma, 0);
    assertThat(waiting(director, "near")).isEqualTo(near + 1);
    assertThat(waiting(director, "ministry-near")).isPositive();
    term(diploma, -1);
    assertThat(waiting(director, "near")).isEqualTo(near);
    assertThat(waiting(director, "late")).isEqualTo(late + 1);
    assertThat(waiting(director, "ministry-late")).isPositive();
    reminded(diploma);
  }

  /** DIP-12. Once of each last day; of what has passed also who approves. */
  private static void reminded(UUID diploma) throws Exception {
    DiplomaReminders reminders = Inside.bean(DiplomaReminders.class);
    reminders.remind();
    assertThat(dues(diploma)).isEqualTo("late ministry-late");
    String director = Scene.holding("DIR");
    String senior = Scene.holding("SEN");
    assertThat(reminders.remind()).as("told already").isZero();
    term(diploma, 7);
    reminders.remind();
    assertThat(dues(diploma)).isEqualTo("late ministry-late ministry-near near");
    assertThat(told(senior)).isEqualTo("diploma.notice.ministry-near");
    assertThat(told(director)).as("nothing has passed").isNull();
    term(diploma, -2);
    reminders.remind();
    assertThat(told(director))
        .as("other days have passed")
        .isEqualTo("diploma.notice.late diploma.notice.ministry-late");
  }

  private static String dues(UUID diploma) throws Exception {
    return Scene.text(
        "SELECT GROUP_CONCAT(DISTINCT r.due ORDER BY r.due SEPARATOR ' ') FROM diploma_reminder r"
            + " JOIN diploma d ON d.id = r.diploma_id WHERE d.uuid = ?",
        diploma.toString());
  }

  private static String told(String login) throws Exception {
    return Scene.text(
        "SELECT GROUP_CONCAT(n.code ORDER BY n.code SEPARATOR ' ') FROM notice n JOIN account a ON"
            + " a.id = n.account_id WHERE a.login = ? AND n.code LIKE 'diploma.notice.%'",
        login);
  }

  private static void term(UUID diploma, int days) throws Exception {
    Scene.change(
        "UPDATE diploma SET issue_by = university_today() + INTERVAL ? DAY, ministry_by ="
            + " university_today() + INTERVAL ? DAY WHERE uuid = ?",
        days,
        days,
        diploma.toString());
  }

  private static long waiting(String login, String due) throws Exception {
    return Inside.as(
        login,
        () ->
            Inside.bean(ListQueries.class)
                .page(
                    "diplomas", new ListQuery(0, 1, null, true, Map.of(ListQuery.ONLY, due), null))
                .total());
  }

  private static DiplomaQueries.View queries(DiplomaQueries queries, String login, UUID diploma)
      throws Exception {
    return Inside.as(login, () -> queries.diploma(diploma.toString()));
  }

  /** A graduate against whose diploma nothing stands but that it is not drafted. */
  private static long complete(DiplomaQueries queries, String login) throws Exception {
    for (int year : Inside.as(login, queries::years)) {
      for (DiplomaQueries.Choice one : Inside.as(login, () -> queries.programmes(year))) {
        if (one.code().startsWith("6B")) {
          List<DiplomaQueries.Line> lines =
              Inside.as(login, () -> queries.graduates(one.code(), year));
          // from the end: other tests take theirs from the beginning
          for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).diploma() == null && lines.get(i).gaps().refusals().size() == 2) {
              return Scene.number("SELECT id FROM student WHERE uuid = ?", lines.get(i).student());
            }
          }
        }
      }
    }
    throw new AssertionError("nobody's study is complete");
  }

  private static UUID draft(long student, String by) throws Exception {
    UUID uuid = UUID.randomUUID();
    Scene.change(
        "INSERT INTO diploma (id, uuid, student_id, series, qualification_kk, qualification_ru,"
            + " qualification_en, protocol, decided_on, topic_kk, topic_ru, topic_en, status,"
            + " drafted_by, drafted_at) VALUES (NEXT VALUE FOR diploma_seq, ?, ?, 'BD', 'қ', 'р',"
            + " 'e', '12', '2026-06-20', 'қ', 'р', 'e', 'DRAFT', ?, UTC_TIMESTAMP(6))",
        uuid.toString(),
        student,
        by);
    return uuid;
  }

  private static Object number(DiplomaDesk desk, UUID diploma, String number, String order) {
    desk.number(diploma, number, "https://epvo.kz/d/1", order);
    return number;
  }

  private static UUID supplement(String student) {
    return Inside.bean(DocumentDesk.class)
        .prepare(
            student,
            new DocumentDesk.Asked("DIPLOMA_SUPPLEMENT", List.of(Language.KK), 1, null, Map.of()),
            UUID.randomUUID().toString());
  }
}
