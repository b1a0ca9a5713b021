package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.acts;
import static kz.miras.registrar.inside.PlanScene.intact;
import static kz.miras.registrar.inside.PlanScene.leave;
import static kz.miras.registrar.inside.PlanScene.office;
import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.statusOf;
import static kz.miras.registrar.inside.PlanScene.submit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.ReceiptQueries;
import kz.miras.registrar.registration.service.ReserveDesk;
import kz.miras.registrar.registration.service.SectionHistory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who comes next, whatever pools, clocks and keys say; and that no refusal goes unseen. */
@InsideTest
class QueueFairnessInsideIT {

  private static final int FIRST = 150;
  private static final LocalDate UNTIL = LocalDate.of(2090, 10, 1);
  private static final String WAITS =
      "(SELECT w.%s FROM waiting_place w JOIN enrolment e ON e.id = w.enrolment_id WHERE e.uuid ="
          + " '%s')";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(QueueFairnessInsideIT.class, PlanScene.class);
  }

  /** Students of one academic group and one programme. */
  private static List<String> fellows() throws Exception {
    return List.of(
        Scene.text(
                "SELECT GROUP_CONCAT(s.student_no ORDER BY s.id) FROM student s JOIN programme p ON"
                    + " p.id = s.programme_id WHERE s.status = 'STUDYING' AND p.level ="
                    + " 'BACHELOR' AND s.group_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM"
                    + " student_hold h WHERE h.student_id = s.id AND h.removed_at IS NULL) AND NOT"
                    + " EXISTS (SELECT 1 FROM account a WHERE a.student_id = s.id) GROUP BY"
                    + " s.group_id HAVING COUNT(*) >= 4 AND MIN(s.programme_id) ="
                    + " MAX(s.programme_id) ORDER BY s.group_id DESC LIMIT 1")
            .split(","));
  }

  private static PlanAnswer wish(String student, long offering) throws Exception {
    return submit(student, request(false, true, offering), UUID.randomUUID().toString());
  }

  private static EnrolmentStatus status(PlanAnswer answer) {
    return answer.lines().get(0).status();
  }

  private static UUID enrolment(PlanAnswer answer) {
    return answer.lines().get(0).enrolment();
  }

  private static void keep(long section, String programme, String group) throws Exception {
    ReserveDesk desk = Inside.bean(ReserveDesk.class);
    ReserveDesk.Typed typed = new ReserveDesk.Typed(section, programme, group, 1, UNTIL);
    assertThat(Inside.as(Scene.holding("SPE"), () -> desk.keep(typed)).refusals()).isEmpty();
  }

  private static SectionHistory.History history(long section) throws Exception {
    SectionHistory history = Inside.bean(SectionHistory.class);
    UUID id = UUID.fromString(Scene.text("SELECT uuid FROM section WHERE id = ?", section));
    return Inside.as(Scene.holding("AUD"), () -> history.of(id));
  }

  @Test
  @DisplayName(
      "REG-31 REG-33 who waits gets a freed seat of the programme too, where the seats kept for the"
          + " group come first; a newcomer does not")
  void theSecondPool() throws Exception {
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 2);
    List<String> fellows = fellows();
    String student = " FROM student s WHERE s.student_no = ?";
    keep(
        section,
        Scene.text(
            "SELECT (SELECT p.code FROM programme p WHERE p.id = s.programme_id)" + student,
            fellows.get(0)),
        null);
    keep(
        section,
        null,
        Scene.text(
            "SELECT (SELECT g.code FROM student_group g WHERE g.id = s.group_id)" + student,
            fellows.get(0)));
    assertThat(status(wish(fellows.get(0), offering))).isEqualTo(EnrolmentStatus.ENROLLED);
    PlanAnswer ofProgramme = wish(fellows.get(1), offering);
    assertThat(status(ofProgramme)).isEqualTo(EnrolmentStatus.ENROLLED);
    PlanAnswer waits = wish(fellows.get(2), offering);
    assertThat(status(waits)).isEqualTo(EnrolmentStatus.WAITLISTED);

    leave(enrolment(ofProgramme), EnrolmentStatus.CANCELLED_BY_OR);

    assertThat(statusOf(waits)).isEqualTo("ENROLLED");
    assertThat(status(wish(fellows.get(3), offering))).isEqualTo(EnrolmentStatus.WAITLISTED);
    assertThat(history(section).jumps()).isEmpty();
    assertThat(intact(section)).isTrue();
  }

  @Test
  @DisplayName(
      "REG-33 the order of a queue is that of the lock: a node whose clock is an hour ahead puts"
          + " nobody behind those who come later; it lies in the sealed log, and every page tells"
          + " the same place")
  void clocksDoNotDecide() throws Exception {
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 1);
    List<String> students = Scene.students(FIRST, 4);
    PlanAnswer holder = wish(students.get(0), offering);
    PlanAnswer ahead = wish(students.get(1), offering);
    Scene.change(
        "UPDATE waiting_place SET since = since + INTERVAL 1 HOUR WHERE section_id = ?", section);
    Scene.change(
        "UPDATE section_seat SET newest_since = newest_since + INTERVAL 1 HOUR WHERE section_id = ?",
        section);
    PlanAnswer second = wish(students.get(2), offering);
    PlanAnswer third = wish(students.get(3), offering);
    String since = WAITS.formatted("since", enrolment(ahead));
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM waiting_place w WHERE w.section_id = ? AND w.since > "
                    + since,
                section))
        .isEqualTo(2);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM registration_log l JOIN waiting_place w ON w.enrolment_id ="
                    + " l.enrolment_id AND w.section_id = l.section_id WHERE l.section_id = ? AND"
                    + " l.act = 'WAITING' AND l.waits_since = w.since AND l.queue_rank ="
                    + " w.queue_rank AND l.pools = 'ALL'",
                section))
        .as("of the two that were not moved by hand")
        .isEqualTo(2);

    leave(enrolment(holder), EnrolmentStatus.CANCELLED_BY_OR);
    assertThat(statusOf(ahead)).isEqualTo("ENROLLED");

    // two of the same moment: the key of the enrolment decides, on the page as in the queue
    Scene.change(
        "UPDATE waiting_place SET since = '2090-01-01', id = id + IF(enrolment_id = (SELECT id FROM"
            + " enrolment WHERE uuid = ?), 100000000, 0) WHERE section_id = ?",
        enrolment(second).toString(),
        section);
    assertThat(place(students.get(2), offering)).isEqualTo(1);
    assertThat(place(students.get(3), offering)).isEqualTo(2);
    leave(enrolment(ahead), EnrolmentStatus.CANCELLED_BY_OR);
    assertThat(statusOf(second)).isEqualTo("ENROLLED");
    assertThat(statusOf(third)).isEqualTo("WAITLISTED");
    assertThat(history(section).jumps()).isEmpty();
    assertThat(intact(section)).isTrue();
  }

  private static int place(String student, long offering) throws Exception {
    PlanQueries plans = Inside.bean(PlanQueries.class);
    String code = Scene.text("SELECT code FROM offering WHERE id = ?", offering);
    PlanView plan = Inside.as(office(), () -> plans.plan(student, "FAR"));
    return plan.lines().stream()
        .filter(line -> line.discipline().equals(code) && line.place() != null)
        .findFirst()
        .orElseThrow()
        .place();
  }

  @Test
  @DisplayName(
      "REG-32 each refusal about the seat of a section lies in its log, however soon it follows"
          + " another, and the receipt of each holds")
  void eachRefusalIsWrittenDown() throws Exception {
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 5);
    String student = Scene.student(FIRST + 4);
    assertThat(status(wish(student, offering))).isEqualTo(EnrolmentStatus.ENROLLED);
    assertThat(status(wish(student, offering))).isNull();

    PlanAnswer again = wish(student, offering);
    Scene.change("UPDATE offering SET status = 'CLOSED' WHERE id = ?", offering);
    assertThat(status(wish(student, offering))).isNull();

    assertThat(again.lines().get(0).verdict().refusals()).isNotEmpty();
    assertThat(acts(section, "REFUSED")).isEqualTo(3);
    assertThat(
            Scene.number(
                "SELECT COUNT(DISTINCT verdict) FROM registration_log WHERE section_id = ? AND act"
                    + " = 'REFUSED'",
                section))
        .as("two different reasons within a minute")
        .isEqualTo(2);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM audit_entry a JOIN audit_detail d ON d.entry_id = a.id JOIN"
                    + " student s ON a.entity_id = CAST(s.id AS CHAR) WHERE a.outcome = 'REFUSED'"
                    + " AND s.student_no = ? AND d.after_values LIKE ?",
                student,
                "%" + again.lines().get(0).verdict().refusals().get(0).code() + "%"))
        .as("and in the audit trail, with the reasons")
        .isPositive();
    ReceiptQueries receipts = Inside.bean(ReceiptQueries.class);
    ReceiptQueries.Receipt receipt =
        Inside.as(office(), () -> receipts.receipt(again.submission()));
    assertThat(receipt.entries()).hasSize(1);
    assertThat(receipt.holds()).isTrue();
    assertThat(receipt.answer().receipt()).isEqualTo(again.receipt());
    assertThat(intact(section)).isTrue();
  }

  @Test
  @DisplayName(
      "REG-17 REG-32 what is refused only when the seats are decided on, since what it needs has"
          + " none, lies in the log of its section too")
  void refusedUnderTheLock() throws Exception {
    long needing = Scene.offering(1);
    long needed = Scene.offering(1);
    long section = Scene.section(needing, "GROUP", 5);
    long full = Scene.section(needed, "GROUP", 0);
    Scene.change(
        "INSERT INTO corequisite (discipline_id, together_id) SELECT a.discipline_id,"
            + " b.discipline_id FROM offering a, offering b WHERE a.id = ? AND b.id = ?",
        needing,
        needed);

    PlanAnswer answer =
        submit(
            Scene.student(FIRST + 5),
            request(false, false, needing, needed),
            UUID.randomUUID().toString());

    assertThat(status(answer)).isNull();
    assertThat(acts(section, "REFUSED")).isOne();
    assertThat(acts(full, "REFUSED")).isOne();
    assertThat(intact(section)).isTrue();
  }
}
