package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.achievement.service.ResultsCorrected;
import kz.miras.registrar.transcript.StatedResults;

/** DOC-9. Tells a student which issued documents state a result that was corrected. */
@ApplicationScoped
public class SupersededNotices {

  private static final String ISSUED =
      "SELECT number, results_until FROM issued_document WHERE student_id = ? AND status = 'ISSUED'"
          + " AND results_until IS NOT NULL ORDER BY id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Notices notices;

  void corrected(@Observes ResultsCorrected corrected) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ISSUED)) {
      for (ResultsCorrected.Corrected result : corrected.results()) {
        select.setLong(1, result.student());
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            if (new StatedResults(row.getLong(2))
                .isOvertakenBy(result.position(), result.corrects())) {
              notices.tellStudent(
                  result.student(),
                  "transcript.notice.superseded",
                  "/student/card.xhtml",
                  row.getString(1));
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("documents cannot be read", e);
    }
  }
}
