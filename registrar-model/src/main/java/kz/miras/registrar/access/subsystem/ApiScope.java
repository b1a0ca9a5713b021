package kz.miras.registrar.access.subsystem;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.Keyed;

/**
 * SUB-2. What a token may be used for, by the name tokens and the description of the services say.
 * A scope never gives a right: it leaves those of the matrix that it names.
 */
public enum ApiScope implements Keyed {
  REFERENCE_READ("reference-data.read", Permissions.CATALOGUE_READ),
  CALENDAR_READ("calendar.read", Permissions.CALENDAR_READ),
  COURSES_READ("courses.read", Permissions.CATALOGUE_READ, Permissions.OFFERING_READ),
  ENROLLMENTS_READ("enrollments.read", Permissions.OFFERING_READ, Permissions.ENROL_READ),
  STUDENTS_READ("students.read", Permissions.STUDENT_READ),
  /** IIN, birth date, sex, citizenship and telephone. */
  STUDENTS_READ_PERSONAL("students.read.personal", Permissions.STUDENT_READ_IDENTITY),
  RESULTS_READ("results.read", Permissions.ACHIEVEMENT_READ, Permissions.STUDENT_READ),
  TRANSCRIPTS_READ(
      "transcripts.read",
      Permissions.TRANSCRIPT_READ,
      Permissions.ACHIEVEMENT_READ,
      Permissions.STUDENT_READ),
  PLANS_READ(
      "plans.read",
      Permissions.PLAN_READ,
      Permissions.ENROL_READ,
      Permissions.ENROL_OWN,
      Permissions.PLAN_MAKE,
      Permissions.OFFERING_READ,
      Permissions.STUDENT_READ),
  PLANS_WRITE(
      "plans.write",
      Permissions.PLAN_READ,
      Permissions.PLAN_MAKE,
      Permissions.PLAN_SUBMIT,
      Permissions.ENROL_READ,
      Permissions.ENROL_OWN,
      Permissions.ENROL_ONBEHALF,
      Permissions.OFFERING_READ,
      Permissions.STUDENT_READ),
  GRADE_SHEETS_READ("grade-sheets.read", Permissions.SHEET_EXCHANGE),
  GRADE_SHEETS_WRITE(
      "grade-sheets.write", Permissions.SHEET_EXCHANGE, Permissions.SHEET_EXCHANGE_EXAM),
  EXAMS_READ("exams.read", Permissions.EXAM_TIMETABLE_READ),
  EXAMS_WRITE("exams.write", Permissions.EXAM_TIMETABLE_READ, Permissions.EXAM_SLOT_EXCHANGE),
  STAFF_READ("staff.read", Permissions.CATALOGUE_READ),
  STAFF_WRITE("staff.write", Permissions.CATALOGUE_READ, Permissions.STAFF_EXCHANGE),
  RETAKES_READ("retakes.read", Permissions.RETAKE_READ),
  STATEMENTS_READ("statements.read", Permissions.TRANSCRIPT_READ),
  ORDERS_READ("orders.read", Permissions.ORDER_READ),
  DOCUMENTS_REQUEST(
      "documents.request",
      Permissions.TRANSCRIPT_REQUEST,
      Permissions.TRANSCRIPT_READ,
      Permissions.STUDENT_READ),
  DOCUMENTS_VERIFY("documents.verify", Permissions.DOCUMENT_VERIFY),
  /** The feed of events itself; what it tells follows from the scopes beside it. */
  EVENTS_READ("events.read"),
  WEBHOOKS_MANAGE("webhooks.manage", Permissions.WEBHOOK_MANAGE);

  private final String code;
  private final Set<String> permissions;

  ApiScope(String code, String... permissions) {
    this.code = code;
    this.permissions = Set.of(permissions);
  }

  /** The name in tokens. */
  public String code() {
    return code;
  }

  @Override
  public String key() {
    return "access.scope." + code;
  }

  /** The scope of a name; empty where there is none. */
  public static Optional<ApiScope> of(String code) {
    return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
  }

  /** Scopes of names with blanks between; names that are none are passed over. */
  public static Set<ApiScope> read(String codes) {
    Set<ApiScope> found = EnumSet.noneOf(ApiScope.class);
    if (codes != null) {
      for (String one : codes.split(" ")) {
        of(one).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Names with blanks between, in the order of the scopes. */
  public static String write(Collection<ApiScope> scopes) {
    return scopes.stream().sorted().map(ApiScope::code).collect(Collectors.joining(" "));
  }

  /** SUB-2. Every operation these scopes leave; calling itself is always left. */
  public static Set<String> permissions(Collection<ApiScope> scopes) {
    Set<String> left = new HashSet<>(List.of(Permissions.API_USE));
    scopes.forEach(scope -> left.addAll(scope.permissions));
    return Collections.unmodifiableSet(left);
  }
}
