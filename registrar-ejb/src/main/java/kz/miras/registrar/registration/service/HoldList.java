package kz.miras.registrar.registration.service;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.registration.HoldSound;
import kz.miras.registrar.registration.StudentHold;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/**
 * Holds by file, placed and removed alike: a row with a reason of the removal removes. One list is
 * the office's, another accounting's.
 */
abstract class HoldList implements RecordList {

  @Inject private Holds holds;
  @Inject private Students students;
  @Inject private Catalogue catalogue;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** The kinds of this list. */
  protected abstract List<HoldKind> kinds();

  /** The kind of a record. */
  protected abstract HoldKind kind(Map<String, String> values);

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<StudentHold> {

    private final Map<String, OrgUnit> units = new HashMap<>();
    private final Map<String, Student> asked = new HashMap<>();
    private final Set<String> gone;

    Records() {
      catalogue.units().forEach(unit -> units.put(unit.getCode(), unit));
      holds.standing(kinds()).forEach(hold -> know(key(values(hold)), hold));
      gone = holds.removed(kinds());
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("student_no") + " " + kind(values) + " " + values.get("reason");
    }

    @Override
    protected Map<String, String> values(StudentHold hold) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("student_no", hold.getStudent().getStudentNo());
      if (kinds().size() > 1) {
        values.put("kind", hold.getKind().name());
      }
      values.put("reason", hold.getReason());
      values.put("contact", hold.getContact());
      values.put("unit", hold.getUnit() == null ? null : hold.getUnit().getCode());
      values.put("document", hold.getDocument());
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      Verdict verdict =
          Checks.known("student_no", values.get("student_no"), student(values.get("student_no")));
      if (values.get("unit") != null) {
        verdict =
            verdict.and(Checks.known("unit", values.get("unit"), units.get(values.get("unit"))));
      }
      verdict = verdict.and(HoldSound.placed(values.get("reason"), values.get("contact"), false));
      return values.get("removal_reason") == null || isGone(values)
          ? verdict
          : verdict.and(
              HoldSound.removed(known(key(values)) != null, values.get("removal_reason")));
    }

    /** Removed already: the same file read twice changes nothing the second time. */
    private boolean isGone(Map<String, String> values) {
      return known(key(values)) == null && gone.contains(key(values));
    }

    @Override
    public Verdict write(Map<String, String> values) {
      return values.get("removal_reason") != null && isGone(values)
          ? Verdict.allowed()
          : super.write(values);
    }

    private Student student(String number) {
      return asked.computeIfAbsent(number, one -> students.byNumber(one).orElse(null));
    }

    @Override
    protected StudentHold create(Map<String, String> values) {
      StudentHold hold =
          new StudentHold(
              student(values.get("student_no")),
              kind(values),
              values.get("reason"),
              access.current().login(),
              time.now());
      change(hold, values);
      holds.place(hold);
      return hold;
    }

    @Override
    protected void change(StudentHold hold, Map<String, String> values) {
      if (values.get("removal_reason") != null) {
        holds.remove(hold, values.get("removal_reason"));
      } else {
        hold.settledWith(
            values.get("contact"), units.get(values.get("unit")), values.get("document"));
      }
    }
  }
}
