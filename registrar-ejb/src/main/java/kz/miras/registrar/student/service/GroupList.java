package kz.miras.registrar.student.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.student.StudentGroup;

/** Academic groups. */
@ApplicationScoped
public class GroupList implements RecordList {

  @Inject private Students students;
  @Inject private Catalogue catalogue;

  @Override
  public String code() {
    return "groups";
  }

  @Override
  public String permission() {
    return Permissions.STUDENT_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("code", 32),
        Field.text("programme", 16),
        Field.number("admission_year"),
        Field.choice("language", List.of("kk", "ru", "en")),
        Field.text("adviser", 32).optional());
  }

  @Override
  public List<String> key() {
    return List.of("code");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<StudentGroup> {

    private final Map<String, Teacher> teachers =
        Catalogue.by(catalogue.teachers(), Teacher::getPersonnelNo);
    private final Map<String, Curriculum> curricula =
        Catalogue.by(
            catalogue.curricula(), c -> c.getProgramme().getCode() + " " + c.getAdmissionYear());

    Records() {
      students.groups().forEach(group -> know(group.getCode(), group));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("code");
    }

    @Override
    protected Map<String, String> values(StudentGroup studentGroup) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("code", studentGroup.getCode());
      values.put("programme", studentGroup.getCurriculum().getProgramme().getCode());
      values.put("admission_year", String.valueOf(studentGroup.getCurriculum().getAdmissionYear()));
      values.put("language", studentGroup.getLanguage().tag());
      values.put(
          "adviser",
          studentGroup.getAdviser() == null ? null : studentGroup.getAdviser().getPersonnelNo());
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      Verdict verdict =
          Checks.known(
              "programme",
              values.get("programme") + " " + values.get("admission_year"),
              curricula.get(values.get("programme") + " " + values.get("admission_year")));
      return values.get("adviser") == null
          ? verdict
          : verdict.and(
              Checks.known("adviser", values.get("adviser"), teachers.get(values.get("adviser"))));
    }

    @Override
    protected StudentGroup create(Map<String, String> values) {
      StudentGroup group =
          new StudentGroup(
              values.get("code"),
              curricula.get(values.get("programme") + " " + values.get("admission_year")),
              Language.of(values.get("language")),
              teachers.get(values.get("adviser")));
      students.add(group);
      return group;
    }

    @Override
    protected void change(StudentGroup studentGroup, Map<String, String> values) {
      studentGroup.edit(
          values.get("code"),
          Language.of(values.get("language")),
          teachers.get(values.get("adviser")));
    }
  }
}
