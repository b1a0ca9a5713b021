package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.log.PlanEntry;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Batches;

/**
 * Individual study plans as rows. Who decides about one holds the turn of the student; a seat from
 * a waiting list reaches a plan without it, so a plan is written only as it was read: where
 * anything of it was stored meanwhile, nothing is, and the caller tries again.
 */
@ApplicationScoped
class PlanStore {

  private static final String HEAD =
      "SELECT id, uuid, student_id, academic_year_id, status, revision, signed_at, version,"
          + " submitted_version FROM"
          + " study_plan";
  private static final String LINES =
      "SELECT id, term_id, discipline_id, type, language, offering_id, section_id, stream_id, enrolment_id, status, revision, remark, seat_until, instead_of_id FROM study_plan_line"
          + " WHERE plan_id = ? AND status <> 'REMOVED' ORDER BY term_id, id";
  private static final String MAKE =
      "INSERT INTO study_plan (id, uuid, student_id, academic_year_id) VALUES (?, ?, ?, ?)";
  private static final String ADD =
      "INSERT INTO study_plan_line (term_id, discipline_id, type, language, offering_id, section_id, stream_id, enrolment_id, status, revision, remark,"
          + " seat_until, instead_of_id, decided_at, decided_by, plan_id, id) VALUES (?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String CHANGE =
      "UPDATE study_plan_line SET term_id = ?, discipline_id = ?, type = ?, language = ?,"
          + " offering_id = ?, section_id = ?, stream_id = ?, enrolment_id = ?,"
          + " status = ?, revision = ?, remark = ?, seat_until = ?, instead_of_id = ?, decided_at ="
          + " COALESCE(?, decided_at), decided_by = COALESCE(?, decided_by), version = version + 1 WHERE"
          + " plan_id = ? AND id = ?";
  private static final Set<String> DECIDED = Set.of("APPROVED", "SIGNED", "REGISTERED");

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private EnrolmentRows keys;

  Optional<StudyPlan> of(long student, long year) {
    return one(HEAD + " WHERE student_id = ? AND academic_year_id = ?", student, year);
  }

  Optional<StudyPlan> byId(long id) {
    return one(HEAD + " WHERE id = ?", id);
  }

  Optional<StudyPlan> byLink(UUID link) {
    return one(HEAD + " WHERE uuid = ?", link.toString());
  }

  /** The plan of a student and a year; made where there is none. */
  StudyPlan ofOrNew(long student, long year) {
    return of(student, year)
        .orElseGet(
            () -> {
              StudyPlan plan =
                  StudyPlan.empty(keys.keys(1).removeFirst(), UUID.randomUUID(), student, year);
              update(MAKE, plan.id(), plan.link().toString(), student, year);
              return plan;
            });
  }

  private Optional<StudyPlan> one(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new StudyPlan(
                row.getLong(1),
                UUID.fromString(row.getString(2)),
                row.getLong(3),
                row.getLong(4),
                PlanStatus.valueOf(row.getString(5)),
                row.getInt(6),
                row.getInt(8),
                row.getInt(9),
                row.getObject(7) != null,
                lines(connection, row.getLong(1))));
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static List<StudyPlanLine> lines(Connection connection, long plan) throws SQLException {
    List<StudyPlanLine> lines = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(LINES)) {
      select.setLong(1, plan);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LocalDateTime until = row.getObject(13, LocalDateTime.class);
          lines.add(
              new StudyPlanLine(
                  row.getLong(1),
                  row.getLong(2),
                  row.getLong(3),
                  EnrolmentType.valueOf(row.getString(4)),
                  Language.of(row.getString(5)),
                  number(row, 6),
                  number(row, 7),
                  number(row, 8),
                  number(row, 9),
                  PlanLineStatus.valueOf(row.getString(10)),
                  row.getInt(11),
                  row.getString(12),
                  until == null ? null : until.toInstant(ZoneOffset.UTC),
                  number(row, 14)));
        }
      }
    }
    return lines;
  }

  /**
   * Writes a plan as it has become: new lines are those without a key.
   *
   * @param before the plan as it was read
   * @param by who decided, for lines whose state has changed
   * @return a key that is free still, for the step of the history
   */
  long write(StudyPlan before, StudyPlan plan, String by, Instant now) {
    List<StudyPlanLine> fresh = plan.lines().stream().filter(l -> l.id() == 0).toList();
    List<StudyPlanLine> changed =
        plan.lines().stream().filter(l -> l.id() != 0 && !before.lines().contains(l)).toList();
    Iterator<Long> ids = keys.keys(fresh.size() + 1).iterator();
    try (Connection connection = database.getConnection()) {
      // a line that goes must leave its place before another of the same discipline comes
      try (PreparedStatement update = Batches.prepare(connection, CHANGE)) {
        batch(update, changed, plan.id(), null, line -> by(before, line, by), now);
      }
      try (PreparedStatement insert = Batches.prepare(connection, ADD)) {
        batch(insert, fresh, plan.id(), ids, line -> by(before, line, by), now);
      }
      return ids.next();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Who has decided about a line; null where its state is what it was, or it is only chosen. */
  private static String by(StudyPlan before, StudyPlanLine line, String author) {
    boolean same =
        before.lines().stream()
            .anyMatch(was -> was.id() == line.id() && was.status() == line.status());
    return same || line.status() == PlanLineStatus.CHOSEN ? null : author;
  }

  private static void batch(
      PreparedStatement statement,
      Collection<StudyPlanLine> lines,
      long plan,
      Iterator<Long> ids,
      Function<StudyPlanLine, String> decided,
      Instant now)
      throws SQLException {
    for (StudyPlanLine line : lines) {
      String by = decided.apply(line);
      statement.setLong(1, line.term());
      statement.setLong(2, line.discipline());
      statement.setString(3, line.type().name());
      statement.setString(4, line.language().tag());
      statement.setObject(5, line.offering(), Types.BIGINT);
      statement.setObject(6, line.section(), Types.BIGINT);
      statement.setObject(7, line.stream(), Types.BIGINT);
      statement.setObject(8, line.enrolment(), Types.BIGINT);
      statement.setString(9, line.status().name());
      statement.setInt(10, line.revision());
      statement.setString(11, line.remark());
      statement.setObject(12, line.seatUntil() == null ? null : utc(line.seatUntil()));
      statement.setObject(13, line.insteadOf(), Types.BIGINT);
      statement.setObject(14, by == null ? null : utc(now));
      statement.setString(15, by);
      statement.setLong(16, plan);
      statement.setLong(17, ids == null ? line.id() : ids.next());
      statement.addBatch();
    }
    if (!lines.isEmpty()) {
      statement.executeBatch();
    }
  }

  /**
   * Sets the state of a plan, with what goes with it, and the head of its chain.
   *
   * @param before the plan as it was read
   * @param entry the step by which it has become so
   * @throws SeatConflict where the plan is not the one that was read any more
   */
  void head(StudyPlan before, StudyPlan plan, PlanEntry entry) {
    String act = entry.fact().act();
    Instant now = entry.fact().at();
    List<Object> values =
        new ArrayList<>(
            List.of(
                plan.status().name(),
                plan.revision(),
                plan.differsInDraftsOnly(before) ? 0 : 1,
                entry.position(),
                entry.seal()));
    String more = "";
    if (act.equals("SUBMITTED")) {
      more = ", signed_at = NULL, signed_by = NULL";
      // the time of the adviser runs on for what lies there already
      if (before.in(PlanLineStatus.SUBMITTED).isEmpty()) {
        more += ", submitted_at = ?, escalated_at = NULL";
        values.add(utc(now));
      }
    } else if (DECIDED.contains(act)) {
      String name = act.toLowerCase(Locale.ROOT);
      more = ", " + name + "_at = ?, " + name + "_by = ?";
      values.addAll(List.of(utc(now), entry.fact().actor()));
    }
    values.addAll(List.of(plan.id(), plan.version()));
    String sql =
        "UPDATE study_plan SET status = ?, revision = ?, version = version + 1,"
            + " submitted_version = submitted_version + ?, log_position = ?, log_seal = ?"
            + more
            + " WHERE id = ? AND version = ?";
    if (update(sql, values.toArray()) != 1) {
      throw SeatConflict.changedMeanwhile();
    }
  }

  private int update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
