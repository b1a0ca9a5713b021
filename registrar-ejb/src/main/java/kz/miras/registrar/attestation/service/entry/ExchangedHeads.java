package kz.miras.registrar.attestation.service.entry;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.service.entry.ExchangedSheet.Head;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Statements;

/**
 * What sheets are of, as programs read it: of a posted one as it was posted (SHT-17). A page of
 * them costs one statement.
 */
@ApplicationScoped
class ExchangedHeads {

  private static final String COLUMNS =
      "SELECT h.id, h.uuid, h.number, h.kind, h.status, COALESCE(k.discipline_code, d.code),"
          + " COALESCE(k.discipline_kk, d.name_kk), COALESCE(k.discipline_ru, d.name_ru),"
          + " COALESCE(k.discipline_en, d.name_en), COALESCE(k.credits, d.credits), t.code, o.uuid,"
          + " s.uuid, COALESCE(k.section_code, s.code), h.level, h.exam_date, h.exam_time, (SELECT"
          + " COUNT(*) FROM sheet_row r WHERE r.sheet_id = h.id) FROM sheet h JOIN discipline d ON"
          + " d.id = h.discipline_id JOIN term t ON t.id = h.term_id LEFT JOIN section s ON s.id ="
          + " h.section_id LEFT JOIN offering o ON o.id = s.offering_id LEFT JOIN sheet_frame k ON"
          + " k.sheet_id = h.id WHERE h.kind <> 'RATING'";
  private static final String PAGE =
      COLUMNS
          + " AND t.code = ? AND (? IS NULL OR h.status = ?) AND (? IS NULL OR h.kind = ?) AND h.id"
          + " > ? ORDER BY h.id LIMIT ?";
  private static final String ONE = COLUMNS + " AND h.id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Sheets of a term, in order of key.
   *
   * @param status null for all, as the kind
   * @param after key behind which the page begins
   */
  List<Head> page(String term, SheetStatus status, SheetKind kind, long after, int most) {
    String state = status == null ? null : status.name();
    String what = kind == null ? null : kind.name();
    return read(PAGE, term, state, state, what, what, after, most);
  }

  Head of(long sheet) {
    return read(ONE, sheet).get(0);
  }

  private List<Head> read(String sql, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, Arrays.asList(values), ExchangedHeads::head);
    } catch (SQLException e) {
      throw new IllegalStateException("sheets cannot be read", e);
    }
  }

  private static Head head(ResultSet row) throws SQLException {
    LocalDate date = row.getObject(16, LocalDate.class);
    LocalTime time = row.getObject(17, LocalTime.class);
    return new Head(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        SheetKind.valueOf(row.getString(4)),
        SheetStatus.valueOf(row.getString(5)),
        row.getString(6),
        LocalizedText.of(row.getString(7), row.getString(8), row.getString(9)),
        row.getInt(10),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getString(15),
        date == null ? null : date.toString(),
        time == null ? null : time.toString(),
        row.getInt(18));
  }
}
