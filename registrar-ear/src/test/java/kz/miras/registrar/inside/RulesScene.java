package kz.miras.registrar.inside;

import java.sql.SQLException;
import java.util.Locale;

/** Rules that are in force nowhere but for a sheet of a test. */
final class RulesScene {

  private RulesScene() {}

  /**
   * The code of a copy of the rules of a sheet in which one parameter has another value.
   *
   * @param sheet public id
   */
  static String with(String sheet, String parameter, String value) throws SQLException {
    long rules = Scene.next("curriculum_seq");
    // behind those of every policy, whatever asks for the first or the latest
    String code = "testing-" + parameter.toLowerCase(Locale.ROOT) + "-" + rules;
    String earlier = Scene.text("SELECT rule_set_code FROM sheet WHERE uuid = ?", sheet);
    Scene.change(
        "INSERT INTO rule_set (id, code, level, valid_from, approved_by) SELECT ?, ?, level,"
            + " '1902-01-01' + INTERVAL ? DAY, 'for this test' FROM rule_set WHERE code = ?",
        rules,
        code,
        rules % 3000,
        earlier);
    Scene.change(
        "INSERT INTO rule_value (rule_set_id, parameter, value) SELECT ?, v.parameter, v.value FROM"
            + " rule_value v JOIN rule_set s ON s.id = v.rule_set_id WHERE s.code = ? AND"
            + " v.parameter <> ?",
        rules,
        earlier,
        parameter);
    Scene.change(
        "INSERT INTO rule_value (rule_set_id, parameter, value) VALUES (?, ?, ?)",
        rules,
        parameter,
        value);
    return code;
  }
}
