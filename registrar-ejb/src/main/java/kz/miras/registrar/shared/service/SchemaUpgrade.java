package kz.miras.registrar.shared.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to the version of this application before anything uses it. Every other
 * start-up bean depends on this one. Flyway's own lock keeps two nodes from migrating at once.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaUpgrade {

  private static final Logger LOG = Logger.getLogger(SchemaUpgrade.class.getName());
  private static final int MAJOR = 10;
  private static final int MINOR = 11;
  private static final Duration DATABASE_LIMIT = Duration.ofSeconds(90);

  @Resource(lookup = "java:jboss/datasources/RegistrarSchemaDS")
  private DataSource schema;

  /** Waits for the database, checks that it is new enough, migrates. */
  @PostConstruct
  void migrate() {
    requireVersion();
    int applied =
        Flyway.configure(SchemaUpgrade.class.getClassLoader())
            .dataSource(schema)
            .locations("classpath:db/migration")
            .validateMigrationNaming(true)
            .cleanDisabled(true)
            .load()
            .migrate()
            .migrationsExecuted;
    LOG.log(Level.INFO, "Schema is up to date, {0} migrations applied now", applied);
  }

  private void requireVersion() {
    try (Connection connection = connect()) {
      DatabaseMetaData about = connection.getMetaData();
      int major = about.getDatabaseMajorVersion();
      int minor = about.getDatabaseMinorVersion();
      boolean mariadb = about.getDatabaseProductName().toLowerCase().contains("mariadb");
      if (!mariadb || major < MAJOR || (major == MAJOR && minor < MINOR)) {
        throw refuse(
            "The database is "
                + about.getDatabaseProductName()
                + " "
                + about.getDatabaseProductVersion()
                + ", which is too old or not MariaDB: Registrar needs MariaDB "
                + MAJOR
                + "."
                + MINOR
                + " or newer. Upgrade the server, or point REGISTRAR_DB_URL to another one.");
      }
    } catch (SQLException e) {
      throw refuse("The database cannot be asked for its version: " + e.getMessage());
    }
  }

  private Connection connect() {
    long end = System.nanoTime() + DATABASE_LIMIT.toNanos();
    while (true) {
      try {
        return schema.getConnection();
      } catch (SQLException e) {
        if (System.nanoTime() > end) {
          throw refuse(
              "The database does not answer within "
                  + DATABASE_LIMIT.toSeconds()
                  + " s. Check REGISTRAR_DB_URL, _USER, _PASSWORD and that MariaDB runs. ("
                  + rootMessage(e)
                  + ")");
        }
        pause();
      }
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static IllegalStateException refuse(String causeAndRemedy) {
    LOG.log(Level.SEVERE, "REGISTRAR-START: {0}", causeAndRemedy);
    return new IllegalStateException(causeAndRemedy);
  }
}
