package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.MinorSound;
import kz.miras.registrar.registration.StudentMinor;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.ListSource;
import kz.miras.registrar.shared.service.ListView;
import kz.miras.registrar.shared.service.ListView.Column;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Advisers;
import kz.miras.registrar.student.service.Students;

/**
 * MIN-1. The minors students follow, recorded on a document by whoever decides what is beyond the
 * programme; the student is told.
 */
@ApplicationScoped
public class MinorList implements RecordList, ListSource {

  @Inject private Minors minors;
  @Inject private Students students;
  @Inject private Catalogue catalogue;
  @Inject private Notices notices;
  @Inject private Access access;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "minors";
  }

  @Override
  public String permission() {
    return Permissions.ENROL_EXCEED;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("student_no", 32),
        Field.text("programme", 32),
        Field.date("valid_from"),
        Field.date("valid_to").optional(),
        Field.text("document", 300));
  }

  @Override
  public List<String> key() {
    return List.of("student_no");
  }

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                "minors",
                Permissions.ENROL_READ,
                "student_minor m JOIN student s ON s.id = m.student_id JOIN programme p ON p.id ="
                    + " s.programme_id JOIN programme g ON g.id = m.programme_id WHERE 1 = 1",
                "s.student_no",
                List.of(
                    Column.text(
                        "full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                    Column.text("student_no", "s.student_no"),
                    Column.text("programme", "g.code"),
                    Column.date("valid_from", "m.valid_from"),
                    Column.date("valid_to", "m.valid_to"),
                    Column.text("document", "m.document"),
                    Column.text("recorded_by", "m.recorded_by").hidden(),
                    Column.moment("recorded_at", "m.recorded_at").hidden()),
                "m.valid_to IS NOT NULL, s.last_name, s.first_name",
                "/office/record.xhtml?list=minors&student_no={id}")
            .scoped(
                Map.of(
                    "OWN_RECORD", "m.student_id = :student",
                    "OWN_ADVISEES", Advisers.OWN_ADVISEES,
                    "OWN_SCHOOL", "p.school_id IN (:schools)")));
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<StudentMinor> {

    private final Map<String, Programme> programmes = new HashMap<>();
    private final Map<String, Student> asked = new HashMap<>();

    Records() {
      catalogue.programmes().forEach(one -> programmes.put(one.getCode(), one));
      minors.all().forEach(one -> know(one.getStudent().getStudentNo(), one));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("student_no");
    }

    @Override
    protected Map<String, String> values(StudentMinor minor) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("student_no", minor.getStudent().getStudentNo());
      values.put("programme", minor.getProgramme().getCode());
      values.put("valid_from", minor.getValidFrom().toString());
      values.put("valid_to", minor.getValidTo() == null ? null : minor.getValidTo().toString());
      values.put("document", minor.getDocument());
      return values;
    }

    private Student student(String number) {
      return asked.computeIfAbsent(number, one -> students.byNumber(one).orElse(null));
    }

    @Override
    public Verdict check(Map<String, String> values) {
      Student student = student(values.get("student_no"));
      Programme programme = programmes.get(values.get("programme"));
      Verdict verdict =
          Checks.known("student_no", values.get("student_no"), student)
              .and(Checks.known("programme", values.get("programme"), programme));
      if (!verdict.isAllowed()) {
        return verdict;
      }
      Programme own = student.getProgramme();
      return MinorSound.recorded(
          own.getId().equals(programme.getId()),
          own.getLevel() == programme.getLevel(),
          Checks.day(values, "valid_from"),
          Checks.day(values, "valid_to"));
    }

    @Override
    protected StudentMinor create(Map<String, String> values) {
      StudentMinor minor = new StudentMinor(student(values.get("student_no")));
      change(minor, values);
      minors.add(minor);
      return minor;
    }

    @Override
    protected void change(StudentMinor minor, Map<String, String> values) {
      minor.decided(
          programmes.get(values.get("programme")),
          Checks.day(values, "valid_from"),
          Checks.day(values, "valid_to"),
          values.get("document"),
          access.current().login(),
          time.now());
      notices.tellStudent(
          minor.getStudent().getId(),
          minor.getValidTo() == null
              ? "registration.notice.minor"
              : "registration.notice.minor-until",
          PlanQueries.OWN_PAGE,
          minor.getProgramme().getCode(),
          minor.getValidFrom(),
          minor.getDocument(),
          minor.getValidTo() == null ? "" : minor.getValidTo());
    }
  }
}
