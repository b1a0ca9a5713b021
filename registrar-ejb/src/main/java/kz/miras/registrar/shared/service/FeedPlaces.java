package kz.miras.registrar.shared.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Gives what has been committed its places in a feed, one after the other, when the feed is read: a
 * key drawn early and committed late must not be passed over by whoever has read further already.
 */
public final class FeedPlaces {

  private FeedPlaces() {}

  /**
   * Numbers what has no place yet, in the current transaction.
   *
   * @param head locks and reads the last place given
   * @param fresh keys without a place, in the order they are to get one
   * @param place gives a key (2) its place (1)
   * @param moved stores the last place given (1)
   */
  public static void number(
      Connection connection, String head, String fresh, String place, String moved)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(head);
        PreparedStatement waiting = connection.prepareStatement(fresh);
        PreparedStatement update = Batches.prepare(connection, place);
        PreparedStatement store = connection.prepareStatement(moved);
        ResultSet last = lock.executeQuery()) {
      last.next();
      long before = last.getLong(1);
      long given = before;
      try (ResultSet row = waiting.executeQuery()) {
        while (row.next()) {
          update.setLong(1, ++given);
          update.setLong(2, row.getLong(1));
          update.addBatch();
        }
      }
      if (given > before) {
        update.executeBatch();
        store.setLong(1, given);
        store.executeUpdate();
      }
    }
  }
}
