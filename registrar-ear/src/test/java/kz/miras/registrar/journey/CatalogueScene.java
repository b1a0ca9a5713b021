package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * An academic year far ahead and two programmes with electives in it: those of the first have been
 * described in catalogues of other years, one of the second never has.
 */
final class CatalogueScene {

  static final int YEAR = 2103;
  static final String DESCRIBED = "7M99-03";
  static final String UNDESCRIBED = "7M99-04";

  /** Code of the elective nobody has described. */
  static final String NEW = "CAT-2103";

  private CatalogueScene() {}

  /**
   * Lays it.
   *
   * @param student login of the one student of the first programme
   */
  static void lay(Connection database, String student) throws SQLException {
    OwnTerm.lay(database, "CAT-2103-1", YEAR);
    MasterProgramme.lay(database, DESCRIBED, YEAR);
    MasterProgramme.admit(database, DESCRIBED, "CAT-1", "Каталогов");
    MasterProgramme.tie(database, student, "CAT-1");
    MasterProgramme.lay(database, UNDESCRIBED, YEAR);
    MasterProgramme.admit(database, UNDESCRIBED, "CAT-2", "Каталогова");
    Staff.run(
        database,
        "INSERT INTO discipline (id, uuid, code, code_kk, code_en, name_kk, name_ru, name_en,"
            + " credits, control_form, department_id) SELECT NEXTVAL(curriculum_seq), UUID(), ?, ?,"
            + " ?, 'Жаңа таңдау пәні', 'Новая дисциплина по выбору', 'A new elective', 5, 'EXAM',"
            + " MIN(d.department_id) FROM discipline d",
        NEW,
        NEW,
        NEW);
    electives(database, DESCRIBED);
    electives(database, UNDESCRIBED);
    Staff.run(
        database,
        "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component,"
            + " choice_block, choice_credits) SELECT NEXTVAL(curriculum_seq), c.id, d.id, 1,"
            + " 'PROFILE', 'ELECTIVE', 'КВ-1', 5 FROM curriculum c JOIN programme p ON p.id ="
            + " c.programme_id, discipline d WHERE p.code = ? AND d.code = ?",
        UNDESCRIBED,
        NEW);
  }

  /** Three that have been described, of which one is to be chosen. */
  private static void electives(Connection database, String programme) throws SQLException {
    for (int i = 0; i < 3; i++) {
      Staff.run(
          database,
          "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component,"
              + " choice_block, choice_credits) SELECT NEXTVAL(curriculum_seq), c.id, (SELECT"
              + " e.discipline_id FROM elective_entry e JOIN discipline d ON d.id = e.discipline_id"
              + " WHERE d.credits = 5 AND d.active GROUP BY e.discipline_id HAVING"
              + " SUM(e.description_kk IS NULL OR e.description_ru IS NULL OR e.description_en IS"
              + " NULL) = 0 ORDER BY e.discipline_id LIMIT 1 OFFSET "
              + i
              + "), 1, 'PROFILE', 'ELECTIVE', 'КВ-1', 5 FROM curriculum c JOIN programme p ON p.id ="
              + " c.programme_id WHERE p.code = ?",
          programme);
    }
  }
}
