package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes students make to confirmed plans: another elective of the block, another group. */
final class DemoAmendments implements AutoCloseable {

  private static final String OTHER_ELECTIVE =
      "SELECT x.discipline_id FROM student s JOIN curriculum_item i ON i.curriculum_id ="
          + " s.curriculum_id JOIN curriculum_item x ON x.curriculum_id = i.curriculum_id AND"
          + " x.choice_block = i.choice_block AND x.discipline_id <> i.discipline_id WHERE s.id = ?"
          + " AND i.discipline_id = ? ORDER BY x.id LIMIT 1";
  private static final String OTHER_GROUP =
      "SELECT id FROM section WHERE offering_id = ? AND kind = 'GROUP' AND id <> ? ORDER BY id LIMIT 1";

  private final PreparedStatement elective;
  private final PreparedStatement group;

  DemoAmendments(Connection connection) throws SQLException {
    elective = connection.prepareStatement(OTHER_ELECTIVE);
    group = connection.prepareStatement(OTHER_GROUP);
  }

  /**
   * Lets a student change the elective and the group of another discipline, where there are two.
   */
  void amend(long student, DemoPlanStory story) throws SQLException {
    Map<DemoPlanStory.Line, DemoPlanStory.Line> before = new LinkedHashMap<>();
    List<DemoPlanStory.Line> coming = story.coming();
    for (DemoPlanStory.Line line : coming) {
      Long other = one(elective, student, line.discipline());
      if (other != null
          && before.isEmpty()
          && coming.stream().noneMatch(one -> one.discipline() == other)) {
        before.put(line, line.instead(other));
      }
    }
    for (DemoPlanStory.Line line : coming) {
      Long other = line.section() == null ? null : one(group, line.offering(), line.section());
      if (other != null && before.size() < 2 && !before.containsKey(line)) {
        before.put(line, line.in(other));
      }
    }
    if (!before.isEmpty()) {
      story.change(before);
    }
  }

  private static Long one(PreparedStatement select, long first, long second) throws SQLException {
    select.setLong(1, first);
    select.setLong(2, second);
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : null;
    }
  }

  @Override
  public void close() throws SQLException {
    elective.close();
    group.close();
  }
}
