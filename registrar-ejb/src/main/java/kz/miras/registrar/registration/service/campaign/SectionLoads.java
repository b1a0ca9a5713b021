package kz.miras.registrar.registration.service.campaign;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.GroupSize;
import kz.miras.registrar.registration.SectionClosing;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.service.SectionLoadSql;
import kz.miras.registrar.registration.service.TermRules;
import kz.miras.registrar.registration.service.campaign.CampaignSections.Loaded;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** How many want, have and were refused seats of the open sections of a term. */
@ApplicationScoped
class SectionLoads {

  private static final String SECTIONS =
      "SELECT x.id, x.closing, o.uuid, x.uuid, o.code, x.code, x.kind, d.code, d.name_kk, d.name_ru,"
          + " d.name_en, q.capacity, q.taken, "
          + SectionLoadSql.WAITING
          + ", COALESCE(r.refused, 0), IF("
          + SectionLoadSql.JUDGED
          + " AND q.taken < q.capacity, "
          + SectionLoadSql.NATURE
          + ", NULL), IF(x.kind = 'LECTURE', "
          + SectionLoadSql.STREAMS
          + ", 0) FROM section x JOIN offering o ON o.id = x.offering_id JOIN term t ON t.id ="
          + " o.term_id JOIN discipline d ON d.id = o.discipline_id JOIN org_unit u ON u.id ="
          + " d.department_id JOIN "
          + SectionLoadSql.SEATS
          + " q ON q.section_id = x.id LEFT JOIN (SELECT l.section_id, COUNT(DISTINCT"
          + " l.student_id) AS refused FROM registration_log l JOIN section x2 ON x2.id ="
          + " l.section_id JOIN offering o2 ON o2.id = x2.offering_id JOIN term t2 ON t2.id ="
          + " o2.term_id WHERE t2.code = ? AND l.act = 'REFUSED' AND l.verdict LIKE"
          + " '%registration.full%' AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.offering_id ="
          + " o2.id AND e.student_id = l.student_id AND e.status IN ('REQUESTED', 'WAITLISTED',"
          + " 'ENROLLED', 'COMPLETED')) GROUP BY l.section_id) r ON r.section_id = x.id WHERE"
          + " t.code = ? AND x.status = 'OPEN' AND o.status = 'OPEN' AND ";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private TermRules rules;
  @Inject private Calendars calendars;

  /**
   * Sections of a term, in no order.
   *
   * @param condition SQL that narrows them, with values of its own
   */
  List<Loaded> read(String term, String condition, List<?> own) {
    List<Object> values = new ArrayList<>(List.of(term, term));
    values.addAll(own);
    List<Loaded> all = new ArrayList<>();
    Term of = calendars.term(term).orElse(null);
    if (of == null) {
      return all;
    }
    Map<Level, RuleSet> known = new EnumMap<>(Level.class);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SECTIONS + condition)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          all.add(section(row, of, known));
        }
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException("sections cannot be read", e);
    }
  }

  private Loaded section(ResultSet row, Term term, Map<Level, RuleSet> known) throws SQLException {
    String nature = row.getString(16);
    return new Loaded(
        row.getLong(1),
        row.getString(2) == null ? null : SectionClosing.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        SectionKind.valueOf(row.getString(7)),
        row.getString(8),
        LocalizedText.of(row.getString(9), row.getString(10), row.getString(11)),
        row.getInt(12),
        row.getInt(13),
        row.getInt(14),
        row.getInt(15),
        nature == null ? null : small(row, nature, term, known));
  }

  /** REG-4, asked with the component and level most of its students have it in. */
  private Refusal small(ResultSet row, String nature, Term term, Map<Level, RuleSet> known)
      throws SQLException {
    String[] parts = nature.split(" ");
    Component component = Component.valueOf(parts[0]);
    Level level = Level.valueOf(parts[1]);
    RuleSet set = known.computeIfAbsent(level, one -> rules.of(one, term));
    String code = row.getString(6);
    int taken = row.getInt(13);
    Verdict verdict =
        SectionKind.valueOf(row.getString(7)) == SectionKind.GROUP
            ? GroupSize.judge(code, taken, component, level, set)
            : GroupSize.stream(code, taken, row.getInt(17), component, level, set);
    return verdict.warnings().stream().findFirst().orElse(null);
  }
}
