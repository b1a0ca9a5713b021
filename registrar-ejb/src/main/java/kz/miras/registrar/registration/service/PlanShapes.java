package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.service.PlanDifference.Shape;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;

/** Reads the lines of earlier versions of plans, as their histories keep them. */
@ApplicationScoped
class PlanShapes {

  /** Acts that change what a plan wants. */
  static final Set<String> CHANGING = Set.of("SUBMITTED", "CHANGED");

  /** Acts that change nothing of what was submitted. */
  private static final Set<String> UNTOLD = Set.of("CHOSEN", PlanView.REFUSED);

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

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

  /** The lines of a version; drafts are left out. */
  List<Shape> of(PlanView.Event event) {
    return of(List.of(event)).get(0);
  }

  /** The lines of many versions, in the order asked, with as many statements as of one. */
  List<List<Shape>> of(List<PlanView.Event> events) {
    List<List<PlanLines.Kept>> versions =
        events.stream()
            .map(
                event ->
                    Arrays.stream(Json.read(event.content(), PlanLines.Kept[].class))
                        .filter(line -> !line.status().equals(PlanLineStatus.CHOSEN.name()))
                        .toList())
            .toList();
    List<PlanLines.Kept> all = versions.stream().flatMap(List::stream).toList();
    Map<Long, String> terms =
        names("SELECT id, code FROM term", all, line -> Stream.of(line.term()));
    Map<Long, String> sections =
        names(
            "SELECT id, code FROM section", all, line -> Stream.of(line.section(), line.stream()));
    Map<Long, Known> disciplines = disciplines(all);
    return versions.stream()
        .map(
            kept ->
                kept.stream()
                    .filter(line -> disciplines.containsKey(line.discipline()))
                    .map(
                        line ->
                            shape(
                                line,
                                terms.get(line.term()),
                                disciplines.get(line.discipline()),
                                sections))
                    .toList())
        .toList();
  }

  private static Shape shape(
      PlanLines.Kept line, String term, Known of, Map<Long, String> sections) {
    return new Shape(
        term,
        of.code(),
        of.name(),
        of.credits(),
        EnrolmentType.valueOf(line.type()),
        line.language(),
        sections.get(line.section()),
        sections.get(line.stream()));
  }

  /**
   * The history of a plan with what each submission or change after the first did to its lines;
   * drafts and refusals are left out.
   */
  List<Step> steps(PlanView plan) {
    List<PlanView.Event> told =
        plan.events().stream().filter(event -> !UNTOLD.contains(event.act())).toList();
    List<PlanView.Event> changing =
        told.stream()
            .filter(event -> CHANGING.contains(event.act()) && event.content() != null)
            .toList();
    List<List<Shape>> versions = of(changing);
    List<Step> steps = new ArrayList<>();
    for (PlanView.Event event : told) {
      int at = changing.indexOf(event);
      steps.add(
          new Step(
              event,
              at < 1 ? List.of() : PlanDifference.between(versions.get(at - 1), versions.get(at))));
    }
    return steps;
  }

  /** A discipline of an earlier version. */
  private record Known(String code, LocalizedText name, int credits) {}

  /** Reads one row into a map. */
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private Map<Long, String> names(
      String select, List<PlanLines.Kept> kept, Function<PlanLines.Kept, Stream<Long>> key) {
    Map<Long, String> names = new HashMap<>();
    Set<Long> keys =
        kept.stream().flatMap(key).filter(Objects::nonNull).collect(Collectors.toSet());
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
    String places = Statements.places(keys.size());
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
