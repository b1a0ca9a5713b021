package kz.miras.registrar.access.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import kz.miras.registrar.access.Account;
import kz.miras.registrar.access.AccountKind;
import kz.miras.registrar.access.ChangeListener;
import kz.miras.registrar.access.EntityChanges;
import kz.miras.registrar.access.PermissionMatrix;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.RoleGrant;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Brings the permission matrix into the database, where the server's realm reads it, and makes the
 * first administrator of an empty installation. No account and no password is built in.
 */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
public class AccessStartUp {

  private static final Logger LOG = Logger.getLogger(AccessStartUp.class.getName());

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private UniversityTime time;

  @Inject private AuditContext audit;

  @EJB private EntityChanges changes;

  @PostConstruct
  void start() {
    ChangeListener.tellTo(changes);
    writeMatrix();
    boolean empty =
        entities.createQuery("SELECT COUNT(a) FROM Account a", Long.class).getSingleResult() == 0;
    if (empty) {
      audit.beginJob("system");
      try {
        createFirstAdministrator(System.getenv("REGISTRAR_ADMIN_PASSWORD"));
        entities.flush();
      } finally {
        audit.end();
      }
    }
  }

  @PreDestroy
  void stop() {
    ChangeListener.tellTo(null);
  }

  private void writeMatrix() {
    PermissionMatrix matrix = PermissionMatrix.standard();
    try (Connection connection = database.getConnection();
        Statement clear = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO role_permission (role, permission, scope) VALUES (?, ?, ?)")) {
      clear.executeUpdate("DELETE FROM role_permission");
      for (Role role : Role.values()) {
        for (String permission : matrix.permissionsOf(role)) {
          insert.setString(1, role.name());
          insert.setString(2, permission);
          insert.setString(3, scopes(matrix, role, permission));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("the permission matrix cannot be written", e);
    }
  }

  private static String scopes(PermissionMatrix matrix, Role role, String permission) {
    StringBuilder letters = new StringBuilder();
    matrix.scopes(role, permission).stream().sorted().forEach(s -> letters.append(s.letter()));
    return letters.toString();
  }

  private void createFirstAdministrator(String password) {
    if (password == null || password.length() < 10) {
      LOG.log(
          Level.WARNING,
          "There is no account yet. Set REGISTRAR_ADMIN_PASSWORD (10 characters or more) and start"
              + " again: the account admin is made with it.");
      return;
    }
    Account admin =
        new Account(
            "admin",
            "Administrator",
            null,
            AccountKind.PERSON,
            time.today(),
            null,
            Language.RU,
            null,
            null);
    admin.changePassword(Passwords.hash(password));
    entities.persist(admin);
    entities.persist(
        new RoleGrant(
            admin, Role.ADM, null, time.today(), null, "first start of the system", null));
    LOG.info("The first administrator has been made: admin");
  }
}
