package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.RoomFigures;
import kz.miras.registrar.access.RoomState;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** ACC-10. Shows how it looks in the waiting room, and steers it. */
@Stateless
@Guarded
public class WaitingRoomDesk {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Doorkeeper door;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * The room as it is now.
   *
   * @param node whose room it is; figures hold for all nodes
   * @param checkMillis processor time a check of a password takes here
   */
  public record RoomView(String node, RoomState state, RoomFigures figures, long checkMillis)
      implements Serializable {}

  /** How it looks on the node that is asked. */
  @RolesAllowed(Permissions.WAITING_ROOM_READ)
  public RoomView view() {
    return new RoomView(door.node(), door.state(), door.figures(), door.costOfCheck().toMillis());
  }

  /** Puts figures in force: on this node at once, on the others within seconds. */
  @RolesAllowed(Permissions.WAITING_ROOM_STEER)
  public Verdict steer(RoomFigures wanted) {
    Verdict verdict = wanted.sound();
    if (!verdict.isAllowed()) {
      return verdict;
    }
    Map<String, String> before = RoomSettings.values(door.figures());
    Map<String, String> after = RoomSettings.values(wanted);
    if (!before.equals(after)) {
      write(after);
      audit.record(
          "waiting-room.steer",
          "Setting",
          "waiting-room",
          Json.write(before),
          Json.write(new LinkedHashMap<>(after)));
      door.adjust();
    }
    return verdict;
  }

  private void write(Map<String, String> values) {
    try (Connection connection = database.getConnection();
        PreparedStatement write =
            connection.prepareStatement(
                "INSERT INTO university_setting (code, valid_from, value) VALUES (?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE value = VALUES(value)")) {
      for (Map.Entry<String, String> value : values.entrySet()) {
        write.setString(1, value.getKey());
        write.setObject(2, time.today());
        write.setString(3, value.getValue());
        write.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the waiting room cannot be steered", e);
    }
  }
}
