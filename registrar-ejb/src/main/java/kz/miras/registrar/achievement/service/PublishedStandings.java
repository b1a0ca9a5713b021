package kz.miras.registrar.achievement.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.SheetPublished;
import kz.miras.registrar.registration.service.StandingChanged;
import kz.miras.registrar.registration.service.StandingTold;
import kz.miras.registrar.shared.service.Statements;

/** PUB-1. Tells registration whose results have been published with a sheet. */
@ApplicationScoped
public class PublishedStandings {

  private static final String OF_SHEET =
      "SELECT DISTINCT student_id, discipline_id FROM achievement WHERE sheet_id = ? AND"
          + " discipline_id IS NOT NULL";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Event<StandingTold> told;

  void published(@Observes SheetPublished event) {
    if (event.part() == SheetPart.RESULT) {
      told.fire(new StandingTold(of(event.sheet().getId())));
    }
  }

  private List<StandingChanged.Standing> of(long sheet) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(
          connection,
          OF_SHEET,
          List.of(sheet),
          row -> new StandingChanged.Standing(row.getLong(1), row.getLong(2)));
    } catch (SQLException e) {
      throw new IllegalStateException("what was published cannot be read", e);
    }
  }
}
