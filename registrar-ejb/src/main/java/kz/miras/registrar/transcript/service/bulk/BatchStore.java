package kz.miras.registrar.transcript.service.bulk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.transcript.BatchChoice;
import kz.miras.registrar.transcript.BatchState;

/** Keeps batches of documents and what became of each line, each change in a transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class BatchStore {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * What is begun.
   *
   * @param request what it is asked for by; null where nothing can ask twice
   */
  public record Begun(
      String kind,
      String languages,
      String purpose,
      BatchChoice choice,
      List<BatchMember> members,
      String by,
      Instant at,
      byte[] request) {}

  /**
   * A batch that was begun.
   *
   * @param fresh false where the same request has begun it before
   */
  public record Started(UUID uuid, boolean fresh) {}

  /** Begins a batch, once for each request. */
  public Started begin(Begun begun) {
    UUID uuid = UUID.randomUUID();
    try (Connection connection = database.getConnection()) {
      LocalDateTime at = utc(begun.at());
      Statements.change(
          connection,
          "INSERT INTO document_batch (id, uuid, kind, languages, purpose, chosen, prepared_by,"
              + " prepared_at, request_key, act, acting, roles, state, begun_at, alive_at) VALUES"
              + " (NEXT VALUE FOR document_batch_seq, ?, ?, ?, ?, ?, ?, ?, ?, 'PREPARE', ?, '',"
              + " 'RUNNING', ?, ?)",
          Arrays.asList(
              uuid.toString(),
              begun.kind(),
              begun.languages(),
              begun.purpose(),
              begun.choice().written(),
              begun.by(),
              at,
              begun.request(),
              begun.by(),
              at,
              at));
      long id =
          Statements.list(
                  connection,
                  "SELECT id FROM document_batch WHERE uuid = ?",
                  List.of(uuid.toString()),
                  row -> row.getLong(1))
              .get(0);
      int place = 0;
      for (BatchMember member : begun.members()) {
        write(connection, id, ++place, member);
      }
      return new Started(uuid, true);
    } catch (SQLIntegrityConstraintViolationException e) {
      return new Started(before(begun.request(), e), false);
    } catch (SQLException e) {
      throw new IllegalStateException("a batch cannot be begun", e);
    }
  }

  private static void write(Connection connection, long batch, int place, BatchMember member)
      throws SQLException {
    Statements.change(
        connection,
        "INSERT INTO document_batch_line (batch_id, place, student_id, subject_kind, subject_uuid,"
            + " subject_name, subject_details) VALUES (?, ?, ?, ?, ?, ?, ?)",
        member.subject() == null
            ? Arrays.asList(batch, place, member.student(), null, null, null, null)
            : Arrays.asList(
                batch,
                place,
                null,
                member.subject().name(),
                member.id().toString(),
                member.name(),
                Json.write(new TreeMap<>(member.details()))));
  }

  private UUID before(byte[] request, SQLException refused) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(
              connection,
              "SELECT uuid FROM document_batch WHERE request_key = ?",
              Arrays.asList((Object) request),
              row -> UUID.fromString(row.getString(1)))
          .stream()
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("a batch cannot be begun", refused));
    } catch (SQLException e) {
      throw new IllegalStateException("a batch cannot be begun", e);
    }
  }

  /**
   * A signatory begins to sign, also where another has paused; what was refused is tried again.
   * False where an act goes on.
   */
  public boolean sign(UUID batch, String by, Set<Role> roles, Instant at) {
    try (Connection connection = database.getConnection()) {
      int begun =
          Statements.change(
              connection,
              "UPDATE document_batch SET act = 'SIGN', acting = ?, roles = ?, state = 'RUNNING',"
                  + " begun_at = ?, alive_at = ?, ended_at = NULL, version = version + 1 WHERE"
                  + " uuid = ? AND (state = 'ENDED' OR state = 'PAUSED' AND act = 'SIGN') AND"
                  + " prepared_by <> ?",
              List.of(
                  by,
                  roles.stream().sorted().map(Role::name).collect(Collectors.joining(" ")),
                  utc(at),
                  utc(at),
                  batch.toString(),
                  by));
      if (begun == 1) {
        forget(connection, batch);
      }
      return begun == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("a batch cannot be signed", e);
    }
  }

  /** The act ended with lines it could not do: they are tried again. */
  public boolean again(UUID batch, Instant at) {
    try (Connection connection = database.getConnection()) {
      boolean begun = moved(connection, batch, BatchState.ENDED, BatchState.RUNNING, at);
      if (begun) {
        forget(connection, batch);
      }
      return begun;
    } catch (SQLException e) {
      throw new IllegalStateException("a batch cannot be begun again", e);
    }
  }

  private static void forget(Connection connection, UUID batch) throws SQLException {
    Statements.change(
        connection,
        "UPDATE document_batch_line SET reasons = NULL WHERE reasons IS NOT NULL AND batch_id ="
            + " (SELECT id FROM document_batch WHERE uuid = ?)",
        List.of(batch.toString()));
  }

  /** From one state to another; false where it is in neither. */
  public boolean move(UUID batch, BatchState from, BatchState to, Instant at) {
    try (Connection connection = database.getConnection()) {
      return moved(connection, batch, from, to, at);
    } catch (SQLException e) {
      throw new IllegalStateException("a batch cannot be written", e);
    }
  }

  private static boolean moved(
      Connection connection, UUID batch, BatchState from, BatchState to, Instant at)
      throws SQLException {
    return Statements.change(
            connection,
            "UPDATE document_batch SET state = ?, alive_at = ?, ended_at = ?, version = version + 1"
                + " WHERE uuid = ? AND state = ?",
            Arrays.asList(
                to.name(),
                utc(at),
                to == BatchState.ENDED ? utc(at) : null,
                batch.toString(),
                from.name()))
        == 1;
  }

  /** Takes over a batch nobody works on; false where somebody else has. */
  public boolean claim(UUID batch, Instant since, Instant at) {
    return change(
            "UPDATE document_batch SET alive_at = ? WHERE uuid = ? AND state = 'RUNNING' AND"
                + " alive_at < ?",
            utc(at),
            batch.toString(),
            utc(since))
        == 1;
  }

  /** Somebody works on it. */
  public void alive(long batch, Instant at) {
    change("UPDATE document_batch SET alive_at = ? WHERE id = ?", utc(at), batch);
  }

  /** The document of a line. */
  public void prepared(long batch, int place, UUID document) {
    change(
        "UPDATE document_batch_line SET document_id = (SELECT id FROM issued_document WHERE uuid ="
            + " ?) WHERE batch_id = ? AND place = ?",
        document.toString(),
        batch,
        place);
  }

  /** A line was not done. */
  public void missed(long batch, int place, List<Refusal> reasons) {
    change(
        "UPDATE document_batch_line SET reasons = ? WHERE batch_id = ? AND place = ?",
        Json.write(reasons),
        batch,
        place);
  }

  private int change(String sql, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.change(connection, sql, Arrays.asList(values));
    } catch (SQLException e) {
      throw new IllegalStateException("a batch cannot be written", e);
    }
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
