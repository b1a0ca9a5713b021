package kz.miras.registrar.registration.service.campaign;

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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.plan.PlanProgress;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Advisers;

/** How far the registration for a term is, by school, programme and adviser. */
@Stateless
@Guarded
public class CampaignQueries {

  private static final String SELECT =
      "SELECT u.code, u.name_kk, u.name_ru, u.name_en, p.code, p.name_kk, p.name_ru, p.name_en, "
          + ProgressSql.ADVISER
          + ", "
          + ProgressSql.STATE
          + " AS progress, COUNT(*), SUM("
          + ProgressSql.WAITS
          + " > 0) FROM "
          + ProgressSql.FROM
          + " AND t.code = ? AND (";
  private static final String GROUPS =
      ") GROUP BY u.id, p.id, a.id, progress ORDER BY u.code, p.code, a.last_name, a.first_name";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * Some students and how far they are.
   *
   * @param code of the school or programme, or name and number of the adviser; empty for who has
   *     none
   * @param name null for an adviser
   * @param counts students by progress; all of them are there
   * @param waiting students with a place in a waiting list
   */
  public record Part(
      String code, LocalizedText name, Map<PlanProgress, Integer> counts, int waiting)
      implements Serializable {

    public int students() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int count(PlanProgress of) {
      return counts.get(of);
    }

    /** Students whose plan of the term is confirmed, in percent. */
    public int percentDone() {
      return students() == 0 ? 0 : 100 * count(PlanProgress.REGISTERED) / students();
    }

    Part plus(PlanProgress progress, int students, int waiting) {
      Map<PlanProgress, Integer> sum = new EnumMap<>(counts);
      sum.merge(progress, students, Integer::sum);
      return new Part(code, name, sum, this.waiting + waiting);
    }

    static Part empty(String code, LocalizedText name) {
      Map<PlanProgress, Integer> counts = new EnumMap<>(PlanProgress.class);
      for (PlanProgress progress : PlanProgress.values()) {
        counts.put(progress, 0);
      }
      return new Part(code, name, counts, 0);
    }
  }

  /** A campaign: everybody together, and by school, programme and adviser. */
  public record Campaign(
      String term, Part all, List<Part> schools, List<Part> programmes, List<Part> advisers)
      implements Serializable {}

  /** Sums up while rows are read. */
  private static final class Sums {
    private final Map<String, Part> parts = new LinkedHashMap<>();

    void add(String code, LocalizedText name, PlanProgress progress, int students, int waiting) {
      parts.put(
          code, parts.getOrDefault(code, Part.empty(code, name)).plus(progress, students, waiting));
    }

    List<Part> list() {
      return List.copyOf(parts.values());
    }

    /** Those with most students of a state first. */
    List<Part> most(PlanProgress of) {
      return parts.values().stream()
          .sorted(Comparator.comparingInt((Part part) -> part.count(of)).reversed())
          .toList();
    }
  }

  /**
   * The campaign of a term, of those students the caller answers for.
   *
   * @param term code; an unknown one has nobody in it
   */
  @RolesAllowed(Permissions.CAMPAIGN_READ)
  public Campaign of(String term) {
    List<Object> values = new ArrayList<>(List.of(term));
    String condition = condition(values);
    Sums all = new Sums();
    Sums schools = new Sums();
    Sums programmes = new Sums();
    Sums advisers = new Sums();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT + condition + GROUPS)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          PlanProgress progress = PlanProgress.valueOf(row.getString(10));
          int students = row.getInt(11);
          int waiting = row.getInt(12);
          String adviser = row.getString(9) == null ? "" : row.getString(9);
          all.add("", null, progress, students, waiting);
          schools.add(row.getString(1), text(row, 2), progress, students, waiting);
          programmes.add(row.getString(5), text(row, 6), progress, students, waiting);
          advisers.add(adviser, null, progress, students, waiting);
        }
      }
      return new Campaign(
          term,
          all.list().stream().findFirst().orElse(Part.empty("", null)),
          schools.list(),
          programmes.list(),
          advisers.most(PlanProgress.SUBMITTED));
    } catch (SQLException e) {
      throw new IllegalStateException("the progress of registration cannot be read", e);
    }
  }

  private static LocalizedText text(ResultSet row, int from) throws SQLException {
    return LocalizedText.of(row.getString(from), row.getString(from + 1), row.getString(from + 2));
  }

  /** Whom the caller answers for, as a condition with its values. */
  private String condition(List<Object> values) {
    Set<Scope> scopes = access.scopes(Permissions.CAMPAIGN_READ);
    if (scopes.contains(Scope.ALL)) {
      return "TRUE";
    }
    Actor actor = access.current();
    List<String> any = new ArrayList<>(List.of("FALSE"));
    Set<Long> schools = actor.schools(Permissions.CAMPAIGN_READ, time.today());
    if (scopes.contains(Scope.OWN_SCHOOL) && !schools.isEmpty()) {
      any.add("u.id IN (" + Statements.places(schools.size()) + ")");
      values.addAll(schools);
    }
    if (scopes.contains(Scope.OWN_ADVISEES) && actor.teacherId() != null) {
      any.add(Advisers.OWN_ADVISEES.replace(":teacher", "?"));
      values.add(actor.teacherId());
      values.add(actor.teacherId());
    }
    return String.join(" OR ", any);
  }
}
