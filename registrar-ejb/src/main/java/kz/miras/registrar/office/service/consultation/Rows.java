package kz.miras.registrar.office.service.consultation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import kz.miras.registrar.shared.service.UniversityTime;

/** Statements over the tables of consultations, in the transaction of the caller. */
@ApplicationScoped
class Rows {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  <T> List<T> list(String sql, Statements.Reader<T> reader, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, Arrays.asList(values), reader);
    } catch (SQLException e) {
      throw new IllegalStateException("consultations cannot be read", e);
    }
  }

  <T> Optional<T> one(String sql, Statements.Reader<T> reader, Object... values) {
    return list(sql, reader, values).stream().findFirst();
  }

  /** How many rows a statement changes. */
  int change(String sql, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.change(connection, sql, Arrays.asList(values));
    } catch (SQLException e) {
      throw new IllegalStateException("a consultation cannot be written", e);
    }
  }

  /** A moment of the university's clock as it is kept. */
  LocalDateTime utc(LocalDateTime local) {
    return utc(local.atZone(time.zone()).toInstant());
  }

  LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  /** A kept moment by the university's clock; null for none. */
  LocalDateTime local(ResultSet row, String column) throws SQLException {
    Instant moment = instant(row, column);
    return moment == null ? null : LocalDateTime.ofInstant(moment, time.zone());
  }

  /** What the university's clock shows now. */
  LocalDateTime now() {
    return LocalDateTime.ofInstant(time.now(), time.zone());
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime utc = row.getObject(column, LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  static Long key(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }
}
