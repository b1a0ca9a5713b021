package kz.miras.registrar.inside;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.achievement.service.promotion.PromotionDesk;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.LocalizedText;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A programme of masters of its own, two years long, in a year far ahead or long past: three
 * disciplines and the final attestation, and students nobody else knows.
 */
final class PromotionScene {

  private static final int CREDITS = 35;

  final int year;
  final String code;
  final long school;
  final long autumn;
  final long spring;
  final long summer;
  private final long programme;
  private final long curriculum;
  private final List<Long> disciplines = new ArrayList<>();
  private final List<Integer> credits = List.of(10, 5, 10, 10);

  /** The archive of a test that uses this scene, with what the scene needs. */
  static WebArchive archive(Class<?>... classes) {
    return Inside.archive(classes).addClasses(PromotionScene.class, Marks.class);
  }

  PromotionScene(int year) throws SQLException {
    this.year = year;
    autumn = Scene.term("PRO" + year, year);
    spring = term("SPRING", "-2", (year + 1) + "-01-15", (year + 1) + "-05-31");
    summer = term("SUMMER", "-3", (year + 1) + "-06-10", (year + 1) + "-07-31");
    school = Scene.number("SELECT MIN(school_id) FROM programme WHERE level = 'BACHELOR'");
    programme = Scene.next("curriculum_seq");
    code = "7M9" + programme;
    Scene.change(
        "INSERT INTO programme (id, uuid, code, direction_code, level, name_kk, name_ru, name_en,"
            + " credits, years, languages, school_id) VALUES (?, UUID(), ?, '7M09', 'MASTER', ?, ?,"
            + " ?, ?, 2, 'ru', ?)",
        programme,
        code,
        code,
        code,
        code,
        CREDITS,
        school);
    curriculum = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO curriculum (id, programme_id, admission_year) VALUES (?, ?, ?)",
        curriculum,
        programme,
        year);
    for (int place = 0; place < credits.size(); place++) {
      item(place);
    }
    thresholds("08-01", "1=2.30");
  }

  /** Rules for masters from a day on that say one thing otherwise than by default. */
  void rulesFrom(String day, String parameter, String value) throws SQLException {
    value(rules(day), parameter, value);
  }

  private static long rules(String day) throws SQLException {
    long rules = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO rule_set (id, code, level, valid_from, approved_by) VALUES (?, ?, 'MASTER', ?,"
            + " 'council, for this test')",
        rules,
        "year-end-" + rules,
        day);
    return rules;
  }

  /** The council has decided for this year, whatever rules other tests bring before it. */
  void thresholds(String from, String table) throws SQLException {
    long rules = rules(year + "-" + from);
    value(rules, "PROMOTION_THRESHOLDS", table);
    value(rules, "PROMOTION_DECISION_NUMBER", "11");
    value(rules, "PROMOTION_DECISION_DATE", year + "-05-28");
  }

  private static void value(long rules, String parameter, String value) throws SQLException {
    Scene.change(
        "INSERT INTO rule_value (rule_set_id, parameter, value) VALUES (?, ?, ?)",
        rules,
        parameter,
        value);
  }

  private long term(String type, String suffix, String from, String to) throws SQLException {
    long term = Scene.next("calendar_seq");
    Scene.change(
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " SELECT ?, academic_year_id, ?, ?, ?, ?, 7 FROM term WHERE id = ?",
        term,
        type,
        "PRO" + year + suffix,
        from,
        to,
        autumn);
    return term;
  }

  private void item(int place) throws SQLException {
    long offering = Scene.offering(credits.get(place));
    long discipline = Scene.number("SELECT discipline_id FROM offering WHERE id = ?", offering);
    disciplines.add(discipline);
    Scene.change(
        "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        Scene.next("curriculum_seq"),
        curriculum,
        discipline,
        place + 1,
        place == 3 ? "FINAL_ATTESTATION" : "PROFILE",
        place == 3 ? null : "UNIVERSITY");
  }

  /** A student who pays by a grant. */
  long student(int course, String status) throws SQLException {
    long id = Scene.next("student_seq");
    Scene.change(
        "INSERT INTO student (id, uuid, student_no, identity_doc, identity_country, last_name,"
            + " first_name, last_name_latin, first_name_latin, birth_date, sex, programme_id,"
            + " curriculum_id, course_year, study_form, study_language, funding, admission_year,"
            + " status, search_text) VALUES (?, UUID(), ?, 'N 1', 'KZ', 'Сценов', ?, 'Stsenov', 'S',"
            + " '2134-01-01', 'MALE', ?, ?, ?, 'FULL_TIME', 'ru', 'GRANT', ?, ?, 'stsenov')",
        id,
        number(id),
        number(id),
        programme,
        curriculum,
        course,
        year,
        status);
    return id;
  }

  /** Key of the discipline at a place of the plan. */
  long discipline(int place) {
    return disciplines.get(place);
  }

  /**
   * An order after the year, by which a student of the first course is now in the second.
   *
   * @param before status and funding, as after
   */
  void ordered(long student, String before, String after) throws SQLException {
    String[] was = before.split(" ");
    String[] is = after.split(" ");
    LocalDate on = LocalDate.of(year + 2, 2, 1);
    long order = Scene.next("student_seq");
    Scene.change(
        "INSERT INTO student_order (id, uuid, number, signed_on, effective_on, kind, title,"
            + " applied_at) VALUES (?, UUID(), ?, ?, ?, 'OTHER', 'after the session',"
            + " UTC_TIMESTAMP(6))",
        order,
        "PRO-" + order,
        on,
        on);
    Scene.change(
        "INSERT INTO student_status_change (id, student_id, effective_on, from_status,"
            + " from_course_year, from_curriculum_id, from_study_form, from_study_language,"
            + " from_funding, to_status, course_year, to_curriculum_id, to_study_form,"
            + " to_study_language, to_funding, order_id, recorded_at) VALUES (?, ?, ?, ?, 1, ?,"
            + " 'FULL_TIME', 'ru', ?, ?, 2, ?, 'FULL_TIME', 'ru', ?, ?, UTC_TIMESTAMP(6))",
        Scene.next("student_seq"),
        student,
        on,
        was[0],
        curriculum,
        was[1],
        is[0],
        curriculum,
        is[1],
        order);
    Scene.change(
        "UPDATE student SET status = ?, funding = ?, course_year = 2 WHERE id = ?",
        is[0],
        is[1],
        student);
  }

  static String number(long student) {
    return "PRO" + student;
  }

  /** A result of the discipline at a place of the plan. */
  void passes(long student, int place, Letter letter) throws Exception {
    passes(student, place, letter, Marks.source(null));
  }

  /** The same recorded at a moment, in place of the result it had where there was one. */
  void recorded(long student, int place, Letter letter, Instant at) throws Exception {
    passes(student, place, letter, Marks.source(Marks.last(student, disciplines.get(place)), at));
  }

  private void passes(long student, int place, Letter letter, LedgerEntry.Source source)
      throws Exception {
    TermType type = place == 0 ? TermType.AUTUMN : TermType.SPRING;
    long discipline = disciplines.get(place);
    String name = Scene.text("SELECT code FROM discipline WHERE id = ?", discipline);
    Marks.post(
        new Ledger.Posting(
            student,
            new LedgerEntry.Studied(
                discipline,
                name,
                LocalizedText.of(name, name, name),
                credits.get(place),
                null,
                null,
                false,
                false,
                place == 3),
            new LedgerEntry.Outcome(
                type == TermType.AUTUMN ? autumn : spring,
                new TermRef(year, type),
                place == 3 ? ResultKind.FINAL_ATTESTATION : ResultKind.MAIN,
                1,
                null,
                null,
                Grade.of(letter),
                LocalDate.of(year + 1, 1, 10),
                Scene.text("SELECT MIN(code) FROM rule_set WHERE level = 'MASTER'")),
            source));
  }

  /** An open sheet of the second discipline in a term about a student; its key. */
  long openSheet(long student, long term) throws SQLException {
    long sheet = Scene.next("attestation_seq");
    Scene.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code, status)"
            + " SELECT ?, UUID(), ?, 'SUMMER', ?, ?, MIN(code), 'OPEN' FROM rule_set WHERE level ="
            + " 'MASTER'",
        sheet,
        "PRO-" + sheet,
        term,
        disciplines.get(1));
    Scene.change(
        "INSERT INTO sheet_row (id, sheet_id, student_id, position) VALUES (?, ?, ?, 1)",
        Scene.next("attestation_seq"),
        sheet,
        student);
    return sheet;
  }

  /** Somebody else has closed the sheet. */
  static void close(long sheet) throws SQLException {
    close(sheet, LocalDateTime.now(ZoneOffset.UTC));
  }

  /** The same at a moment (UTC). */
  static void close(long sheet, LocalDateTime at) throws SQLException {
    Scene.change(
        "UPDATE sheet SET status = 'CLOSED', submitted_by = 'examiner', submitted_at ="
            + " UTC_TIMESTAMP(6), closed_by = 'office', closed_at = ?, exam_date = (SELECT t.ends_on"
            + " FROM term t WHERE t.id = term_id) WHERE id = ?",
        at,
        sheet);
  }

  /** A run of the year of the programme, begun on the decision of the council; its public id. */
  String begun(String office) throws Exception {
    PromotionDesk desk = Inside.bean(PromotionDesk.class);
    String unit = Scene.text("SELECT code FROM org_unit WHERE id = ?", school);
    return Inside.as(office, () -> desk.begin(year, unit, code, "11", LocalDate.of(year, 5, 28)));
  }

  /** A dean of a school. */
  static String dean(long school) throws SQLException {
    String login = Scene.holding("DEAN");
    Scene.change(
        "UPDATE role_grant SET school_id = ? WHERE account_id = (SELECT id FROM account WHERE"
            + " login = ?)",
        school,
        login);
    return login;
  }
}
