package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.analysis.AnalysisScope.Narrow;
import kz.miras.registrar.achievement.service.analysis.SessionView.Owing;
import kz.miras.registrar.achievement.service.analysis.SessionView.School;
import kz.miras.registrar.achievement.service.analysis.SessionView.Unit;
import kz.miras.registrar.achievement.service.analysis.UnsubmittedSheets.Unsubmitted;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.shared.LocalizedText;

/** How far the sheets of a term are, by school and department, and who is late with which. */
@Stateless
@Guarded
public class SessionQueries {

  private static final String STATES =
      "SELECT v.code, v.name_kk, v.name_ru, v.name_en, u.code, u.name_kk, u.name_ru, u.name_en,"
          + " h.status, COUNT(*) FROM sheet h JOIN term t ON t.id = h.term_id JOIN discipline d ON"
          + " d.id = h.discipline_id JOIN org_unit u ON u.id = d.department_id JOIN org_unit v ON"
          + " v.id = COALESCE(u.parent_id, u.id) WHERE h.kind <> 'RATING' AND t.code = ? AND ";
  private static final String GROUPS = " GROUP BY v.id, u.id, h.status ORDER BY v.code, u.code";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private AnalysisScope scope;
  @Inject private UnsubmittedSheets unsubmitted;

  /** The sheets of a term as they are now, of those the caller may see. */
  @RolesAllowed(Permissions.ANALYTICS_READ)
  public SessionView of(String term) {
    Narrow own = scope.sheets();
    List<Unsubmitted> open = unsubmitted.of(term, own);
    Map<String, Unit> schools = new LinkedHashMap<>();
    Map<String, Map<String, Unit>> departments = new LinkedHashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(STATES + own.sql() + GROUPS)) {
      select.setString(1, term);
      for (int i = 0; i < own.values().size(); i++) {
        select.setObject(i + 2, own.values().get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Map<SheetStatus, Integer> states = new EnumMap<>(SheetStatus.class);
          states.put(SheetStatus.valueOf(row.getString(9)), row.getInt(10));
          add(schools, row.getString(1), text(row, 2), states);
          add(
              departments.computeIfAbsent(row.getString(1), key -> new LinkedHashMap<>()),
              row.getString(5),
              text(row, 6),
              states);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the sheets of a session cannot be counted", e);
    }
    for (Unsubmitted one : open) {
      lateness(schools, one.school(), one);
      lateness(departments.getOrDefault(one.school(), Map.of()), one.department(), one);
    }
    return new SessionView(
        schools.values().stream().reduce(Unit.empty("", null), Unit::plus),
        schools.values().stream()
            .map(unit -> new School(unit, List.copyOf(departments.get(unit.code()).values())))
            .toList(),
        owing(open.stream().filter(Unsubmitted::late).toList()));
  }

  private static void add(
      Map<String, Unit> units, String code, LocalizedText name, Map<SheetStatus, Integer> states) {
    Unit more = new Unit(code, name, states, 0, 0, 0);
    units.merge(code, Unit.empty(code, name).plus(more), (known, other) -> known.plus(other));
  }

  private static void lateness(Map<String, Unit> units, String code, Unsubmitted one) {
    units.computeIfPresent(
        code,
        (key, unit) ->
            unit.plus(
                new Unit(
                    code,
                    unit.name(),
                    new EnumMap<>(SheetStatus.class),
                    one.late() ? 1 : 0,
                    one.due() ? 1 : 0,
                    one.sheet().missing())));
  }

  private static List<Owing> owing(List<Unsubmitted> owed) {
    Map<Long, List<Unsubmitted>> byPerson = new LinkedHashMap<>();
    owed.forEach(one -> byPerson.computeIfAbsent(one.teacher(), key -> new ArrayList<>()).add(one));
    return byPerson.values().stream()
        .map(
            sheets ->
                new Owing(
                    sheets.get(0).name(),
                    sheets.get(0).department(),
                    sheets.stream().map(Unsubmitted::sheet).toList(),
                    sheets.get(0).reminded()))
        .toList();
  }

  private static LocalizedText text(ResultSet row, int from) throws SQLException {
    return LocalizedText.of(row.getString(from), row.getString(from + 1), row.getString(from + 2));
  }
}
