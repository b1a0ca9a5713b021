package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.correspondence.LetterAct;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.correspondence.service.FileCases.Number;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.SearchText;
import kz.miras.registrar.shared.service.UniversityTime;

/** Letters as they are kept. */
@ApplicationScoped
class Letters {

  private static final String SELECT =
      "SELECT l.*, d.login AS drafter, s.login AS signatory, q.login AS asked FROM letter l LEFT JOIN"
          + " account d ON d.id = l.drafter_id LEFT JOIN account s ON s.id = l.signatory_id LEFT JOIN"
          + " account q ON q.id = l.asked_id WHERE ";

  @Inject private LetterRows rows;
  @Inject private UniversityTime time;
  @Inject private Event<LetterMoved> moved;

  /** Adds a letter. */
  StoredLetter add(NewLetter letter, String by) {
    UUID uuid = UUID.randomUUID();
    LetterFacts facts = letter.facts();
    Number number = letter.number();
    rows.change(
        "INSERT INTO letter (id, uuid, direction, state, case_id, seq_no, letter_index,"
            + " registered_on, registered_at, registered_by, channel, sender, message_id,"
            + " correspondent_id, correspondent, their_no, their_date, kind, category, subject, body,"
            + " language, sheets, enclosures, restricted, due_on, reply_to, basis,"
            + " address, drafter_id, asked_id, created_at, created_by, search_text) VALUES (?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?)",
        rows.next(),
        uuid.toString(),
        letter.direction().name(),
        letter.state().name(),
        number == null ? null : number.caseId(),
        number == null ? null : number.sequence(),
        number == null ? null : number.index(),
        number == null ? null : number.day(),
        number == null ? null : LetterRows.utc(time.now()),
        number == null ? null : by,
        letter.channel().name(),
        letter.sender(),
        letter.messageId(),
        facts.correspondent(),
        facts.name().strip(),
        facts.theirNumber(),
        facts.theirDate(),
        facts.kind().name(),
        facts.category().name(),
        facts.subject().strip(),
        text(facts.body()),
        facts.language().tag(),
        facts.sheets(),
        facts.enclosures(),
        facts.restricted(),
        letter.dueOn(),
        letter.replyTo(),
        letter.basis(),
        letter.address(),
        letter.drafter(),
        letter.asked(),
        LetterRows.utc(time.now()),
        by,
        words(facts, number == null ? "" : number.index(), ""));
    return byUuid(uuid).orElseThrow();
  }

  private static String text(String body) {
    return body == null ? "" : body.strip();
  }

  /** What a letter is found by; figures of an index are words too. */
  private static String words(LetterFacts facts, String index, String about) {
    return SearchText.fold(
        String.join(
            " ",
            index,
            about,
            text(facts.theirNumber()),
            facts.name(),
            facts.subject(),
            text(facts.body())));
  }

  /** Words of what a letter is about. */
  private String about(long id) {
    return rows.one(
            "SELECT GROUP_CONCAT(COALESCE(d.number, c.case_index, CONCAT_WS(' ', s.student_no,"
                + " s.last_name, s.first_name, s.patronymic)) ORDER BY k.id SEPARATOR ' ') FROM"
                + " letter_link k LEFT JOIN student s ON s.id = k.student_id LEFT JOIN issued_document"
                + " d ON d.id = k.document_id LEFT JOIN file_case c ON c.id = k.case_id WHERE"
                + " k.letter_id = ?",
            row -> text(row.getString(1)),
            id)
        .orElse("");
  }

  /** What a letter is about has changed: it is found by other words. */
  void refold(long id) {
    StoredLetter letter = byKey(id).orElseThrow();
    String index = letter.index() == null ? "" : letter.index();
    set(id, "search_text = ?", words(letter.facts(), index, about(id)));
  }

  /** Writes a draft anew. */
  void rewrite(long id, LetterFacts facts, String address, String basis) {
    rows.change(
        "UPDATE letter SET correspondent_id = ?, correspondent = ?, kind = ?, category = ?, subject ="
            + " ?, body = ?, language = ?, sheets = ?, enclosures = ?, restricted = ?, address = ?,"
            + " basis = ?, search_text = ?, version = version + 1 WHERE id = ?",
        facts.correspondent(),
        facts.name().strip(),
        facts.kind().name(),
        facts.category().name(),
        facts.subject().strip(),
        text(facts.body()),
        facts.language().tag(),
        facts.sheets(),
        facts.enclosures(),
        facts.restricted(),
        address,
        basis,
        words(facts, "", about(id)),
        id);
  }

  /** Gives a letter its number. */
  void number(StoredLetter letter, Number number, LetterState state, String by) {
    rows.change(
        "UPDATE letter SET state = ?, case_id = ?, seq_no = ?, letter_index = ?, registered_on = ?,"
            + " registered_at = ?, registered_by = ?, search_text = ?, version = version + 1 WHERE id"
            + " = ?",
        state.name(),
        number.caseId(),
        number.sequence(),
        number.index(),
        number.day(),
        LetterRows.utc(time.now()),
        by,
        words(letter.facts(), number.index(), about(letter.id())),
        letter.id());
  }

  /** Changes some columns of a letter. */
  void set(long id, String columns, Object... values) {
    Object[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = id;
    rows.change("UPDATE letter SET " + columns + ", version = version + 1 WHERE id = ?", all);
  }

  Optional<StoredLetter> byUuid(UUID uuid) {
    return rows.one(SELECT + "l.uuid = ?", StoredLetter::read, uuid.toString());
  }

  Optional<StoredLetter> byKey(long id) {
    return rows.one(SELECT + "l.id = ?", StoredLetter::read, id);
  }

  /**
   * A letter by its public id.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  StoredLetter of(String id) {
    return PublicId.parse(id)
        .flatMap(this::byUuid)
        .orElseThrow(() -> new RegistrarException.NotFound("letter", id));
  }

  /** The same, kept from others until the transaction ends. */
  StoredLetter locked(String id) {
    UUID uuid = PublicId.parse(id).orElseThrow(() -> new RegistrarException.NotFound("letter", id));
    rows.number("SELECT id FROM letter WHERE uuid = ? FOR UPDATE", uuid.toString());
    return byUuid(uuid).orElseThrow(() -> new RegistrarException.NotFound("letter", id));
  }

  /** LTR-3. The letter a message has brought already; empty for a new one. */
  Optional<StoredLetter> brought(LetterChannel channel, String sender, String messageId) {
    return rows.one(
            "SELECT id FROM letter WHERE channel = ? AND sender = ? AND message_id = ?",
            row -> row.getLong(1),
            channel.name(),
            sender,
            messageId)
        .flatMap(this::byKey);
  }

  /** Key of the letter of the office under a number, the latest of several; empty for none. */
  Optional<Long> sent(String index) {
    return Optional.ofNullable(index)
        .flatMap(
            typed ->
                rows.one(
                    "SELECT id FROM letter WHERE direction = 'OUTGOING' AND letter_index = ? ORDER"
                        + " BY registered_on DESC LIMIT 1",
                    row -> row.getLong(1),
                    typed.strip()));
  }

  /** Letters that answer one, the first one first. */
  List<StoredLetter> replies(long id) {
    return rows.list(SELECT + "l.reply_to = ? ORDER BY l.id", StoredLetter::read, id);
  }

  /** Letters by a condition of this class's own callers, with values of their users. */
  List<StoredLetter> where(String condition, Object... values) {
    return rows.list(SELECT + condition, StoredLetter::read, values);
  }

  /** Something that happened. */
  void event(long letter, LetterAct act, LetterState state, String note, String by) {
    event(letter, act, state, note, null, null, by);
  }

  /** The same where a term was moved. */
  void event(
      long letter,
      LetterAct act,
      LetterState state,
      String note,
      LocalDate before,
      LocalDate after,
      String by) {
    rows.change(
        "INSERT INTO letter_event (id, letter_id, event_no, act, state, note, due_before, due_after,"
            + " done_by, at) SELECT ?, ?, COALESCE(MAX(e.event_no), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM"
            + " letter_event e WHERE e.letter_id = ?",
        rows.next(),
        letter,
        act.name(),
        state.name(),
        note,
        before,
        after,
        by,
        LetterRows.utc(time.now()),
        letter);
    moved.fire(new LetterMoved(letter, act, state, note, by));
  }
}
