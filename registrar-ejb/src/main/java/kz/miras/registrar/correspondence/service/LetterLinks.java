package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.correspondence.LetterLinkKind;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.UniversityTime;

/** LTR-14. What letters are about. */
@ApplicationScoped
class LetterLinks {

  @Inject private Letters letters;
  @Inject private LetterRows rows;
  @Inject private UniversityTime time;

  /**
   * Something a letter is about.
   *
   * @param key among students, documents or cases
   */
  record Target(LetterLinkKind kind, long key) {}

  private static String column(LetterLinkKind kind) {
    return switch (kind) {
      case STUDENT -> "student_id";
      case DOCUMENT -> "document_id";
      case FILE_CASE -> "case_id";
    };
  }

  /**
   * What was typed: the number of a student or a document, or the index of a case of this year or,
   * after a slash, of another one.
   */
  Optional<Target> find(LetterLinkKind kind, String typed) {
    if (kind == null || typed == null || typed.isBlank()) {
      return Optional.empty();
    }
    String text = typed.strip();
    String sql =
        switch (kind) {
          case STUDENT -> "SELECT id FROM student WHERE student_no = ?";
          case DOCUMENT ->
              "SELECT id FROM issued_document WHERE number = ? ORDER BY id DESC LIMIT 1";
          case FILE_CASE ->
              "SELECT id FROM file_case WHERE case_index = SUBSTRING_INDEX(?, '/', 1) AND year ="
                  + " IF(? LIKE '%/%', SUBSTRING_INDEX(?, '/', -1), YEAR(university_today()))";
        };
    Object[] values =
        kind == LetterLinkKind.FILE_CASE ? new Object[] {text, text, text} : new Object[] {text};
    return rows.one(sql, row -> new Target(kind, row.getLong(1)), values);
  }

  /**
   * Students as numbers in a row name them.
   *
   * @param unknown numbers no student has
   */
  record Students(List<Target> known, List<String> unknown) {}

  /** Students by their numbers, with spaces or commas between; none where nothing was typed. */
  Students students(String typed) {
    List<Target> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String number : typed == null ? new String[0] : typed.strip().split("[\\s,;]+")) {
      if (!number.isEmpty()) {
        find(LetterLinkKind.STUDENT, number).ifPresentOrElse(known::add, () -> unknown.add(number));
      }
    }
    return new Students(known, unknown);
  }

  boolean has(long letter, Target target) {
    return rows.number(
            "SELECT COUNT(*) FROM letter_link WHERE letter_id = ? AND "
                + column(target.kind())
                + " = ?",
            letter,
            target.key())
        > 0;
  }

  /** Adds something a letter is about; what is there already stays as it is. */
  void add(long letter, Target target, String by) {
    if (!has(letter, target)) {
      rows.change(
          "INSERT INTO letter_link (id, uuid, letter_id, "
              + column(target.kind())
              + ", added_by, added_at) VALUES (?, UUID(), ?, ?, ?, ?)",
          rows.next(),
          letter,
          target.key(),
          by,
          LetterRows.utc(time.now()));
      letters.refold(letter);
    }
  }

  /** A letter that belongs to another one is about the same. */
  void copy(long from, long to, String by) {
    rows.list(
            "SELECT student_id, document_id FROM letter_link WHERE letter_id = ? AND case_id IS NULL"
                + " ORDER BY id",
            row ->
                LetterRows.key(row, "student_id") == null
                    ? new Target(LetterLinkKind.DOCUMENT, row.getLong("document_id"))
                    : new Target(LetterLinkKind.STUDENT, row.getLong("student_id")),
            from)
        .forEach(target -> add(to, target, by));
  }

  /** Takes away what a letter is not about. */
  void remove(long letter, String link) {
    rows.change("DELETE FROM letter_link WHERE letter_id = ? AND uuid = ?", letter, link);
    letters.refold(letter);
  }

  /** What a letter is about: students by name, documents, cases with their years. */
  List<LetterView.Linked> of(long letter) {
    return rows.list(
        "SELECT CAST(k.uuid AS CHAR) AS link, 'STUDENT' AS what, CAST(s.uuid AS CHAR) AS target,"
            + " s.student_no AS label, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic) AS kk,"
            + " NULL AS ru, NULL AS en FROM letter_link k JOIN student s ON s.id = k.student_id WHERE"
            + " k.letter_id = ? UNION ALL SELECT CAST(k.uuid AS CHAR), 'DOCUMENT', CAST(d.uuid AS"
            + " CHAR), d.number, t.name_kk, t.name_ru, t.name_en FROM letter_link k JOIN"
            + " issued_document d ON d.id = k.document_id JOIN document_kind t ON t.code = d.kind"
            + " WHERE k.letter_id = ? UNION ALL SELECT CAST(k.uuid AS CHAR), 'FILE_CASE',"
            + " c.case_index, c.case_index, CONCAT(c.name_kk, ' · ', c.year), CONCAT(c.name_ru, ' ·"
            + " ', c.year), CONCAT(c.name_en, ' · ', c.year) FROM letter_link k JOIN file_case c ON"
            + " c.id = k.case_id WHERE k.letter_id = ? ORDER BY what DESC, kk, label",
        row ->
            new LetterView.Linked(
                row.getString("link"),
                LetterLinkKind.valueOf(row.getString("what")),
                row.getString("target"),
                row.getString("label"),
                name(row)),
        letter,
        letter,
        letter);
  }

  /** A person is called the same in each language. */
  private static LocalizedText name(ResultSet row) throws SQLException {
    String first = row.getString("kk");
    boolean one = row.getString("ru") == null;
    return LocalizedText.of(
        first, one ? first : row.getString("ru"), one ? first : row.getString("en"));
  }

  /**
   * Letters about something, the newest first.
   *
   * @param id public id of a student or a document; of a case its index
   */
  List<StoredLetter> about(LetterLinkKind kind, String id) {
    String of =
        switch (kind) {
          case STUDENT -> "student_id = (SELECT id FROM student WHERE uuid = ?)";
          case DOCUMENT -> "document_id = (SELECT id FROM issued_document WHERE uuid = ?)";
          case FILE_CASE -> "case_id IN (SELECT id FROM file_case WHERE case_index = ?)";
        };
    return letters.where(
        "l.id IN (SELECT letter_id FROM letter_link WHERE "
            + of
            + ") ORDER BY l.created_at DESC, l.id DESC LIMIT "
            + LetterSearch.MOST,
        id);
  }
}
