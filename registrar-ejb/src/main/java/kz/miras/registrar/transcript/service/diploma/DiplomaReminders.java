package kz.miras.registrar.transcript.service.diploma;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * DIP-12. Tells the office of diplomas whose last day is near or has passed: once of each last day,
 * all of a kind in one notice. Who drafts and who enters numbers is told of both, who approves of
 * what has passed.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DiplomaReminders {

  private static final List<Watch> WATCHES =
      List.of(
          new Watch("near", "issue_by", List.of(Permissions.DIPLOMA_DRAFT)),
          new Watch(
              "late", "issue_by", List.of(Permissions.DIPLOMA_DRAFT, Permissions.DIPLOMA_APPROVE)),
          new Watch("ministry-near", "ministry_by", List.of(Permissions.DIPLOMA_NUMBER)),
          new Watch(
              "ministry-late",
              "ministry_by",
              List.of(Permissions.DIPLOMA_NUMBER, Permissions.DIPLOMA_APPROVE)));

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Notices notices;
  @Inject private AuditContext audit;
  @Inject private AuditTrail trail;
  @Inject private UniversityTime time;

  /**
   * What is watched.
   *
   * @param name as the desk has it
   * @param last the column of the last day
   * @param told rights whose holders are told
   */
  private record Watch(String name, String last, List<String> told) {

    /** Diplomas and last days nobody was told of yet. */
    String untold() {
      return "SELECT d.id, d."
          + last
          + " FROM diploma d WHERE "
          + DiplomaLists.WATCHED.get(name)
          + " AND NOT EXISTS (SELECT 1 FROM diploma_reminder r WHERE r.diploma_id = d.id AND r.due ="
          + " ? AND r.last_day = d."
          + last
          + ")";
    }
  }

  /** A diploma and its last day. */
  private record Untold(long diploma, LocalDate last) {}

  /**
   * Tells of all that nobody was told of yet.
   *
   * @return of how many last days
   */
  public int remind() {
    audit.beginJob("diploma-reminder");
    try (Connection connection = database.getConnection()) {
      int all = 0;
      for (Watch watch : WATCHES) {
        int many = note(connection, watch);
        if (many > 0) {
          tell(watch, many);
        }
        all += many;
      }
      if (all > 0) {
        trail.record("diploma-reminder.send", "Diploma", "timer", null, Json.write(all));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException("last days of diplomas cannot be told of", e);
    } finally {
      audit.end();
    }
  }

  /** How many were noted; what another node has noted meanwhile is told by it. */
  private int note(Connection connection, Watch watch) throws SQLException {
    List<Untold> untold =
        Statements.list(
            connection,
            watch.untold(),
            List.of(watch.name()),
            row -> new Untold(row.getLong(1), row.getObject(2, LocalDate.class)));
    int noted = 0;
    for (Untold one : untold) {
      noted +=
          Statements.change(
              connection,
              "INSERT IGNORE INTO diploma_reminder (diploma_id, due, last_day, reminded_on) VALUES"
                  + " (?, ?, ?, ?)",
              List.of(one.diploma(), watch.name(), one.last(), time.today()));
    }
    return noted;
  }

  private void tell(Watch watch, int many) {
    for (String right : watch.told()) {
      notices.tellHolders(
          right,
          "diploma.notice." + watch.name(),
          "/office/list.xhtml?list=diplomas&only=" + watch.name(),
          many);
    }
  }
}
