package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.correspondence.service.Officers.Officer;
import kz.miras.registrar.shared.service.UniversityTime;

/** Resolutions as they are kept: each stays, the last one stands. */
@ApplicationScoped
class Resolutions {

  /** Of the resolution that stands. */
  private static final String LAST =
      "r.resolution_no = (SELECT MAX(x.resolution_no) FROM resolution x WHERE x.letter_id ="
          + " r.letter_id)";

  @Inject private LetterRows rows;
  @Inject private UniversityTime time;

  /**
   * A resolution.
   *
   * @param author name of who gave it
   * @param executors names, the first answerable
   * @param due null for no day
   */
  record Given(
      int number, String words, LocalDate due, String author, Instant at, List<String> executors)
      implements Serializable {}

  void add(long letter, String words, LocalDate due, long author, List<Officer> executors) {
    long id = rows.next();
    long before =
        rows.number(
            "SELECT COALESCE(MAX(resolution_no), 0) FROM resolution WHERE letter_id = ?", letter);
    rows.change(
        "INSERT INTO resolution (id, letter_id, resolution_no, words, due_on, author_id, given_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        id,
        letter,
        before + 1,
        words,
        due,
        author,
        LetterRows.utc(time.now()));
    for (int place = 0; place < executors.size(); place++) {
      rows.change(
          "INSERT INTO resolution_executor (resolution_id, place, account_id) VALUES (?, ?, ?)",
          id,
          place + 1,
          executors.get(place).account());
    }
  }

  /** All of a letter, the first one first. */
  List<Given> of(long letter) {
    return rows.list(
        "SELECT r.id, r.resolution_no, r.words, r.due_on, r.given_at, a.display_name FROM resolution"
            + " r JOIN account a ON a.id = r.author_id WHERE r.letter_id = ? ORDER BY"
            + " r.resolution_no",
        row ->
            new Given(
                row.getInt("resolution_no"),
                row.getString("words"),
                row.getObject("due_on", LocalDate.class),
                row.getString("display_name"),
                LetterRows.instant(row, "given_at"),
                names(row.getLong("id"))),
        letter);
  }

  private List<String> names(long resolution) {
    return rows.list(
        "SELECT a.display_name FROM resolution_executor e JOIN account a ON a.id = e.account_id WHERE"
            + " e.resolution_id = ? ORDER BY e.place",
        row -> row.getString(1),
        resolution);
  }

  /** Logins of who executes a letter by the resolution that stands. */
  List<String> executors(long letter) {
    return rows.list(
        "SELECT a.login FROM resolution r JOIN resolution_executor e ON e.resolution_id = r.id JOIN"
            + " account a ON a.id = e.account_id WHERE r.letter_id = ? AND "
            + LAST
            + " ORDER BY e.place",
        row -> row.getString(1),
        letter);
  }

  /** Whether somebody executes a letter. */
  boolean executes(long letter, long account) {
    return rows.number(
            "SELECT COUNT(*) FROM resolution r JOIN resolution_executor e ON e.resolution_id = r.id"
                + " WHERE r.letter_id = ? AND e.account_id = ? AND "
                + LAST,
            letter,
            account)
        > 0;
  }
}
