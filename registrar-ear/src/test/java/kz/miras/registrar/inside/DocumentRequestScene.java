package kz.miras.registrar.inside;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentReceiver;
import kz.miras.registrar.transcript.service.DocumentRequestDesk;
import kz.miras.registrar.transcript.service.DocumentRequestOffice;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;
import kz.miras.registrar.transcript.service.DocumentWish;
import kz.miras.registrar.transcript.service.SignatureDesk;

/** A student of nobody else, who asks for documents. */
record DocumentRequestScene(long id, String uuid, String login) {

  static final DocumentReceiver SELF = new DocumentReceiver("identity card", null, null, null);

  /** Somebody new who studies, with an account. */
  static DocumentRequestScene student(String status) throws SQLException {
    long id = Scene.next("student_seq");
    Scene.change(
        "INSERT INTO student (id, uuid, student_no, identity_doc, identity_country, last_name,"
            + " first_name, last_name_latin, first_name_latin, birth_date, sex, programme_id,"
            + " curriculum_id, course_year, study_form, study_language, funding, admission_year,"
            + " status, search_text) SELECT ?, UUID(), ?, 'N 1', 'KZ', 'Заявкин', 'Пётр',"
            + " 'Zayavkin', 'Petr', '2193-01-01', 'MALE', s.programme_id, s.curriculum_id, 1,"
            + " 'FULL_TIME', 'ru', 'PAID', 2211, ?, ? FROM student s JOIN programme p ON p.id ="
            + " s.programme_id WHERE p.level = 'BACHELOR' ORDER BY s.id LIMIT 1",
        id,
        "DRQ" + id,
        status,
        "заявкин петр drq" + id);
    return new DocumentRequestScene(
        id,
        Scene.text("SELECT CAST(uuid AS CHAR) FROM student WHERE id = ?", id),
        Scene.account("STU", id, null));
  }

  /** Nobody finds the student among those who study any more. */
  void leave() throws SQLException {
    Scene.change("UPDATE student SET status = 'EXPELLED' WHERE id = ?", id);
  }

  /** A kind of its own, a transcript that costs something. */
  static String priced(String code) throws SQLException {
    Scene.change(
        "INSERT IGNORE INTO document_kind (code, family, register_code, name_kk, name_ru, name_en,"
            + " template, term_unit, term_amount, channels, awaits, held, fee, enabled) VALUES (?,"
            + " 'TRANSCRIPT', 'TR', 'DRQ', 'DRQ', 'DRQ', 'transcript', 'WORKING_DAYS', 2, 'COUNTER"
            + " SELF_SERVICE', TRUE, TRUE, 500, TRUE)",
        code);
    Scene.change(
        "INSERT IGNORE INTO document_signatory (kind, place, roles, title) VALUES (?, 1, 'DIR',"
            + " 'registrar')",
        code);
    return code;
  }

  static DocumentWish wish(String kind, DocumentDelivery delivery) {
    return new DocumentWish(
        kind,
        List.of(Language.RU),
        1,
        "to the bank",
        null,
        Map.of(),
        delivery,
        delivery == DocumentDelivery.POST ? "Shymkent, 1" : null,
        null,
        null);
  }

  static DocumentWish transcript(DocumentDelivery delivery) {
    return wish(DocumentKind.TRANSCRIPT, delivery);
  }

  /** Asks for oneself. */
  Stored ask(DocumentWish wish) throws Exception {
    DocumentRequestDesk desk = Inside.bean(DocumentRequestDesk.class);
    return Inside.as(login, () -> desk.ask("me", wish, UUID.randomUUID().toString()));
  }

  static UUID prepare(Stored request) throws Exception {
    DocumentRequestOffice office = Inside.bean(DocumentRequestOffice.class);
    return Inside.as(Scene.holding("JUN"), () -> office.prepare(request.uuid().toString()));
  }

  /** Prepared by one, signed by another. */
  static UUID issued(Stored request) throws Exception {
    UUID document = prepare(request);
    Inside.act(Scene.holding("DIR"), () -> Inside.bean(SignatureDesk.class).sign(document));
    return document;
  }

  /** The request as its student sees it now. */
  Stored now(Stored request) throws Exception {
    DocumentRequestDesk desk = Inside.bean(DocumentRequestDesk.class);
    return Inside.as(login, () -> desk.one(request.uuid().toString()));
  }

  void hold() throws SQLException {
    Scene.change(
        "INSERT INTO student_hold (id, uuid, student_id, kind, reason, contact, placed_by,"
            + " placed_at) VALUES (?, UUID(), ?, 'ACADEMIC', 'library', 'room 7', 'spec', NOW(6))",
        Scene.next("registration_seq"),
        id);
  }

  /** A sheet of a term long over that is not closed, with the student in it; its number. */
  String awaited(SheetScene sheet) throws SQLException {
    Scene.change(
        "UPDATE sheet SET term_id = (SELECT id FROM term WHERE ends_on < university_today() ORDER BY"
            + " starts_on LIMIT 1) WHERE uuid = ?",
        sheet.sheet());
    Scene.change(
        "INSERT INTO sheet_row (id, sheet_id, student_id, position) SELECT ?, id, ?, 9 FROM sheet"
            + " WHERE uuid = ?",
        Scene.next("attestation_seq"),
        id,
        sheet.sheet());
    return Scene.text("SELECT number FROM sheet WHERE uuid = ?", sheet.sheet());
  }

  static List<Callable<Stored>> times(int many, Callable<Stored> work) {
    List<Callable<Stored>> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      all.add(work);
    }
    return all;
  }
}
