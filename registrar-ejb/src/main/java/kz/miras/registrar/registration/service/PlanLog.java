package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.ChainReport;
import kz.miras.registrar.access.ChainVerifier;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.access.service.SealKey;
import kz.miras.registrar.registration.log.PlanEntry;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Json;

/**
 * REG-32. The histories of plans as sealed chains, one a plan. The head of a chain lies in the row
 * of its plan: whoever stores a plan that was changed meanwhile stores nothing, so no two steps
 * ever follow the same one.
 */
@ApplicationScoped
class PlanLog {

  /** What a step is read from, of the table as {@code v}, before anything else of a row. */
  static final String COLUMNS =
      "v.plan_id, v.position, v.seal, v.revision, v.at, v.actor, v.act, v.remark, v.content,"
          + " v.verdict, v.submission";

  private static final String HEAD = "SELECT log_position, log_seal FROM study_plan WHERE id = ?";
  private static final String ENTRY =
      "INSERT INTO study_plan_event (id, plan_id, revision, at, actor, act, remark, content,"
          + " position, submission, seal, verdict) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String OF_PLAN =
      "SELECT "
          + COLUMNS
          + " FROM study_plan_event v JOIN study_plan p ON p.id = v.plan_id WHERE p.uuid = ? AND"
          + " v.position IS NOT NULL ORDER BY v.position";
  private static final String ID = "SELECT id FROM study_plan WHERE uuid = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SealKey seals;

  /** The next step of a plan, sealed after the last one there is. */
  PlanEntry next(long plan, PlanEntry.Fact fact) {
    try (Connection connection = database.getConnection()) {
      ChainHead head =
          seals
              .chain(PlanEntry.chain(plan))
              .next(head(connection, plan), PlanEntry.content(plan, fact));
      return new PlanEntry(plan, head.position(), fact, head.seal());
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static ChainHead head(Connection connection, long plan) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HEAD)) {
      select.setLong(1, plan);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? head(plan, row.getLong(1), row.getBytes(2)) : head(plan, 0, null);
      }
    }
  }

  /** The head of a plan's chain as its row remembers it. */
  static ChainHead head(long plan, long position, byte[] seal) {
    return new ChainHead(
        PlanEntry.chain(plan), position, seal == null ? new byte[SealChain.SEAL_LENGTH] : seal);
  }

  /** Adds a step whose seal the plan has already got as its head. */
  void write(long id, PlanEntry entry) {
    PlanEntry.Fact fact = entry.fact();
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ENTRY)) {
      insert.setLong(1, id);
      insert.setLong(2, entry.plan());
      insert.setInt(3, fact.revision());
      insert.setObject(4, LocalDateTime.ofInstant(fact.at(), ZoneOffset.UTC));
      insert.setString(5, fact.actor());
      insert.setString(6, fact.act());
      insert.setString(7, fact.remark());
      insert.setString(8, fact.content());
      insert.setLong(9, entry.position());
      insert.setObject(
          10, fact.submission() == null ? null : fact.submission().toString(), Types.VARCHAR);
      insert.setBytes(11, entry.seal());
      insert.setString(12, fact.verdict());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** The step of a row that begins with {@link #COLUMNS}. */
  static PlanEntry entry(ResultSet row) throws SQLException {
    String submission = row.getString(11);
    return new PlanEntry(
        row.getLong(1),
        row.getLong(2),
        new PlanEntry.Fact(
            row.getInt(4),
            row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            row.getString(10),
            submission == null ? null : UUID.fromString(submission)),
        row.getBytes(3));
  }

  /** Why nothing was done, of a refusal. */
  static List<Refusal> refusals(String verdict) {
    return verdict == null ? List.of() : List.of(Json.read(verdict, Refusal[].class));
  }

  /** Whether the history of a plan is as it was written, up to the head its row remembers. */
  ChainReport verify(UUID link) {
    try (Connection connection = database.getConnection()) {
      long plan = id(connection, link);
      List<PlanEntry> entries = new ArrayList<>();
      try (PreparedStatement select = connection.prepareStatement(OF_PLAN)) {
        select.setString(1, link.toString());
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            entries.add(entry(row));
          }
        }
      }
      return verify(seals.chain(PlanEntry.chain(plan)), entries.iterator(), head(connection, plan));
    } catch (SQLException e) {
      throw new IllegalStateException("the history of a plan cannot be read", e);
    }
  }

  /** The same for steps that have been read. */
  static ChainReport verify(SealChain seals, Iterator<PlanEntry> entries, ChainHead head) {
    return new ChainVerifier(seals)
        .verify(entries, head.position() == 0 ? List.of() : List.of(head));
  }

  private static long id(Connection connection, UUID link) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ID)) {
      select.setString(1, link.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
