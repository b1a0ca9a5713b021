package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.service.PlanDifference.Shape;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Json;

/**
 * IUP-5. Holds versions of a plan against each other, as its history keeps them: what whoever
 * decides now has not seen yet.
 */
@Stateless
@Guarded
public class PlanVersions {

  private static final Set<String> CHANGING = Set.of("SUBMITTED", "CHANGED");
  private static final Set<String> DECIDED = Set.of("APPROVED", "RETURNED", "SIGNED", "REGISTERED");

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private PlanQueries queries;

  /**
   * The plan as it is now against the version decided about before the last change; empty where
   * nothing was decided before it. A term that version had nothing of is no change of it.
   */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public Optional<PlanDifference> last(UUID id) {
    PlanView plan = queries.plan(id);
    return decidedBefore(plan.events())
        .map(before -> new PlanDifference(before, null, changed(stored(before), now(plan))));
  }

  private static List<PlanDifference.Line> changed(List<Shape> before, List<Shape> now) {
    Set<String> known = before.stream().map(Shape::term).collect(Collectors.toSet());
    return PlanDifference.between(before, now).stream()
        .filter(line -> known.contains(line.any().term()))
        .toList();
  }

  /**
   * Two versions of its history.
   *
   * @param before number of the event in the history, from 0
   * @param after the same; one that is not in the history for the plan as it is now
   */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public Optional<PlanDifference> between(UUID id, int before, int after) {
    PlanView plan = queries.plan(id);
    List<PlanView.Event> events = plan.events();
    PlanView.Event later = after < 0 || after >= events.size() ? null : events.get(after);
    if (before < 0
        || before >= events.size()
        || events.get(before).content() == null
        || later != null && later.content() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PlanDifference(
            events.get(before),
            later,
            PlanDifference.between(
                stored(events.get(before)), later == null ? now(plan) : stored(later))));
  }

  /**
   * A step of a plan.
   *
   * @param lines what it added, changed and took away
   */
  public record Step(PlanView.Event event, List<PlanDifference.Line> lines)
      implements Serializable {

    public Step {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The history of a plan with what each submission or change after the first did to its lines;
   * drafts are left out.
   */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public List<Step> steps(UUID id) {
    List<Step> steps = new ArrayList<>();
    List<Shape> before = null;
    for (PlanView.Event event : queries.plan(id).events()) {
      if (event.act().equals("CHOSEN")) {
        continue;
      }
      List<PlanDifference.Line> lines = List.of();
      if (CHANGING.contains(event.act()) && event.content() != null) {
        List<Shape> now = stored(event);
        lines = before == null ? lines : PlanDifference.between(before, now);
        before = now;
      }
      steps.add(new Step(event, lines));
    }
    return steps;
  }

  /** The last decision before the last submission, or whatever else changed the lines since. */
  static Optional<PlanView.Event> decidedBefore(List<PlanView.Event> events) {
    int changed = events.size() - 1;
    while (changed >= 0 && !CHANGING.contains(events.get(changed).act())) {
      changed--;
    }
    for (int i = changed - 1; i >= 0; i--) {
      PlanView.Event event = events.get(i);
      if (DECIDED.contains(event.act()) && event.content() != null) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  /** What is only chosen was never submitted to anybody. */
  private static List<Shape> now(PlanView plan) {
    return plan.lines().stream()
        .filter(line -> line.status() != PlanLineStatus.CHOSEN)
        .map(
            line ->
                new Shape(
                    line.term(),
                    line.discipline(),
                    line.name(),
                    line.credits(),
                    line.type(),
                    line.language(),
                    line.group()))
        .toList();
  }

  private List<Shape> stored(PlanView.Event event) {
    List<PlanLines.Kept> kept =
        Arrays.stream(Json.read(event.content(), PlanLines.Kept[].class))
            .filter(line -> !line.status().equals(PlanLineStatus.CHOSEN.name()))
            .toList();
    Map<Long, String> terms = names("SELECT id, code FROM term", kept, PlanLines.Kept::term);
    Map<Long, String> groups = names("SELECT id, code FROM section", kept, PlanLines.Kept::section);
    Map<Long, Known> disciplines = disciplines(kept);
    return kept.stream()
        .filter(line -> disciplines.containsKey(line.discipline()))
        .map(
            line ->
                new Shape(
                    terms.get(line.term()),
                    disciplines.get(line.discipline()).code(),
                    disciplines.get(line.discipline()).name(),
                    disciplines.get(line.discipline()).credits(),
                    EnrolmentType.valueOf(line.type()),
                    line.language(),
                    line.section() == null ? null : groups.get(line.section())))
        .toList();
  }

  /** A discipline of an earlier version. */
  private record Known(String code, LocalizedText name, int credits) {}

  /** Reads one row into a map. */
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private Map<Long, String> names(
      String select, List<PlanLines.Kept> kept, Function<PlanLines.Kept, Long> key) {
    Map<Long, String> names = new HashMap<>();
    Set<Long> keys = kept.stream().map(key).filter(Objects::nonNull).collect(Collectors.toSet());
    rows(select, keys, row -> names.put(row.getLong(1), row.getString(2)));
    return names;
  }

  private Map<Long, Known> disciplines(List<PlanLines.Kept> kept) {
    Map<Long, Known> disciplines = new HashMap<>();
    Set<Long> keys = new HashSet<>();
    kept.forEach(line -> keys.add(line.discipline()));
    rows(
        "SELECT id, code, name_kk, name_ru, name_en, credits FROM discipline",
        keys,
        row ->
            disciplines.put(
                row.getLong(1),
                new Known(
                    row.getString(2),
                    LocalizedText.of(row.getString(3), row.getString(4), row.getString(5)),
                    row.getInt(6))));
    return disciplines;
  }

  private void rows(String select, Set<Long> keys, Row each) {
    if (keys.isEmpty()) {
      return;
    }
    String places = String.join(", ", Collections.nCopies(keys.size(), "?"));
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(select + " WHERE id IN (" + places + ")")) {
      int at = 1;
      for (Long key : keys) {
        statement.setLong(at++, key);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          each.read(row);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a version of a plan cannot be read", e);
    }
  }
}
