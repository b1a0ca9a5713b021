package kz.miras.registrar.student.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Sex;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.PersonalRecord;
import kz.miras.registrar.student.Placement;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.StudentSound;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudyForm;

/** Students: the personal record and where they study. Status and course move by orders. */
@ApplicationScoped
public class StudentList implements RecordList {

  @Inject private Students students;
  @Inject private Catalogue catalogue;

  @Override
  public String code() {
    return "students";
  }

  @Override
  public String permission() {
    return Permissions.STUDENT_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("student_no", 32),
        Field.text("iin", 12).optional(),
        Field.flag("iin_confirmed").optional(),
        Field.text("last_name", 100),
        Field.text("first_name", 100),
        Field.text("patronymic", 100).optional(),
        Field.text("last_name_latin", 100),
        Field.text("first_name_latin", 100),
        Field.text("last_name_kk", 100).optional(),
        Field.text("first_name_kk", 100).optional(),
        Field.text("patronymic_kk", 100).optional(),
        Field.date("birth_date"),
        Field.choice("sex", Sex.class),
        Field.text("citizenship", 2).optional(),
        Field.text("identity_doc", 100).optional(),
        Field.text("identity_country", 2).optional(),
        Field.text("email", 200).optional(),
        Field.text("phone", 50).optional(),
        Field.text("programme", 16),
        Field.number("admission_year"),
        Field.text("group", 32).optional(),
        Field.number("course_year"),
        Field.choice("study_form", StudyForm.class),
        Field.choice("study_language", List.of("kk", "ru", "en")),
        Field.choice("funding", Funding.class),
        Field.text("adviser", 32).optional(),
        Field.text("previous_education", 300).optional(),
        Field.text("entrance_exams", 500).optional());
  }

  @Override
  public List<String> key() {
    return List.of("student_no");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<Student> {

    private final Map<String, Teacher> teachers =
        Catalogue.by(catalogue.teachers(), Teacher::getPersonnelNo);
    private final Map<String, StudentGroup> groups =
        Catalogue.by(students.groups(), StudentGroup::getCode);
    private final Map<String, Curriculum> curricula =
        Catalogue.by(
            catalogue.curricula(), c -> c.getProgramme().getCode() + " " + c.getAdmissionYear());
    private final Map<String, String> holders = new HashMap<>();

    Records() {
      for (Student student : students.all()) {
        know(student.getStudentNo(), student);
        holders.put(student.getIin(), student.getStudentNo());
      }
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("student_no");
    }

    @Override
    protected Map<String, String> values(Student student) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("student_no", student.getStudentNo());
      values.put("iin", student.getIin());
      values.put("iin_confirmed", String.valueOf(student.isIinConfirmed()));
      values.put("last_name", student.getLastName());
      values.put("first_name", student.getFirstName());
      values.put("patronymic", student.getPatronymic());
      values.put("last_name_latin", student.getLastNameLatin());
      values.put("first_name_latin", student.getFirstNameLatin());
      values.put("last_name_kk", student.getLastNameKazakh());
      values.put("first_name_kk", student.getFirstNameKazakh());
      values.put("patronymic_kk", student.getPatronymicKazakh());
      values.put("birth_date", student.getBirthDate().toString());
      values.put("sex", student.getSex().name());
      values.put("citizenship", student.getCitizenship());
      values.put("identity_doc", student.getIdentityDoc());
      values.put("identity_country", student.getIdentityCountry());
      values.put("email", student.getEmail());
      values.put("phone", student.getPhone());
      values.put("programme", student.getProgramme().getCode());
      values.put("admission_year", String.valueOf(student.getAdmissionYear()));
      values.put("group", student.getGroup() == null ? null : student.getGroup().getCode());
      values.put("course_year", String.valueOf(student.getCourseYear()));
      values.put("study_form", student.getStudyForm().name());
      values.put("study_language", student.getStudyLanguage().tag());
      values.put("funding", student.getFunding().name());
      values.put(
          "adviser", student.getAdviser() == null ? null : student.getAdviser().getPersonnelNo());
      values.put("previous_education", student.getPreviousEducation());
      values.put("entrance_exams", student.getEntranceExams());
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      values.computeIfPresent("citizenship", (key, code) -> code.toUpperCase(Locale.ROOT));
      values.computeIfPresent("identity_country", (key, code) -> code.toUpperCase(Locale.ROOT));
      values.putIfAbsent("citizenship", "KZ");
      if (values.get("iin") == null && values.get("identity_doc") != null) {
        values.putIfAbsent("identity_country", values.get("citizenship"));
      }
      values.putIfAbsent("iin_confirmed", "false");
      Student stored = known(values.get("student_no"));
      Verdict verdict = Checks.within("course_year", values, 1, 7).and(identity(values));
      if (stored == null) {
        // whoever is here already follows the curriculum their orders say
        verdict =
            verdict.and(
                Checks.known("programme", curriculum(values), curricula.get(curriculum(values))));
      }
      if (values.get("group") != null) {
        verdict =
            verdict.and(
                Checks.known("group", values.get("group"), groups.get(values.get("group"))));
      }
      if (values.get("adviser") != null) {
        verdict =
            verdict.and(
                Checks.known(
                    "adviser", values.get("adviser"), teachers.get(values.get("adviser"))));
      }
      if (stored != null) {
        verdict = verdict.and(StudentSound.movesByOrder(values(stored), values));
      }
      return verdict;
    }

    @Override
    protected Student create(Map<String, String> values) {
      Student student =
          new Student(
              values.get("student_no"),
              person(values),
              new Placement(
                  curricula.get(curriculum(values)),
                  groups.get(values.get("group")),
                  Checks.number(values, "course_year"),
                  StudyForm.valueOf(values.get("study_form")),
                  Language.of(values.get("study_language")),
                  Funding.valueOf(values.get("funding")),
                  Checks.number(values, "admission_year"),
                  teachers.get(values.get("adviser"))),
              StudentStatus.STUDYING);
      students.add(student);
      holders.put(student.getIin(), student.getStudentNo());
      return student;
    }

    @Override
    protected void change(Student student, Map<String, String> values) {
      student.describe(person(values));
      student.place(groups.get(values.get("group")), teachers.get(values.get("adviser")));
    }

    private static PersonalRecord person(Map<String, String> values) {
      return new PersonalRecord(
          values.get("iin"),
          Checks.flag(values, "iin_confirmed"),
          values.get("last_name"),
          values.get("first_name"),
          values.get("patronymic"),
          new PersonalRecord.Names(
              values.get("last_name_latin"), values.get("first_name_latin"), null),
          new PersonalRecord.Names(
              values.get("last_name_kk"), values.get("first_name_kk"), values.get("patronymic_kk")),
          Checks.day(values, "birth_date"),
          Sex.valueOf(values.get("sex")),
          values.get("citizenship"),
          document(values),
          values.get("email"),
          values.get("phone"),
          values.get("previous_education"),
          values.get("entrance_exams"));
    }

    private static PersonalRecord.Document document(Map<String, String> values) {
      return new PersonalRecord.Document(
          values.get("identity_doc"), values.get("identity_country"));
    }

    private String curriculum(Map<String, String> values) {
      return values.get("programme") + " " + values.get("admission_year");
    }

    private Verdict identity(Map<String, String> values) {
      String holder = holders.get(values.get("iin"));
      return StudentSound.identity(
          values.get("iin"),
          "true".equals(values.get("iin_confirmed")),
          Checks.day(values, "birth_date"),
          Sex.valueOf(values.get("sex")),
          document(values),
          values.get("citizenship"),
          values.get("student_no").equals(holder) ? null : holder);
    }
  }
}
