package kz.miras.registrar.attestation.service;

import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.sitting.ExamSitting;
import kz.miras.registrar.attestation.sitting.FinalByProtocol;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;

/**
 * The sittings of sheets that are not posted, as rows of a file or one in a form. Rows are judged
 * beside each other too: two of one file may meet in a room.
 */
final class SittingRecords extends KeyedSheet<Sheet> {

  private static final int LONGEST = 720;

  private final Sheets sheets;
  private final SheetAccess whose;
  private final Sittings.Windows windows;
  private final SittingStudents students;
  private final MovedExams exams;
  private final AuditContext audit;
  private final boolean stores;
  private final String right;
  private final Map<String, Teacher> teachers;
  private final Map<Long, String> personnel = new HashMap<>();
  private final Map<String, String> bases = new HashMap<>();
  private final Map<String, ExamSitting> set = new HashMap<>();
  private final Map<Sheet, MovedExams.Place> moved = new LinkedHashMap<>();
  private Map<String, Set<Long>> sitting;

  /**
   * The sittings.
   *
   * @param stores whether what is written stays; whoever only checks a file keeps nobody from
   *     typing into a sheet
   * @param right by which they are set
   */
  SittingRecords(
      Collection<Sheet> unposted,
      Sheets sheets,
      SheetAccess whose,
      Sittings.Windows windows,
      SittingStudents students,
      List<Teacher> teachers,
      MovedExams exams,
      AuditContext audit,
      boolean stores,
      String right) {
    this.sheets = sheets;
    this.whose = whose;
    this.windows = windows;
    this.students = students;
    this.exams = exams;
    this.audit = audit;
    this.stores = stores;
    this.right = right;
    this.teachers = Catalogue.by(teachers, Teacher::getPersonnelNo);
    teachers.forEach(teacher -> personnel.put(teacher.getId(), teacher.getPersonnelNo()));
    unposted.forEach(sheet -> know(sheet.getNumber(), sheet));
  }

  @Override
  protected String key(Map<String, String> values) {
    return values.get("sheet");
  }

  @Override
  protected Map<String, String> values(Sheet sheet) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("sheet", sheet.getNumber());
    values.put("exam_date", text(sheet.getExamDate()));
    values.put("exam_time", text(sheet.getExamTime()));
    values.put("last_day", text(sheet.getLastDay()));
    values.put("exam_minutes", text(sheet.getExamMinutes()));
    values.put("room", sheet.getRoom());
    values.put("exam_form", text(sheet.getExamForm()));
    values.put("examiner", personnel.get(sheet.getExaminerId()));
    values.put("protocol_no", sheet.getProtocolNo());
    values.put("protocol_date", text(sheet.getProtocolDate()));
    return values;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  @Override
  public Verdict check(Map<String, String> values) {
    // about the change itself, not about the sitting
    String basis = values.remove("basis");
    String number = key(values);
    bases.put(number, basis);
    Sheet sheet = known(number);
    if (sheet == null || !whose.may(right, sheet)) {
      return sheets.isPosted(number)
          ? Verdict.refused(Refusal.of("attestation.sheet.closed", "CTL-15", number).at("sheet"))
          : Checks.known("sheet", number, null);
    }
    // a row that names nobody leaves who is there
    if (sheet.getExaminerId() != null && personnel.containsKey(sheet.getExaminerId())) {
      values.putIfAbsent("examiner", personnel.get(sheet.getExaminerId()));
    }
    // nor does one without a last day take it away
    if (sheet.getLastDay() != null) {
      values.putIfAbsent("last_day", text(sheet.getLastDay()));
    }
    Verdict verdict =
        Checks.within("exam_minutes", values, 1, LONGEST)
            .and(windows.lasts(sheet, Checks.day(values, "last_day")))
            .and(windows.judge(sheet, Checks.day(values, "exam_date")))
            .and(windows.stays(sheet, Checks.day(values, "exam_date"), time(values)))
            .and(
                FinalByProtocol.names(
                    sheet.getKind(),
                    values.get("protocol_no"),
                    Checks.day(values, "protocol_date")));
    String examiner = values.get("examiner");
    if (examiner != null) {
      verdict = verdict.and(Checks.known("examiner", examiner, teachers.get(examiner)));
    }
    return verdict.isAllowed()
        ? verdict
            .and(windows.examines(sheet, key(examiner)))
            .and(sheet.judgeAppointment(sheet.getTeacherId(), key(examiner), basis))
            .and(beside(sheet, values))
        : verdict;
  }

  private Long key(String examiner) {
    return examiner == null ? null : teachers.get(examiner).getId();
  }

  /** What meets the others of that day, those of the same file included. */
  private Verdict beside(Sheet sheet, Map<String, String> values) {
    if (values.get("exam_date") == null) {
      set.remove(sheet.getNumber());
      return Verdict.allowed();
    }
    if (sitting == null) {
      sitting = students.bySheet();
      known().forEach(other -> set.putIfAbsent(other.getNumber(), stands(other)));
    }
    ExamSitting wanted =
        new ExamSitting(
            sheet.getNumber(),
            Checks.day(values, "exam_date"),
            time(values),
            minutes(sheet, Checks.numberOrNull(values, "exam_minutes")),
            values.get("room"),
            key(values.get("examiner")),
            form(values),
            sitting.getOrDefault(sheet.getNumber(), Set.of()));
    set.put(sheet.getNumber(), wanted);
    return wanted.beside(set.values(), windows.rules(sheet));
  }

  private int minutes(Sheet sheet, Integer said) {
    return said == null ? windows.rules(sheet).integer(RuleParameter.EXAM_USUAL_MINUTES) : said;
  }

  private ExamSitting stands(Sheet sheet) {
    return new ExamSitting(
        sheet.getNumber(),
        sheet.getExamDate(),
        sheet.getExamTime(),
        minutes(sheet, sheet.getExamMinutes()),
        sheet.getRoom(),
        sheet.getExaminerId(),
        sheet.getExamForm(),
        sitting.getOrDefault(sheet.getNumber(), Set.of()));
  }

  private static LocalTime time(Map<String, String> values) {
    return values.get("exam_time") == null ? null : LocalTime.parse(values.get("exam_time"));
  }

  private static ExamForm form(Map<String, String> values) {
    return values.get("exam_form") == null ? null : ExamForm.valueOf(values.get("exam_form"));
  }

  @Override
  protected Sheet create(Map<String, String> values) {
    throw new IllegalStateException("a sheet is formed from registrations, not from a file");
  }

  @Override
  protected void change(Sheet sheet, Map<String, String> values) {
    String basis = bases.get(sheet.getNumber());
    if (basis != null) {
      audit.because(basis.strip());
    }
    if (stores) {
      sheets.lock(sheet);
    }
    moved.putIfAbsent(sheet, MovedExams.Place.of(sheet));
    sheet.appoint(sheet.getTeacherId(), key(values.get("examiner")), basis, windows.today());
    sheet.schedule(Checks.day(values, "exam_date"), time(values), values.get("room"));
    sheet.lastOn(Checks.day(values, "last_day"));
    sheet.holdAs(
        form(values),
        Checks.numberOrNull(values, "exam_minutes"),
        values.get("protocol_no"),
        Checks.day(values, "protocol_date"));
  }

  @Override
  public void finish() {
    if (stores) {
      exams.tell(
          moved.entrySet().stream()
              .map(one -> new MovedExams.Moved(one.getKey(), one.getValue()))
              .toList());
    }
  }
}
