package kz.miras.registrar.attestation.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.shared.service.Statements;

/**
 * RAT-7, EXM-10, EXC-1, PUB-1. What was decided about a student in a sheet and stands beside the
 * row goes along with it to the sheet of another group: an exam stays denied or excused there, and
 * nobody is shown a rating there that was not published here.
 */
@ApplicationScoped
class MovedDecisions {

  private static final String BASIS =
      "document, document_no, document_date, reason, decided_by, decided_at";
  private static final String ADMISSION =
      "SELECT denied, "
          + BASIS
          + " FROM exam_admission WHERE sheet_id = ? AND student_id = ? ORDER BY id DESC LIMIT 1";
  private static final String DECIDE =
      "INSERT INTO exam_admission (id, sheet_id, student_id, denied, "
          + BASIS
          + ") VALUES (NEXT VALUE FOR attestation_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ABSENCE =
      "SELECT "
          + BASIS
          + " FROM absence_excuse a WHERE sheet_id = ? AND student_id = ? AND "
          + SheetRecords.STANDS;
  private static final String EXCUSE =
      "INSERT INTO absence_excuse (id, sheet_id, student_id, "
          + BASIS
          + ") VALUES (NEXT VALUE FOR attestation_seq, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SheetRecords records;

  /** The row of a student has gone from one sheet to another. */
  void follow(Sheet from, Sheet to, long student) {
    SheetFacts left = records.of(from.getId());
    SheetFacts reached = records.of(to.getId());
    left.typists().forEach(login -> records.typed(to.getId(), login));
    boolean denied = left.denied().contains(student);
    if (denied != reached.denied().contains(student)) {
      copy(ADMISSION, DECIDE, from, to, student);
    }
    if (left.excused().contains(student) && !reached.excused().contains(student)) {
      copy(ABSENCE, EXCUSE, from, to, student);
    }
    if (reached.published(SheetPart.RATING).isPresent()
        && left.ratingPublished(student).isEmpty()) {
      records.leaveOut(to.getId(), List.of(student));
    }
  }

  private void copy(String select, String insert, Sheet from, Sheet to, long student) {
    try (Connection connection = database.getConnection()) {
      for (List<Object> decision :
          Statements.list(
              connection, select, List.of(from.getId(), student), MovedDecisions::whole)) {
        List<Object> values = new ArrayList<>(List.of(to.getId(), student));
        values.addAll(decision);
        Statements.change(connection, insert, values);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a decision cannot go along with its student", e);
    }
  }

  private static List<Object> whole(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    List<Object> values = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      values.add(row.getObject(i));
    }
    return values;
  }
}
