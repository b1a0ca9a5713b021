package kz.miras.registrar.inside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.Passwords;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * People, students and sections for a test inside the server, entered and counted by plain SQL.
 *
 * <p>All tests run in one university, so each takes its own places of {@link #students}. Whoever
 * only enrols in offerings of its own may share them; whoever posts results or changes the state of
 * a plan keeps away from everybody who does the same. Whose places are which:
 *
 * <pre>
 *   0-39   RegistrationInsideIT; in it DemandInsideIT and PlanRulesInsideIT 0-4,
 *          DemandSentInsideIT 8, StudentRecordInsideIT 0-19 (reads),
 *          DispositionInsideIT 5-6 (posts nothing)
 *   0-59   SeatStormIT
 *  10-14   PaymentsInsideIT
 *  15-17   SheetDecisionsInsideIT, ReminderInsideIT (posts nothing)
 *  19-23   PlanInsideIT; in it ImportApprovalInsideIT 20 (additional study only)
 *  23-30   WaitingListInsideIT; in it also 32-71 and 76-77
 *  32-35   SheetClockInsideIT
 *  32-71   AnyGroupStormInsideIT
 *  36-41   MovedRatingsInsideIT
 *  40-44   SettlingInsideIT; in it also 128
 *  45-61   QueueMovesInsideIT; in it also 157-158
 *  47-48   SheetVersionsInsideIT, SupersededInsideIT, ExemptionInsideIT, DocumentRequestInsideIT
 *  49      Chooser
 *  60-66   RequestInsideIT
 *  63-64   SwapInsideIT; in it also 73-75 and 146-147
 *  66-68   PaidPlanInsideIT; in it also 78, 79 and 149
 *  70-74   PlanCheckInsideIT
 *  76-79   PlanDraftInsideIT
 *  80-83   PlanAnewInsideIT
 *  84-90   TogetherInsideIT
 *  90-93   LateInsideIT
 *  90-94   StudentRequestInsideIT
 *  90-95   ConsultationInsideIT, ConsultationJournalInsideIT (ask only)
 *  95-96   DifferenceInsideIT
 *  97      LanguageTaughtInsideIT
 *  98      MinorInsideIT
 *  99      SummaryInsideIT; in it also 148 and 159 (with HistoryCheckInsideIT)
 * 100-101  ReserveInsideIT
 * 102-114  SectionInsideIT; in it RequestStreamInsideIT 102-105 (enrols only)
 * 111-119  EnrolmentFileInsideIT
 * 120-126  RatingInsideIT, RatingAmendInsideIT (post nothing)
 * 127-129  AppealInsideIT
 * 130-135  LessonsInsideIT; in it SheetFileInsideIT 130-132 (posts nothing)
 * 136-139  HistoryInsideIT
 * 140-145  ClosingInsideIT
 * 148      ScheduleInsideIT, ScheduleWithdrawnInsideIT
 * 150-154  QueueFairnessInsideIT
 * 155-156  StudentSessionInsideIT
 * 160-169  QueueScene (tests of any group)
 * 170-172  WithdrawnInSheetInsideIT
 * 173-174  FxInsideIT, IncompleteInsideIT, CorrectedInsideIT, MovedExamInsideIT
 * </pre>
 *
 * <p>{@link SummerScene#students} has an order of its own, of those among the first 150 who are not
 * in their last course. There are some 176 students; where none is free, a low place that is only
 * enrolled by others will do.
 */
final class Scene {

  /** Password of everybody made here. */
  static final String PASSWORD = "Inside-" + UUID.randomUUID();

  private static final String HASH = Passwords.hash(PASSWORD);

  private Scene() {}

  /** Somebody who holds this role since long ago. */
  static String holding(String role) throws SQLException {
    return account(role, null, null);
  }

  /**
   * An account of a person with a role, tied to a student or teacher. A student has one account
   * only: the one another test has made gets this one's password.
   */
  static String account(String role, Long student, Long teacher) throws SQLException {
    if (student != null
        && change(
                "UPDATE account SET password_hash = ? WHERE student_id = ? AND login LIKE 'in-%'",
                HASH, student)
            == 1) {
      return text("SELECT login FROM account WHERE student_id = ?", student);
    }
    String login = "in-" + role.toLowerCase() + "-" + UUID.randomUUID().toString().substring(0, 8);
    long id = next("account_seq");
    change(
        "INSERT INTO account (id, uuid, login, display_name, kind, password_hash, valid_from,"
            + " language, student_id, teacher_id) VALUES (?, UUID(), ?, ?, 'PERSON', ?,"
            + " '2020-01-01', 'ru', ?, ?)",
        id,
        login,
        login,
        HASH,
        student,
        teacher);
    change(
        "INSERT INTO role_grant (id, account_id, role, valid_from, basis) VALUES (?, ?, ?,"
            + " '2020-01-01', 'order 1')",
        next("account_seq"),
        id,
        role);
    return login;
  }

  /**
   * An offering of a discipline nobody knows yet, in a term far ahead, in which nobody has anything
   * yet.
   */
  static long offering(int credits) throws SQLException {
    long discipline = next("curriculum_seq");
    String code = "IN" + discipline;
    change(
        "INSERT INTO discipline (id, uuid, code, code_kk, code_en, name_kk, name_ru, name_en,"
            + " credits, control_form, department_id) SELECT ?, UUID(), ?, ?, ?, ?, ?, ?, ?,"
            + " 'EXAM', MIN(department_id) FROM discipline",
        discipline,
        code,
        code,
        code,
        code,
        code,
        code,
        credits);
    long offering = next("registration_seq");
    change(
        "INSERT INTO offering (id, uuid, term_id, discipline_id, code, language, status)"
            + " VALUES (?, UUID(), ?, ?, ?, 'ru', 'OPEN')",
        offering,
        term("FAR", 2090),
        discipline,
        code);
    return offering;
  }

  /**
   * Key of an autumn term of this code in a year far ahead, from September to December; it and its
   * year are made where nobody has made them.
   */
  static synchronized long term(String code, int year) throws SQLException {
    if (number("SELECT COUNT(*) FROM academic_year WHERE start_year = ?", year) == 0) {
      change(
          "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, ?, ?, ?)",
          next("calendar_seq"),
          year,
          year + "-09-01",
          (year + 1) + "-06-30");
    }
    if (number("SELECT COUNT(*) FROM term WHERE code = ?", code) == 0) {
      change(
          "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
              + " SELECT ?, id, 'AUTUMN', ?, ?, ?, 15 FROM academic_year WHERE start_year = ?",
          next("calendar_seq"),
          code,
          year + "-09-01",
          year + "-12-31",
          year);
    }
    return number("SELECT id FROM term WHERE code = ?", code);
  }

  /** A section of it with this many seats. */
  static long section(long offering, String kind, int seats) throws SQLException {
    long section = next("registration_seq");
    change(
        "INSERT INTO section (id, uuid, offering_id, kind, code, status)"
            + " VALUES (?, UUID(), ?, ?, ?, 'OPEN')",
        section,
        offering,
        kind,
        kind.charAt(0) + "-" + section);
    change("INSERT INTO section_seat (section_id, capacity) VALUES (?, ?)", section, seats);
    return section;
  }

  /** The numbers of so many {@link #students(int)} from this place on. */
  static List<String> students(int from, int wanted) throws SQLException {
    return students(from + wanted).subList(from, from + wanted);
  }

  /** The number of the student at this place. */
  static String student(int place) throws SQLException {
    return students(place, 1).get(0);
  }

  /**
   * Numbers of bachelor students who study, none of them the same; nobody who has an account of the
   * demonstration, since other tests look through those, and nobody whom an order takes away while
   * the tests run.
   */
  static List<String> students(int wanted) throws SQLException {
    List<String> numbers = new ArrayList<>();
    try (Connection connection = database().getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                    + " s.status = 'STUDYING' AND p.level = 'BACHELOR' AND NOT EXISTS (SELECT 1 FROM"
                    + " student_order_line x JOIN student_order y ON y.id = x.order_id WHERE"
                    + " x.student_id = s.id AND y.applied_at IS NULL) AND NOT EXISTS (SELECT 1 FROM"
                    + " student_hold h WHERE h.student_id = s.id AND h.removed_at IS NULL) AND NOT EXISTS"
                    + " (SELECT 1 FROM account a WHERE a.student_id = s.id AND a.login NOT LIKE 'in-%')"
                    + " ORDER BY s.id LIMIT ?")) {
      select.setInt(1, wanted);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          numbers.add(row.getString(1));
        }
      }
    }
    if (numbers.size() < wanted) {
      throw new IllegalStateException("only " + numbers.size() + " students");
    }
    return numbers;
  }

  /** The day it is at the university, which may be tomorrow of the machine. */
  static LocalDate today() {
    return Inside.bean(UniversityTime.class).today();
  }

  static long next(String sequence) throws SQLException {
    return number("SELECT NEXT VALUE FOR " + sequence);
  }

  /** The one number a statement answers. */
  static long number(String sql, Object... values) throws SQLException {
    try (Connection connection = database().getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, values);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** The one text a statement answers. */
  static String text(String sql, Object... values) throws SQLException {
    try (Connection connection = database().getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, values);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  static int change(String sql, Object... values) throws SQLException {
    try (Connection connection = database().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  static DataSource database() {
    try {
      return InitialContext.doLookup("java:jboss/datasources/RegistrarDS");
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }
}
