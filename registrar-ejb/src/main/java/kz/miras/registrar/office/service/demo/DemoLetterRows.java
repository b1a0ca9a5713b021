package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import kz.miras.registrar.shared.SearchText;

/** Rows of letters, counted in their cases as the desk counts them. */
final class DemoLetterRows {

  private static final String LETTER =
      "id, uuid, direction, state, case_id, seq_no, letter_index, registered_on, registered_at,"
          + " registered_by, channel, correspondent_id, correspondent, their_no, their_date, kind,"
          + " category, subject, body, language, due_on, controlled, reply_to, address, drafter_id,"
          + " signatory_id, asked_id, created_at, created_by, search_text";
  private static final String CITIZEN = "Ахметова Сауле Маратовна";
  private static final String EVENT =
      "id, letter_id, event_no, act, state, note, due_after, done_by, at";

  private final Rows rows;
  private final DemoHours office;
  private final LocalDate anchor;
  private final ZoneId zone;
  private final Map<String, Long> cases = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Long> correspondents = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  DemoLetterRows(Rows rows, DemoHours office, LocalDate anchor, ZoneId zone) {
    this.rows = rows;
    this.office = office;
    this.anchor = anchor;
    this.zone = zone;
  }

  void fileCase(String index, int last, boolean intake, String kk, String ru, String en)
      throws SQLException {
    long id = rows.nextKey();
    cases.put(index, id);
    rows.add(
        "file_case",
        "id, uuid, year, case_index, name_kk, name_ru, name_en, retention_kk, retention_ru, retention_en,"
            + " responsible_id, intake, opened_on, opened_by, last_no",
        id,
        rows.uuid(),
        anchor.getYear(),
        index,
        kk,
        ru,
        en,
        "5 жыл",
        "5 лет",
        "5 years",
        account("senior"),
        intake,
        LocalDate.of(anchor.getYear(), 1, 5),
        "senior",
        last);
  }

  void correspondent(String name, String bin, String kk, String ru, String language)
      throws SQLException {
    long id = rows.nextKey();
    correspondents.put(name, id);
    names.put(name, ru);
    rows.add(
        "correspondent",
        "id, uuid, short_name, kind, bin, name_kk, name_ru, name_en, address, email, language",
        id,
        rows.uuid(),
        name,
        "ORGANISATION",
        bin,
        kk,
        ru,
        ru,
        "Шымкент",
        "office-" + bin + "@example.kz",
        language);
  }

  void letter(
      long id,
      String direction,
      String state,
      String index,
      LocalDate day,
      String from,
      String theirs,
      String kind,
      String category,
      String subject,
      String body,
      LocalDate due,
      boolean controlled,
      Long replyTo,
      String drafter,
      String signatory,
      String asked,
      String by)
      throws SQLException {
    Integer number = index == null ? null : numbers.merge(index, 1, Integer::sum);
    String whole = index == null ? null : index + "/" + number;
    String name =
        asked != null ? office.person(asked).name() : from == null ? CITIZEN : names.get(from);
    rows.add(
        "letter",
        LETTER,
        id,
        rows.uuid(),
        direction,
        state,
        index == null ? null : cases.get(index),
        number,
        whole,
        day,
        day == null ? null : at(day),
        day == null ? null : by,
        direction.equals("INTERNAL") ? "PORTAL" : "PAPER",
        from == null ? null : correspondents.get(from),
        name,
        theirs,
        theirs == null ? null : day.minusDays(3),
        kind,
        category,
        subject,
        body,
        "КазНУ".equals(from) ? "kk" : "ru",
        due,
        controlled,
        replyTo,
        direction.equals("OUTGOING") ? "Шымкент" : null,
        account(drafter),
        account(signatory),
        account(asked),
        at(day == null ? anchor : day),
        by,
        SearchText.fold(String.join(" ", String.valueOf(whole), name, subject, body)));
  }

  void event(
      long letter, int number, String act, String state, String note, String by, LocalDate day)
      throws SQLException {
    rows.add(
        "letter_event", EVENT, rows.nextKey(), letter, number, act, state, note, null, by, at(day));
  }

  Long account(String login) {
    return login == null ? null : office.person(login).account();
  }

  /** The morning of a day. */
  LocalDateTime at(LocalDate day) {
    return LocalDateTime.ofInstant(day.atTime(9, 30).atZone(zone).toInstant(), ZoneOffset.UTC);
  }
}
