package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.achievement.AcademicDifference;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.AcademicRecord;
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
 * DEB-3. Academic differences, discipline by discipline, as the document on a transfer or a return
 * names them; the student is told. Each is a debt until it is passed or lifted.
 */
@ApplicationScoped
public class DifferenceList implements RecordList, ListSource {

  private static final String CARD = "/student/card.xhtml";

  @Inject private Differences differences;
  @Inject private Students students;
  @Inject private Catalogue catalogue;
  @Inject private AcademicRecord record;
  @Inject private Notices notices;
  @Inject private Access access;
  @Inject private UniversityTime time;

  @Override
  public String code() {
    return "differences";
  }

  @Override
  public String permission() {
    return Permissions.PLAN_PREPARE;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("student_no", 32),
        Field.text("discipline", 32),
        Field.date("listed_on"),
        Field.date("due_on"),
        Field.text("document", 300),
        Field.date("lifted_on").optional());
  }

  @Override
  public List<String> key() {
    return List.of("student_no", "discipline");
  }

  @Override
  public List<ListView> lists() {
    return List.of(
        ListView.of(
                "differences",
                Permissions.ACHIEVEMENT_READ,
                "academic_difference a JOIN student s ON s.id = a.student_id JOIN programme p ON"
                    + " p.id = s.programme_id JOIN discipline d ON d.id = a.discipline_id WHERE 1 ="
                    + " 1",
                "CONCAT_WS(CHAR(9), s.student_no, d.code)",
                List.of(
                    Column.text(
                        "full_name", "CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)"),
                    Column.text("student_no", "s.student_no"),
                    Column.text("discipline", "d.code"),
                    Column.number("credits", "d.credits"),
                    Column.date("listed_on", "a.listed_on"),
                    Column.date("due_on", "a.due_on"),
                    Column.text("document", "a.document"),
                    Column.date("lifted_on", "a.lifted_on"),
                    Column.text("entered_by", "a.entered_by").hidden()),
                "a.lifted_on IS NOT NULL, a.due_on, s.last_name, s.first_name",
                "/office/record.xhtml?list=differences&student_no={id.1}&discipline={id.2}")
            .scoped(
                Map.of(
                    "OWN_RECORD", "a.student_id = :student",
                    "OWN_ADVISEES", Advisers.OWN_ADVISEES,
                    "OWN_SCHOOL", "p.school_id IN (:schools)")));
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<AcademicDifference> {

    private final Map<String, Discipline> disciplines =
        Catalogue.by(catalogue.disciplines(), Discipline::getCode);
    private final Map<String, Student> asked = new HashMap<>();

    Records() {
      differences.all().forEach(one -> know(key(values(one)), one));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("student_no") + " " + values.get("discipline");
    }

    @Override
    protected Map<String, String> values(AcademicDifference difference) {
      Map<String, String> values = new LinkedHashMap<>();
      LocalDate lifted = difference.getLiftedOn();
      values.put("student_no", difference.getStudent().getStudentNo());
      values.put("discipline", difference.getDiscipline().getCode());
      values.put("listed_on", difference.getListedOn().toString());
      values.put("due_on", difference.getDueOn().toString());
      values.put("document", difference.getDocument());
      values.put("lifted_on", lifted == null ? null : lifted.toString());
      return values;
    }

    private Student student(String number) {
      return asked.computeIfAbsent(number, one -> students.byNumber(one).orElse(null));
    }

    @Override
    public Verdict check(Map<String, String> values) {
      Student student = student(values.get("student_no"));
      Discipline discipline = disciplines.get(values.get("discipline"));
      Verdict verdict =
          Checks.known("student_no", values.get("student_no"), student)
              .and(Checks.known("discipline", values.get("discipline"), discipline));
      if (!verdict.isAllowed()) {
        return verdict;
      }
      return AcademicDifference.judge(
          Checks.day(values, "listed_on"),
          Checks.day(values, "due_on"),
          Checks.day(values, "lifted_on"),
          known(key(values)) == null && passed(student, discipline));
    }

    private boolean passed(Student student, Discipline discipline) {
      return record
              .past(student.getId(), Set.of(discipline.getId()))
              .get(discipline.getId())
              .standing()
          == AcademicRecord.Standing.PASSED;
    }

    @Override
    protected AcademicDifference create(Map<String, String> values) {
      AcademicDifference difference =
          new AcademicDifference(
              student(values.get("student_no")), disciplines.get(values.get("discipline")));
      change(difference, values);
      differences.add(difference);
      return difference;
    }

    @Override
    protected void change(AcademicDifference difference, Map<String, String> values) {
      difference.list(
          Checks.day(values, "listed_on"),
          Checks.day(values, "due_on"),
          values.get("document"),
          Checks.day(values, "lifted_on"),
          access.current().login(),
          time.now());
      notices.tellStudent(
          difference.getStudent().getId(),
          difference.getLiftedOn() == null
              ? "achievement.notice.difference"
              : "achievement.notice.difference-lifted",
          CARD,
          difference.getDiscipline().getCode(),
          difference.getDueOn(),
          difference.getDocument());
    }
  }
}
