package kz.miras.registrar.curriculum.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;

/** The teaching staff; advisers and examiners too. */
@ApplicationScoped
public class TeacherList implements RecordList {

  @Inject private Catalogue catalogue;

  @Override
  public String code() {
    return "teachers";
  }

  @Override
  public String permission() {
    return Permissions.CATALOGUE_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("personnel_no", 32),
        Field.text("last_name", 100),
        Field.text("first_name", 100),
        Field.text("patronymic", 100).optional(),
        Field.text("department", 32),
        Field.text("position", 200).optional(),
        Field.text("email", 200).optional(),
        Field.flag("active").optional());
  }

  @Override
  public List<String> key() {
    return List.of("personnel_no");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<Teacher> {

    private final Map<String, OrgUnit> units = Catalogue.by(catalogue.units(), OrgUnit::getCode);

    Records() {
      catalogue.teachers().forEach(teacher -> know(teacher.getPersonnelNo(), teacher));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("personnel_no");
    }

    @Override
    protected Map<String, String> values(Teacher teacher) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("personnel_no", teacher.getPersonnelNo());
      values.put("last_name", teacher.getLastName());
      values.put("first_name", teacher.getFirstName());
      values.put("patronymic", teacher.getPatronymic());
      values.put("department", teacher.getDepartment().getCode());
      values.put("position", teacher.getPosition());
      values.put("email", teacher.getEmail());
      values.put("active", String.valueOf(teacher.isActive()));
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      values.putIfAbsent("active", "true");
      return Checks.known(
          "department", values.get("department"), units.get(values.get("department")));
    }

    @Override
    protected Teacher create(Map<String, String> values) {
      Teacher teacher =
          new Teacher(
              values.get("personnel_no"),
              values.get("last_name"),
              values.get("first_name"),
              values.get("patronymic"),
              units.get(values.get("department")),
              values.get("position"),
              values.get("email"));
      teacher.activate(!"false".equals(values.get("active")));
      catalogue.add(teacher);
      return teacher;
    }

    @Override
    protected void change(Teacher teacher, Map<String, String> values) {
      teacher.edit(
          values.get("personnel_no"),
          values.get("last_name"),
          values.get("first_name"),
          values.get("patronymic"),
          units.get(values.get("department")),
          values.get("position"),
          values.get("email"));
      teacher.activate(!"false".equals(values.get("active")));
    }
  }
}
