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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;
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
import kz.miras.registrar.shared.service.Batches;
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

  /** Writes the matrix where it differs, so that nodes that start together leave each other be. */
  private void writeMatrix() {
    Set<Cell> wanted = cells();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (stored(statement).equals(wanted)) {
        return;
      }
      statement.executeUpdate("DELETE FROM role_permission");
      try (PreparedStatement insert =
          Batches.prepare(
              connection,
              "INSERT INTO role_permission (role, permission, scope) VALUES (?, ?, ?)")) {
        for (Cell cell : wanted) {
          insert.setString(1, cell.role());
          insert.setString(2, cell.permission());
          insert.setString(3, cell.scopes());
          insert.addBatch();
        }
        insert.executeBatch();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the permission matrix cannot be written", e);
    }
  }

  private record Cell(String role, String permission, String scopes) {}

  private static Set<Cell> cells() {
    PermissionMatrix matrix = PermissionMatrix.standard();
    Set<Cell> cells = new LinkedHashSet<>();
    for (Role role : Role.values()) {
      for (String permission : matrix.permissionsOf(role)) {
        cells.add(new Cell(role.name(), permission, scopes(matrix, role, permission)));
      }
    }
    return cells;
  }

  private static Set<Cell> stored(Statement statement) throws SQLException {
    Set<Cell> cells = new LinkedHashSet<>();
    try (ResultSet row =
        statement.executeQuery("SELECT role, permission, scope FROM role_permission")) {
      while (row.next()) {
        cells.add(new Cell(row.getString(1), row.getString(2), row.getString(3)));
      }
    }
    return cells;
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
