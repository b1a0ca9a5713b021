package kz.miras.registrar.inside;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.correspondence.LetterCategory;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.service.DraftDesk;
import kz.miras.registrar.correspondence.service.LetterDesk;
import kz.miras.registrar.correspondence.service.LetterPapers;
import kz.miras.registrar.correspondence.service.LetterQueries;
import kz.miras.registrar.correspondence.service.LetterReceipt;
import kz.miras.registrar.correspondence.service.LetterView;
import kz.miras.registrar.correspondence.service.ReceivedFile;
import kz.miras.registrar.correspondence.service.ReceivedLetter;
import kz.miras.registrar.correspondence.service.ResolutionDesk;
import kz.miras.registrar.shared.Language;

/** File cases of a test's own, and letters in them. */
final class LetterScene {

  private LetterScene() {}

  /** Public id of a new case of this year; its index begins with this number. */
  static String fileCase(int first) throws SQLException {
    long id = Scene.next("letter_seq");
    String index = first + "-" + id % 1000 + "-" + id / 1000 % 1000;
    Scene.change(
        "INSERT INTO file_case (id, uuid, year, case_index, name_kk, name_ru, name_en, retention_kk,"
            + " retention_ru, retention_en, opened_on, opened_by) VALUES (?, UUID(), YEAR(university_today()), ?, 'іс', 'дело',"
            + " 'case', '5', '5', '5', university_today(), 'test')",
        id,
        index);
    return Scene.text("SELECT CAST(uuid AS CHAR) FROM file_case WHERE id = ?", id);
  }

  static LetterFacts facts(String subject, LetterKind kind) {
    return facts(subject, kind, null, false);
  }

  static LetterFacts facts(String subject, LetterKind kind, String body, boolean restricted) {
    return new LetterFacts(
        null,
        "The plant of " + subject,
        "12-3/45",
        LocalDate.of(2020, 5, 6),
        kind,
        LetterCategory.EMPLOYER,
        subject,
        body,
        Language.RU,
        1,
        0,
        restricted);
  }

  static ReceivedFile pdf(String name) {
    return new ReceivedFile(name, "%PDF-1.7 a scan".getBytes(StandardCharsets.US_ASCII));
  }

  static LetterReceipt registered(String login, String fileCase, LetterFacts facts)
      throws Exception {
    LetterDesk desk = Inside.bean(LetterDesk.class);
    return Inside.as(
        login,
        () ->
            desk.register(
                fileCase, LetterChannel.PAPER, facts, null, null, List.of(pdf("scan.pdf"))));
  }

  static ReceivedLetter message(String id, String subject) {
    return new ReceivedLetter(
        LetterChannel.SOAP,
        "whoever",
        id,
        null,
        facts(subject, LetterKind.REQUEST, "Please confirm.", false),
        null,
        null,
        List.of(pdf("request.pdf")));
  }

  static LetterView seen(String login, String id) throws Exception {
    LetterQueries queries = Inside.bean(LetterQueries.class);
    return Inside.as(login, () -> queries.view(id));
  }

  static void resolve(String director, String id, LocalDate due, String... executors)
      throws Exception {
    ResolutionDesk desk = Inside.bean(ResolutionDesk.class);
    Inside.act(
        director, () -> desk.resolve(id, "Prepare an answer.", List.of(executors), due, true));
  }

  /** A reply that is signed and registered, with its file; its public id. */
  static String signed(
      String writer, String deputy, String director, String clerk, String replyTo, String fileCase)
      throws Exception {
    DraftDesk desk = Inside.bean(DraftDesk.class);
    LetterPapers papers = Inside.bean(LetterPapers.class);
    String id =
        Inside.as(
            writer,
            () ->
                desk.write(
                    facts("A reply", LetterKind.REPLY, "We confirm.\nIndeed.", false),
                    replyTo,
                    "plant@example.kz",
                    null));
    Inside.act(deputy, () -> desk.agree(id));
    Inside.act(director, () -> desk.sign(id));
    Inside.as(clerk, () -> desk.register(id, fileCase));
    Inside.act(clerk, () -> papers.make(id));
    return id;
  }

  /** How often an account was told something. */
  static long told(String login, String what) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice n JOIN account a ON a.id = n.account_id WHERE a.login = ? AND"
            + " n.code = ?",
        login,
        "correspondence.notice." + what);
  }
}
