package kz.miras.registrar.office.service.demo;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.attestation.service.amend.SheetSealing;

/** Seals the closed sheets of the demonstration, as closing does it. */
@Stateless
@PermitAll
public class DemoSeals {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Sheets sheets;
  @Inject private SheetSealing sealing;

  /** Seals all of them. */
  public void seal() {
    for (long key : closed()) {
      Sheet sheet = sheets.byId(key).orElseThrow();
      sealing.seal(sheet, sheet.getClosedBy(), sheet.getClosedAt());
    }
  }

  private List<Long> closed() {
    List<Long> keys = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id FROM sheet WHERE closed_at IS NOT NULL AND kind <> 'RATING' ORDER BY"
                    + " id");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        keys.add(row.getLong(1));
      }
      return keys;
    } catch (SQLException e) {
      throw new IllegalStateException("the sheets of the demonstration cannot be read", e);
    }
  }
}
