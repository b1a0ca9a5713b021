package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.miras.registrar.wire.Receiver.Mood;

/**
 * Two messages of one matter for an organisation: the server dies while it sends the first and
 * before it sends the second. The organisation has stored the first, and nobody has learned of it.
 */
public final class KilledDelivery implements AutoCloseable {

  private final Callable<Connection> database;
  private final Receiver receiver = new Receiver();
  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  private KilledDelivery(Callable<Connection> database) throws IOException {
    this.database = database;
  }

  /** Writes the two for the demonstration's partner. */
  public static KilledDelivery begin(Callable<Connection> database) throws Exception {
    KilledDelivery begun = new KilledDelivery(database);
    String terms = "UPDATE partner_terms SET endpoint = ? WHERE status = 'IN_FORCE'";
    begun.change(terms, begun.receiver.address(Mood.SILENT));
    for (UUID message : List.of(begun.first, begun.second)) {
      begun.change(
          "INSERT INTO partner_outbox (id, uuid, partner_id, aggregate, kind, subject, created_at,"
              + " next_at) SELECT NEXTVAL(partner_seq), ?, p.id, 'killed', 'LETTER_ANSWERED', 'Тема',"
              + " UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM partner p JOIN account a ON a.id ="
              + " p.account_id WHERE a.login = 'partner'",
          message.toString());
    }
    return begun;
  }

  private void change(String sql, String value) throws Exception {
    try (Connection connection = database.call();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      statement.executeUpdate();
    }
  }

  /** Whether the first is being sent; from then on the receiver answers. */
  public boolean isUnderway() {
    boolean underway = !receiver.of(first).isEmpty();
    if (underway) {
      receiver.at(Mood.SILENT, Mood.WELL);
    }
    return underway;
  }

  /** Whether both have arrived: the first was sent twice under one id and counts once. */
  public boolean hasArrivedOnce() throws Exception {
    if (!isAcknowledged()) {
      return false;
    }
    assertThat(receiver.of(first)).hasSize(2);
    assertThat(receiver.of(second)).hasSize(1);
    assertThat(receiver.taken()).containsExactly(first.toString(), second.toString());
    close();
    return true;
  }

  private boolean isAcknowledged() throws Exception {
    try (Connection connection = database.call();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM partner_outbox WHERE aggregate = 'killed' AND state ="
                    + " 'ACKNOWLEDGED'");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1) == 2;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    receiver.close();
  }
}
