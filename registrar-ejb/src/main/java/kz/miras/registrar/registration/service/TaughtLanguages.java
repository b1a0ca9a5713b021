package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.student.Student;

/** REG-22. In which languages disciplines are taught before a group is chosen. */
@ApplicationScoped
class TaughtLanguages {

  private static final String FIND =
      "SELECT d.id, (SELECT MAX(e.languages) FROM elective_catalogue c JOIN elective_entry e ON"
          + " e.catalogue_id = c.id WHERE c.curriculum_id = ? AND c.academic_year_id = ? AND"
          + " c.force_key = 1 AND e.discipline_id = d.id), EXISTS (SELECT 1 FROM curriculum_item i"
          + " WHERE i.curriculum_id = ? AND i.discipline_id = d.id), (SELECT GROUP_CONCAT(DISTINCT"
          + " o.language SEPARATOR ' ') FROM offering o WHERE o.term_id = ? AND o.discipline_id = d.id"
          + " AND o.status = 'OPEN'), (SELECT GROUP_CONCAT(DISTINCT s.language SEPARATOR ' ') FROM"
          + " summer_discipline s JOIN summer_plan p ON p.id = s.plan_id WHERE p.term_id = ? AND"
          + " s.discipline_id = d.id) FROM discipline d WHERE d.id IN (%s)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Languages of disciplines for a student in a term: those the catalogue of the year names, else
   * those of the programme, and those of what is offered. Nothing where nobody teaches it there.
   *
   * @param disciplines keys
   * @return by key of the discipline
   */
  Map<Long, Set<Language>> of(Student student, Term term, Collection<Long> disciplines) {
    Map<Long, Set<Language>> taught = new HashMap<>();
    Set<Long> asked = new TreeSet<>(disciplines);
    if (asked.isEmpty()) {
      return taught;
    }
    String places = Statements.places(asked.size());
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(String.format(FIND, places))) {
      int at = 1;
      select.setLong(at++, student.getCurriculum().getId());
      select.setLong(at++, term.getAcademicYear().getId());
      select.setLong(at++, student.getCurriculum().getId());
      select.setLong(at++, term.getId());
      select.setLong(at++, term.getId());
      for (long discipline : asked) {
        select.setLong(at++, discipline);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String entry = row.getString(2);
          boolean planned = entry != null || row.getBoolean(3);
          Set<Language> languages =
              planned
                  ? known(entry == null ? student.getProgramme().getLanguages() : entry)
                  : none();
          if (planned && languages.isEmpty()) {
            languages.addAll(EnumSet.allOf(Language.class));
          }
          languages.addAll(known(row.getString(4)));
          languages.addAll(known(row.getString(5)));
          taught.put(row.getLong(1), languages);
        }
      }
      return taught;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static Set<Language> none() {
    return EnumSet.noneOf(Language.class);
  }

  private static Set<Language> known(String tags) {
    Set<Language> known = none();
    if (tags != null) {
      for (Language language : Language.values()) {
        if (Checks.words(tags).contains(language.tag())) {
          known.add(language);
        }
      }
    }
    return known;
  }
}
