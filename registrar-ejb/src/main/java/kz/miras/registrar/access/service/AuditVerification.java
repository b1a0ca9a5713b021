package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;

/** AUD-3, AUD-4. Verifies the whole audit trail against its seals and the exported heads. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditVerification {

  private static final Logger LOG = Logger.getLogger(AuditVerification.class.getName());

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SealKey key;

  /** Runs beside the caller, who watches the progress. */
  @Asynchronous
  @RolesAllowed(Permissions.AUDIT_VERIFY)
  public void run(VerificationProgress progress) {
    try (Connection connection = database.getConnection()) {
      AuditChecking.run(connection, key.chain(Sealer.CHAIN), HeadFile.ofServer().read(), progress);
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.SEVERE, "The audit trail cannot be verified", e);
      progress.fail();
    }
  }
}
