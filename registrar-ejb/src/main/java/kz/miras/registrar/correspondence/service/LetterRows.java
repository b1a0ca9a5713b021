package kz.miras.registrar.correspondence.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Statements;

/** Statements over the tables of correspondence, in the transaction of the caller. */
@ApplicationScoped
class LetterRows {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  <T> List<T> list(String sql, Statements.Reader<T> reader, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, Arrays.asList(values), reader);
    } catch (SQLException e) {
      throw new IllegalStateException("letters cannot be read", e);
    }
  }

  <T> Optional<T> one(String sql, Statements.Reader<T> reader, Object... values) {
    return list(sql, reader, values).stream().findFirst();
  }

  /** A number a statement answers; 0 where it answers none. */
  long number(String sql, Object... values) {
    return one(sql, row -> row.getLong(1), values).orElse(0L);
  }

  /** The next key. */
  long next() {
    return number("SELECT NEXT VALUE FOR letter_seq");
  }

  /** How many rows a statement changes. */
  int change(String sql, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.change(connection, sql, Arrays.asList(values));
    } catch (SQLException e) {
      throw new IllegalStateException("a letter cannot be written", e);
    }
  }

  static LocalDateTime utc(Instant moment) {
    return moment == null ? null : LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime utc = row.getObject(column, LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  static Long key(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }
}
