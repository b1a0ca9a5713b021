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
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.GroupSize;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.UniversityTime;

/** Sections of a term that more want than there are seats, and groups that too few want. */
@Stateless
@Guarded
public class CampaignSections {

  private static final String SECTIONS =
      "SELECT o.uuid, x.uuid, o.code, x.code, x.kind, d.code, d.name_kk, d.name_ru, d.name_en,"
          + " q.capacity, q.taken, q.waiting, COALESCE(r.refused, 0), IF(x.kind = 'GROUP' AND q.taken"
          + " < q.capacity, (SELECT CONCAT(i.component, ' ', p.level) FROM enrolment_place ep JOIN"
          + " enrolment e ON e.id = ep.enrolment_id JOIN student s ON s.id = e.student_id JOIN"
          + " curriculum_item i ON i.curriculum_id = s.curriculum_id AND i.discipline_id ="
          + " o.discipline_id JOIN programme p ON p.id = s.programme_id WHERE ep.section_id = x.id"
          + " AND i.component IS NOT NULL GROUP BY i.component, p.level ORDER BY COUNT(*) DESC LIMIT"
          + " 1), NULL), IF(x.kind = 'GROUP' AND q.taken = 0, (SELECT CONCAT(i.component, ' ',"
          + " p.level) FROM curriculum_item i JOIN curriculum c ON c.id = i.curriculum_id JOIN"
          + " programme p ON p.id = c.programme_id WHERE i.discipline_id = o.discipline_id AND"
          + " i.component IS NOT NULL ORDER BY c.admission_year DESC LIMIT 1), NULL) FROM section x"
          + " JOIN offering o ON o.id = x.offering_id JOIN term t ON t.id = o.term_id JOIN discipline"
          + " d ON d.id = o.discipline_id JOIN org_unit u ON u.id = d.department_id JOIN (SELECT"
          + " section_id, SUM(capacity) AS capacity, SUM(taken) AS taken, SUM(IF(pool = 'ALL',"
          + " waiting, 0)) AS waiting FROM section_seat GROUP BY section_id) q ON q.section_id = x.id"
          + " LEFT JOIN (SELECT l.section_id, COUNT(DISTINCT l.student_id) AS refused FROM"
          + " registration_log l JOIN section x2 ON x2.id = l.section_id JOIN offering o2 ON o2.id ="
          + " x2.offering_id JOIN term t2 ON t2.id = o2.term_id WHERE t2.code = ? AND l.act ="
          + " 'REFUSED' AND l.verdict LIKE '%registration.full%' AND NOT EXISTS (SELECT 1 FROM"
          + " enrolment e WHERE e.offering_id = o2.id AND e.student_id = l.student_id AND e.status"
          + " IN ('REQUESTED', 'WAITLISTED', 'ENROLLED', 'COMPLETED')) GROUP BY l.section_id) r ON"
          + " r.section_id = x.id WHERE t.code = ? AND x.status = 'OPEN' AND o.status = 'OPEN' AND ";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /**
   * A section.
   *
   * @param offering public id
   * @param id public id
   * @param refused students whom the log refused for want of a seat and who got none elsewhere
   * @param small why the group is too small; null where it is not
   */
  public record Loaded(
      String offering,
      String id,
      String offeringCode,
      String code,
      SectionKind kind,
      String discipline,
      LocalizedText name,
      int capacity,
      int taken,
      int waiting,
      int refused,
      Refusal small)
      implements Serializable {

    /** How many want a seat. */
    public int demand() {
      return taken + waiting + refused;
    }

    /** Wishes beyond the seats; negative where seats are left. */
    public int over() {
      return demand() - capacity;
    }
  }

  /**
   * Sections to look at.
   *
   * @param visible whether the caller answers for sections at all
   * @param over more wanted than there are seats, the largest want first
   * @param small electives' groups below the minimum, the emptiest first
   */
  public record Load(
      boolean visible, int sections, int seats, int taken, List<Loaded> over, List<Loaded> small)
      implements Serializable {}

  /**
   * Sections of a term: a dean's own school's, none for an adviser.
   *
   * @param term code; an unknown one has none
   */
  @RolesAllowed(Permissions.CAMPAIGN_READ)
  public Load of(String term) {
    List<Object> values = new ArrayList<>(List.of(term, term));
    String condition = condition(values);
    if (condition == null) {
      return new Load(false, 0, 0, 0, List.of(), List.of());
    }
    List<Loaded> all = new ArrayList<>();
    Map<Level, RuleSet> known = new EnumMap<>(Level.class);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SECTIONS + condition)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          all.add(section(row, known));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("sections cannot be read", e);
    }
    return new Load(
        true,
        all.size(),
        all.stream().mapToInt(Loaded::capacity).sum(),
        all.stream().mapToInt(Loaded::taken).sum(),
        all.stream()
            .filter(one -> one.over() > 0)
            .sorted(
                Comparator.comparingInt(Loaded::over)
                    .reversed()
                    .thenComparing(Loaded::offeringCode)
                    .thenComparing(Loaded::code))
            .toList(),
        all.stream()
            .filter(one -> one.small() != null)
            .sorted(
                Comparator.comparingInt(Loaded::taken)
                    .thenComparing(Loaded::offeringCode)
                    .thenComparing(Loaded::code))
            .toList());
  }

  private Loaded section(ResultSet row, Map<Level, RuleSet> known) throws SQLException {
    String nature = row.getString(14) == null ? row.getString(15) : row.getString(14);
    return new Loaded(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        SectionKind.valueOf(row.getString(5)),
        row.getString(6),
        LocalizedText.of(row.getString(7), row.getString(8), row.getString(9)),
        row.getInt(10),
        row.getInt(11),
        row.getInt(12),
        row.getInt(13),
        nature == null ? null : small(row.getString(4), row.getInt(11), nature, known));
  }

  /** REG-4, asked with the component and level most of its students have it in. */
  private Refusal small(String group, int taken, String nature, Map<Level, RuleSet> known) {
    String[] parts = nature.split(" ");
    Level level = Level.valueOf(parts[1]);
    RuleSet set = known.computeIfAbsent(level, one -> rules.inForce(one, time.today()));
    return GroupSize.judge(group, taken, Component.valueOf(parts[0]), level, set)
        .warnings()
        .stream()
        .findFirst()
        .orElse(null);
  }

  private String condition(List<Object> values) {
    Set<Scope> scopes = access.scopes(Permissions.CAMPAIGN_READ);
    if (scopes.contains(Scope.ALL)) {
      return "TRUE";
    }
    Set<Long> schools = access.current().schools(Permissions.CAMPAIGN_READ, time.today());
    if (!scopes.contains(Scope.OWN_SCHOOL) || schools.isEmpty()) {
      return null;
    }
    values.addAll(schools);
    return "u.parent_id IN (" + String.join(", ", Collections.nCopies(schools.size(), "?")) + ")";
  }
}
