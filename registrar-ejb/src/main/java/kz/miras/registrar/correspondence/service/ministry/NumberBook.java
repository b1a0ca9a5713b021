package kz.miras.registrar.correspondence.service.ministry;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Statements;

/** GOV-9. Gives things their numbers on the platform: once, counted by type, never to another. */
@Stateless
@PermitAll
public class NumberBook {

  /** Things that are numbered in one transaction. */
  private static final int MOST = 20_000;

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Resource private SessionContext context;

  /** A thing without a number. */
  private record Thing(long id, String part) {}

  /** Numbers whatever has none yet, of all types, so many at a time. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void giveAll() {
    NumberBook self = context.getBusinessObject(NumberBook.class);
    for (PlatformType type : PlatformType.values()) {
      boolean more = type.numbers() == type;
      while (more) {
        more = self.give(type);
      }
    }
  }

  /** Numbers some things of a type; true where there may be more. */
  public boolean give(PlatformType type) {
    try (Connection connection = database.getConnection()) {
      Statements.change(
          connection,
          "INSERT IGNORE INTO ministry_counter (type) VALUES (?)",
          List.of(type.name()));
      // whoever numbers the same type waits here
      int last =
          Statements.list(
                  connection,
                  "SELECT last_number FROM ministry_counter WHERE type = ? FOR UPDATE",
                  List.of(type.name()),
                  row -> row.getInt(1))
              .get(0);
      List<Thing> things =
          Statements.list(
              connection,
              "SELECT k.our_id, k.part FROM ("
                  + RecordSources.of(type).things()
                  + ") k LEFT JOIN ministry_number e ON e.type = ? AND e.our_id = k.our_id AND e.part"
                  + " = k.part WHERE e.number IS NULL AND k.our_id IS NOT NULL ORDER BY "
                  + RecordSources.of(type).order()
                  + " LIMIT "
                  + MOST,
              List.of(type.name()),
              row -> new Thing(row.getLong(1), row.getString(2)));
      if (things.isEmpty()) {
        return false;
      }
      number(connection, type, things, last);
      Statements.change(
          connection,
          "UPDATE ministry_counter SET last_number = ? WHERE type = ?",
          List.of(last + things.size(), type.name()));
      return things.size() == MOST;
    } catch (SQLException e) {
      throw new IllegalStateException("numbers of " + type + " cannot be given", e);
    }
  }

  private static void number(Connection connection, PlatformType type, List<Thing> things, int last)
      throws SQLException {
    try (PreparedStatement insert =
        Batches.prepare(
            connection,
            "INSERT INTO ministry_number (type, our_id, part, number) VALUES (?, ?, ?, ?)")) {
      int number = last;
      for (Thing thing : things) {
        insert.setString(1, type.name());
        insert.setLong(2, thing.id());
        insert.setString(3, thing.part());
        insert.setInt(4, ++number);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
