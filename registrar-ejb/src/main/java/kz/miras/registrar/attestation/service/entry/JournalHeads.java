package kz.miras.registrar.attestation.service.entry;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.service.entry.ExchangedJournal.Head;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Statements;

/** What journals are of, as programs read it; a page of them costs one statement. */
@ApplicationScoped
class JournalHeads {

  private static final String COLUMNS =
      "SELECT h.id, h.uuid, h.number, h.period_no, h.status, d.code, d.name_kk, d.name_ru,"
          + " d.name_en, t.code, m.uuid, s.uuid, s.code, (SELECT COUNT(*) FROM sheet_row r WHERE"
          + " r.sheet_id = h.id) FROM sheet h JOIN sheet m ON m.id = h.rates_id JOIN discipline d"
          + " ON d.id = h.discipline_id JOIN term t ON t.id = h.term_id LEFT JOIN section s ON s.id"
          + " = h.section_id WHERE h.kind = 'RATING'";
  private static final String PAGE =
      COLUMNS
          + " AND t.code = ? AND (? IS NULL OR h.status = ?) AND (? IS NULL OR h.teacher_id = ?) AND h.id > ? ORDER BY h.id LIMIT ?";
  private static final String ONE = COLUMNS + " AND h.id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Journals of a term, in order of key.
   *
   * @param status null for all
   * @param teacher whose; null for all
   * @param after key behind which the page begins
   */
  List<Head> page(String term, SheetStatus status, Long teacher, long after, int most) {
    String state = status == null ? null : status.name();
    return read(PAGE, term, state, state, teacher, teacher, after, most);
  }

  Head of(long journal) {
    return read(ONE, journal).get(0);
  }

  private List<Head> read(String sql, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, Arrays.asList(values), JournalHeads::head);
    } catch (SQLException e) {
      throw new IllegalStateException("journals cannot be read", e);
    }
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        SheetStatus.valueOf(row.getString(5)),
        row.getString(6),
        LocalizedText.of(row.getString(7), row.getString(8), row.getString(9)),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getInt(14));
  }
}
