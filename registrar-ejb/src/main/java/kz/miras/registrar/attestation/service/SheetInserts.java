package kz.miras.registrar.attestation.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.sitting.SheetPlan;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.service.Batches;

/** New sheets with their rows, in two batches, on the connection of the transaction. */
@ApplicationScoped
class SheetInserts {

  private static final String SHEET =
      "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, section_id,"
          + " rule_set_code, level, teacher_id, examiner_id, status, supplement_no, last_day) VALUES"
          + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Whoever forms sheets of the term waits for one another, so that nobody takes the same. */
  private static final String SUPPLEMENT =
      "SELECT COALESCE(MAX(supplement_no), 0) + 1 FROM sheet WHERE first_sitting_of = ?";

  private static final String ROW =
      "INSERT INTO sheet_row (id, sheet_id, student_id, enrolment_id, position, mark, typed_by,"
          + " scored_by, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String NEXT = "SELECT NEXT VALUE FOR attestation_seq";
  private static final int BLOCK = 50;
  private static final int NOTE = 1000;

  /** Who types a W: an order or a decision did, before there was a sheet. */
  private static final String SYSTEM = "system";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A sheet as it is stored.
   *
   * @param lastDay of its control, where no day is named (SHT-33)
   * @param rows in the order of the sheet
   */
  record Fresh(
      UUID uuid,
      long term,
      SessionGroups.SessionGroup group,
      SheetPlan.Planned planned,
      String ruleSet,
      LocalDate lastDay,
      List<SessionGroups.Row> rows) {}

  /**
   * Stores them; nobody types into them before they are opened.
   *
   * @param numbers one for each
   */
  void insert(List<Fresh> sheets, List<String> numbers) {
    int rows = sheets.stream().mapToInt(sheet -> sheet.rows().size()).sum();
    if (rows == 0) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement head = Batches.prepare(connection, SHEET);
        PreparedStatement row = Batches.prepare(connection, ROW)) {
      ArrayDeque<Long> keys = keys(connection, sheets.size() + rows);
      for (int i = 0; i < sheets.size(); i++) {
        Fresh sheet = sheets.get(i);
        long id = keys.removeFirst();
        add(
            head,
            id,
            numbers.get(i),
            sheet,
            sheet.planned().supplement() ? nextSupplement(connection, sheet.group().section()) : 0);
        int position = 1;
        for (SessionGroups.Row one : sheet.rows()) {
          add(row, keys.removeFirst(), id, position++, one);
        }
      }
      head.executeBatch();
      row.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("sheets cannot be stored", e);
    }
  }

  private static ArrayDeque<Long> keys(Connection connection, int wanted) throws SQLException {
    ArrayDeque<Long> keys = new ArrayDeque<>();
    try (PreparedStatement next = connection.prepareStatement(NEXT)) {
      while (keys.size() < wanted) {
        try (ResultSet row = next.executeQuery()) {
          row.next();
          // the provider of entities counts a block down from the value it gets
          for (long i = BLOCK - 1L; i >= 0; i--) {
            keys.add(row.getLong(1) - i);
          }
        }
      }
    }
    return keys;
  }

  /** SHT-32. The next number of a supplementary sheet of a group; the caller holds the series. */
  int nextSupplement(long section) {
    try (Connection connection = database.getConnection()) {
      return nextSupplement(connection, section);
    } catch (SQLException e) {
      throw new IllegalStateException("supplementary sheets cannot be numbered", e);
    }
  }

  private static int nextSupplement(Connection connection, long section) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SUPPLEMENT)) {
      select.setLong(1, section);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static void add(
      PreparedStatement insert, long id, String number, Fresh sheet, int supplement)
      throws SQLException {
    insert.setLong(1, id);
    insert.setString(2, sheet.uuid().toString());
    insert.setString(3, number);
    insert.setString(4, sheet.planned().kind().name());
    insert.setLong(5, sheet.term());
    insert.setLong(6, sheet.group().discipline());
    insert.setLong(7, sheet.group().section());
    insert.setString(8, sheet.ruleSet());
    insert.setString(9, sheet.planned().level().name());
    insert.setObject(10, sheet.group().teacher(), Types.BIGINT);
    insert.setObject(11, sheet.group().examiner(), Types.BIGINT);
    insert.setString(12, SheetStatus.CREATED.name());
    insert.setInt(13, supplement);
    insert.setObject(14, sheet.lastDay());
    insert.addBatch();
  }

  private static void add(
      PreparedStatement insert, long id, long sheet, int position, SessionGroups.Row row)
      throws SQLException {
    String by = row.withdrawn() ? SYSTEM : null;
    insert.setLong(1, id);
    insert.setLong(2, sheet);
    insert.setLong(3, row.seat().student());
    insert.setLong(4, row.seat().enrolment());
    insert.setInt(5, position);
    insert.setString(6, row.withdrawn() ? Mark.W.name() : null);
    insert.setString(7, by);
    insert.setString(8, by);
    insert.setString(9, row.withdrawn() ? Fitted.to(NOTE, row.reason()) : null);
    insert.addBatch();
  }
}
