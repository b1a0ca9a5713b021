package kz.miras.registrar.morning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.service.Batches;

/** Rows of a morning, written and read by plain SQL, many at once. */
abstract class MorningRows {

  /** How far each sequence steps. */
  private static final long BLOCK = 50;

  private final Connection database;
  private final Map<String, ArrayDeque<Long>> keys = new HashMap<>();
  private final Map<String, PreparedStatement> batches = new LinkedHashMap<>();

  MorningRows(Connection database) {
    this.database = database;
  }

  final List<String> columns(String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement select =
        database.prepareStatement(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND"
                + " table_name = ? AND is_generated = 'NEVER' ORDER BY ordinal_position")) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          columns.add(row.getString(1));
        }
      }
    }
    return columns;
  }

  /** A key of a sequence; a value stands for a block, counted down from it as entities do. */
  final long next(String sequence) throws SQLException {
    ArrayDeque<Long> block = keys.computeIfAbsent(sequence, name -> new ArrayDeque<>());
    if (block.isEmpty()) {
      long last = number("SELECT NEXT VALUE FOR " + sequence);
      for (long i = BLOCK - 1; i >= 0; i--) {
        block.add(last - i);
      }
    }
    return block.removeFirst();
  }

  final long number(String sql) throws SQLException {
    return numbers(sql).get(0);
  }

  final List<Long> numbers(String sql) throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
    }
    return numbers;
  }

  final String text(String sql, Object value) throws SQLException {
    try (PreparedStatement select = database.prepareStatement(sql)) {
      select.setObject(1, value);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  final void change(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      bind(statement, values);
      statement.executeUpdate();
    }
  }

  /** The same with many others at once, by {@link #flush}; what refers to a row comes after it. */
  final void later(String sql, Object... values) throws SQLException {
    PreparedStatement statement = batches.get(sql);
    if (statement == null) {
      statement = prepared(sql);
      batches.put(sql, statement);
    }
    bind(statement, values);
    statement.addBatch();
  }

  /** The driver sends rows of values as one bulk, which the database does not take of a select. */
  private PreparedStatement prepared(String sql) throws SQLException {
    return sql.contains(" SELECT ")
        ? database.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)
        : Batches.prepare(database, sql);
  }

  /** Sends what has been put off, statement by statement in the order they came first. */
  final void flush() throws SQLException {
    for (PreparedStatement statement : batches.values()) {
      try (statement) {
        statement.executeBatch();
      }
    }
    batches.clear();
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
