package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Statements;

/** What printed study plans say beside the plans (domain 3.7). */
@ApplicationScoped
class PlanPapers {

  private static final String NEEDS =
      "SELECT d.code, GROUP_CONCAT(r.code ORDER BY r.code SEPARATOR ', ') FROM discipline d JOIN"
          + " prerequisite q ON q.discipline_id = d.id JOIN discipline r ON r.id = q.requires_id"
          + " WHERE d.code IN (%s) GROUP BY d.code";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Codes of what the disciplines of plans need first, by their codes; nothing where one is free.
   */
  Map<String, String> prerequisites(Collection<PlanView> plans) {
    List<String> codes =
        plans.stream()
            .flatMap(plan -> plan.lines().stream())
            .map(PlanView.Line::discipline)
            .distinct()
            .toList();
    Map<String, String> needs = new HashMap<>();
    if (codes.isEmpty()) {
      return needs;
    }
    String in = Statements.places(codes.size());
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(String.format(NEEDS, in))) {
      for (int i = 0; i < codes.size(); i++) {
        select.setString(i + 1, codes.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          needs.put(row.getString(1), row.getString(2));
        }
      }
      return needs;
    } catch (SQLException e) {
      throw new IllegalStateException("prerequisites of plans cannot be read", e);
    }
  }
}
