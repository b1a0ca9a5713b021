package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.student.StudentGroup;

/** Who was in a group at the end of a term, and what they were enrolled in. */
@ApplicationScoped
public class GroupMembers {

  private static final String MEMBERS =
      "SELECT DISTINCT s.id FROM student_group g JOIN term t ON t.id = ? JOIN student s ON"
          + " s.group_id = g.id OR s.id IN (SELECT z.student_id FROM student_status_change z WHERE"
          + " z.from_group_id = g.id) LEFT JOIN student_status_change y ON y.id = (SELECT w.id FROM"
          + " student_status_change w WHERE w.student_id = s.id AND w.effective_on > t.ends_on AND"
          + " w.from_curriculum_id IS NOT NULL ORDER BY w.effective_on, w.id LIMIT 1) WHERE g.code ="
          + " ? AND IF(y.id IS NULL, s.group_id, y.from_group_id) = g.id AND (EXISTS (SELECT 1 FROM"
          + " achievement a WHERE a.student_id = s.id AND a.term_id = t.id) OR EXISTS (SELECT 1 FROM"
          + " enrolment n JOIN offering o ON o.id = n.offering_id WHERE n.student_id = s.id AND"
          + " o.term_id = t.id AND n.status IN ('ENROLLED', 'COMPLETED')))";

  private static final String GROUPS =
      "SELECT DISTINCT g.code FROM term t JOIN student s LEFT JOIN student_status_change y ON y.id ="
          + " (SELECT w.id FROM student_status_change w WHERE w.student_id = s.id AND w.effective_on >"
          + " t.ends_on AND w.from_curriculum_id IS NOT NULL ORDER BY w.effective_on, w.id LIMIT 1)"
          + " JOIN student_group g ON g.id = IF(y.id IS NULL, s.group_id, y.from_group_id) JOIN"
          + " curriculum c ON c.id = g.curriculum_id JOIN programme p ON p.id = c.programme_id WHERE"
          + " t.id = ? AND (? IS NULL OR p.code = ?) AND (EXISTS (SELECT 1 FROM achievement a WHERE"
          + " a.student_id = s.id AND a.term_id = t.id) OR EXISTS (SELECT 1 FROM enrolment n JOIN"
          + " offering o ON o.id = n.offering_id WHERE n.student_id = s.id AND o.term_id = t.id AND"
          + " n.status IN ('ENROLLED', 'COMPLETED')))";

  private static final String ENROLLED =
      "SELECT n.student_id, d.id, d.code, d.name_kk, d.name_ru, d.name_en, d.credits, n.type ="
          + " 'ADDITIONAL' FROM enrolment"
          + " n JOIN offering o ON o.id = n.offering_id JOIN discipline d ON d.id = o.discipline_id"
          + " WHERE o.term_id = ? AND n.status IN ('ENROLLED', 'COMPLETED') AND n.student_id IN (";

  private static final String NOW =
      "SELECT s.id FROM student s JOIN student_group g ON g.id = s.group_id WHERE g.code = ? AND"
          + " s.status IN ('STUDYING', 'ON_LEAVE', 'GRADUATED')";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A discipline somebody is enrolled in.
   *
   * @param key that of results
   * @param additional whether it is additional study, which is summed up apart
   */
  record Taken(String key, String code, LocalizedText name, int credits, boolean additional) {}

  /** Whose a group is. */
  public static Target target(StudentGroup group) {
    return Target.nobodys()
        .inSchool(group.getCurriculum().getProgramme().getSchool().getId())
        .advisedByAny(
            () -> group.getAdviser() == null ? Set.of() : Set.of(group.getAdviser().getId()));
  }

  /** Keys of the students of a group in a term who study in it. */
  public List<Long> of(String group, long term) {
    return keys(MEMBERS, term, group);
  }

  /**
   * Codes of the groups somebody studied in during a term.
   *
   * @param programme code; null for every programme
   */
  public Set<String> groups(long term, String programme) {
    return new HashSet<>(list(GROUPS, row -> row.getString(1), term, programme, programme));
  }

  /** Keys of the students a group has now, those included who have graduated from it. */
  List<Long> of(String group) {
    return keys(NOW, group);
  }

  private List<Long> keys(String sql, Object... values) {
    return list(sql, row -> row.getLong(1), values);
  }

  private <T> List<T> list(String sql, Statements.Reader<T> reader, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, Arrays.asList(values), reader);
    } catch (SQLException e) {
      throw new IllegalStateException("members of a group cannot be read", e);
    }
  }

  /** What each of these students is enrolled in. */
  Map<Long, List<Taken>> enrolled(Collection<Long> students, long term) {
    Map<Long, List<Taken>> taken = new HashMap<>();
    if (students.isEmpty()) {
      return taken;
    }
    String places = Statements.places(students.size());
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ENROLLED + places + ")")) {
      select.setLong(1, term);
      int at = 2;
      for (long student : students) {
        select.setLong(at++, student);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          taken
              .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
              .add(
                  new Taken(
                      "id:" + row.getLong(2),
                      row.getString(3),
                      LocalizedText.of(row.getString(4), row.getString(5), row.getString(6)),
                      row.getInt(7),
                      row.getBoolean(8)));
        }
      }
      return taken;
    } catch (SQLException e) {
      throw new IllegalStateException("enrolments of a group cannot be read", e);
    }
  }
}
