package kz.miras.registrar.bench;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import kz.miras.registrar.access.Visitor;

/**
 * Pages of a signed-in person and what they ask of the database, for few rows and for many. Timers
 * of the application also talk to the database now and then, so the least of several visits is what
 * a page needs.
 */
final class Pages {

  private static final int VISITS = 3;
  private static final int MOST_VISITS = 25;
  private static final Duration LULL = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Sheets of a section in a session: all open, or overdue together once their hour has passed. */
  private static final String OF_A_SECTION =
      " s.kind = 'MAIN' AND s.examiner_id = s.teacher_id AND s.section_id IS NOT NULL AND"
          + " s.exam_date IS NOT NULL AND s.journal_periods = 0";

  /**
   * Pages, the SQL that tells their shortest first, public id and number of rows, and what they may
   * take at most; of one kind and with as many people, since an examiner of its own is one more
   * person to be named, and a group and a day of the exam are asked for where there are any.
   */
  enum Page {
    STUDENT_CARD(
        "/student/card.xhtml?id=",
        "SELECT s.uuid, COUNT(*) FROM achievement a JOIN student s ON s.id = a.student_id WHERE"
            + " s.status = 'STUDYING' AND s.programme_id = (SELECT n.programme_id FROM student n"
            + " JOIN account k ON k.student_id = n.id WHERE k.login = 'student') AND NOT EXISTS"
            + " (SELECT 1 FROM student_hold h WHERE h.student_id = s.id) AND NOT EXISTS (SELECT 1"
            + " FROM issued_document d WHERE d.student_id = s.id) GROUP BY s.id ORDER BY 2",
        50),
    MARK_SHEET(
        "/attestation/sheet.xhtml?id=",
        "SELECT s.uuid, COUNT(*) FROM sheet s JOIN sheet_row r ON r.sheet_id = s.id WHERE"
            + " s.status = (SELECT s.status FROM sheet s WHERE s.status IN ('OPEN', 'OVERDUE') AND"
            + OF_A_SECTION
            + " GROUP BY s.status ORDER BY COUNT(*) DESC LIMIT 1) AND"
            + OF_A_SECTION
            + " GROUP BY s.id ORDER BY 2",
        25),
    CONSOLIDATED_SHEET(
        "/achievement/consolidated.xhtml?group=",
        "SELECT CONCAT(g.code, '&term=', t.code), COUNT(DISTINCT s.id) FROM achievement a JOIN term t"
            + " ON t.id = a.term_id JOIN student s ON s.id = a.student_id JOIN student_group g ON"
            + " g.id = s.group_id WHERE t.type <> 'SUMMER' AND t.ends_on < university_today() AND"
            + " a.kind <> 'RECOGNISED' AND s.programme_id = (SELECT n.programme_id FROM student n"
            + " JOIN account k ON k.student_id = n.id WHERE k.login = 'student') GROUP BY g.id,"
            + " t.id ORDER BY 2",
        60);

    private final String address;
    private final String shortestFirst;
    private final long most;

    Page(String address, String shortestFirst, long most) {
      this.address = address;
      this.shortestFirst = shortestFirst;
      this.most = most;
    }

    /** How many statements it may take, whatever it shows. */
    long most() {
      return most;
    }
  }

  /**
   * What a page needed.
   *
   * @param rows how many it shows
   * @param statements the fewest of all visits
   */
  record Need(long rows, long statements) {}

  private record Found(String address, long rows) {}

  private final Visitor visitor;
  private final Connection database;

  Pages(Visitor visitor, Connection database) {
    this.visitor = visitor;
    this.database = database;
  }

  /** What the shortest and the longest there is need; visited in turns until they agree. */
  List<Need> compare(Page page) throws SQLException {
    return compare(found(page, " LIMIT 1"), found(page, " DESC LIMIT 1"));
  }

  /** The same of two sheets. */
  List<Need> compare(LargeSheet few, LargeSheet many) throws SQLException {
    return compare(new Found(few.address(), few.rows()), new Found(many.address(), many.rows()));
  }

  private List<Need> compare(Found few, Found many) throws SQLException {
    visit(few);
    visit(many);
    awaitLull();
    long little = Long.MAX_VALUE;
    long much = Long.MAX_VALUE;
    for (int i = 0; i < VISITS || (little != much && i < MOST_VISITS); i++) {
      if (i >= VISITS) {
        // a timer may have begun in the meantime, and take longer than many visits
        awaitLull();
      }
      little = Math.min(little, statements(few));
      much = Math.min(much, statements(many));
    }
    return List.of(new Need(few.rows(), little), new Need(many.rows(), much));
  }

  /**
   * Waits until the application asks nothing by itself: after its start it judges and settles every
   * student once.
   *
   * @throws IllegalStateException where it never rests: nothing could be counted then
   */
  private void awaitLull() throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long before = questions();
    long now = before;
    do {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the application asks the database without a rest");
      }
      before = now;
      LockSupport.parkNanos(LULL.toNanos());
      now = questions();
    } while (now - before > 1);
  }

  private long statements(Found page) throws SQLException {
    long before = questions();
    visit(page);
    // asking is a statement, too
    return questions() - before - 1;
  }

  /** The page, which must be there. */
  private void visit(Found page) {
    HttpResponse<String> answer = visitor.get(page.address());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(page.address() + " answers " + answer.statusCode());
    }
  }

  private Found found(Page page, String order) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(page.shortestFirst + order)) {
      if (!row.next()) {
        throw new IllegalStateException("no " + page);
      }
      return new Found(page.address + row.getString(1), row.getLong(2));
    }
  }

  private long questions() throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery("SHOW GLOBAL STATUS WHERE variable_name = 'Questions'")) {
      row.next();
      return row.getLong(2);
    }
  }
}
