package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.miras.registrar.office.service.RecordDesk;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.payment.PaymentSound.Mark;
import kz.miras.registrar.registration.service.payment.PaymentDesk;
import kz.miras.registrar.registration.service.summer.SummerDesk;
import kz.miras.registrar.registration.service.summer.SummerPlanDesk;
import kz.miras.registrar.registration.service.summer.SummerQueries;
import kz.miras.registrar.registration.service.summer.SummerReport;
import kz.miras.registrar.registration.service.summer.SummerView;
import kz.miras.registrar.registration.summer.SummerStatus;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A summer semester from its first draft to paid seats, and to its refusals. */
@InsideTest
class SummerInsideIT {

  private static int semesters;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SummerInsideIT.class, Crowd.class);
  }

  private static SummerPlanDesk plans() {
    return Inside.bean(SummerPlanDesk.class);
  }

  private static SummerDesk desk() {
    return Inside.bean(SummerDesk.class);
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static List<String> refused(String login, Callable<Verdict> work) throws Exception {
    return codes(Inside.as(login, work));
  }

  /** A summer term of its own, in a year nobody else uses. */
  private static synchronized String term() throws SQLException {
    int year = 2070 + semesters++;
    long key = Scene.next("calendar_seq");
    Scene.change(
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, ?, ?, ?)",
        key,
        year,
        year + "-09-01",
        (year + 1) + "-08-31");
    String code = year + "-S";
    Scene.change(
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " VALUES (?, ?, 'SUMMER', ?, ?, ?, 6)",
        Scene.next("calendar_seq"),
        key,
        code,
        (year + 1) + "-06-20",
        (year + 1) + "-08-05");
    return code;
  }

  /** A discipline nobody has studied. */
  private static String discipline() throws SQLException {
    return Scene.text(
        "SELECT d.code FROM offering o JOIN discipline d ON d.id = o.discipline_id WHERE o.id = ?",
        Scene.offering(5));
  }

  private static void add(String senior, String term, String discipline) throws Exception {
    Map<String, String> row = new HashMap<>();
    row.put("term", term);
    row.put("discipline", discipline);
    row.put("language", "ru");
    row.put("minimum", "2");
    row.put("individual_price", "30000");
    row.put("group_cost", "100000");
    RecordDesk records = Inside.bean(RecordDesk.class);
    assertThat(
            codes(
                Inside.as(
                    senior, () -> records.save("summer-disciplines", Map.of(), row, null, true))))
        .isEmpty();
  }

  /** An approved plan that takes applications today. */
  private static SummerView approved(int disciplines) throws Exception {
    String senior = Scene.holding("SEN");
    String term = term();
    String id = Inside.as(senior, () -> plans().begin(term));
    for (int i = 0; i < disciplines; i++) {
      add(senior, term, discipline());
    }
    LocalDate today = LocalDate.now();
    assertThat(refused(senior, () -> plans().dates(id, today, today.plusDays(9)))).isEmpty();
    assertThat(refused(Scene.holding("DIR"), () -> plans().submit(id))).isEmpty();
    assertThat(refused(Scene.holding("VR"), () -> plans().approve(id, "№ 31"))).isEmpty();
    return view(senior, id);
  }

  private static SummerView view(String login, String id) throws Exception {
    return Inside.as(login, () -> Inside.bean(SummerQueries.class).plan(id));
  }

  /** Students who are not in their last course, others for each test. */
  private static List<String> students(int from, int many) throws SQLException {
    List<String> numbers = new ArrayList<>();
    for (String number : Scene.students(150)) {
      if (Scene.number(
              "SELECT COUNT(*) FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                  + " s.student_no = ? AND s.course_year < p.years",
              number)
          == 1) {
        numbers.add(number);
      }
    }
    return numbers.subList(from, from + many);
  }

  private static String account(String student) throws SQLException {
    return Scene.account(
        "STU", Scene.number("SELECT id FROM student WHERE student_no = ?", student), null);
  }

  @Test
  @DisplayName("SUM-8 SOD-2 the office prepares, the director submits, the vice-rector approves")
  void threeHands() throws Exception {
    String senior = Scene.holding("SEN");
    String director = Scene.holding("DIR");
    String term = term();
    String id = Inside.as(senior, () -> plans().begin(term));
    assertThat(Inside.as(senior, () -> plans().begin(term))).as("begun once").isEqualTo(id);
    assertThat(refused(director, () -> plans().submit(id)))
        .containsExactly(
            "registration.summer.dates", "registration.summer.dates", "registration.summer.empty");
    String proposal = discipline();
    String dean = Scene.holding("DEAN");
    assertThat(refused(dean, () -> plans().propose(id, proposal, Language.RU))).isEmpty();
    assertThat(refused(dean, () -> plans().propose(id, proposal, Language.RU)))
        .containsExactly("registration.summer.there");
    assertThat(view(senior, id).disciplines().get(0).proposed()).isTrue();
    add(senior, term, discipline());
    LocalDate today = LocalDate.now();
    assertThat(refused(senior, () -> plans().dates(id, today, today.plusDays(9)))).isEmpty();
    assertThatThrownBy(() -> Inside.as(senior, () -> plans().submit(id)))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);

    assertThat(refused(director, () -> plans().submit(id))).isEmpty();
    assertThat(view(senior, id).disciplines()).as("what was not taken over falls away").hasSize(1);
    assertThat(refused(senior, () -> plans().dates(id, today, today.plusDays(5))))
        .containsExactly("registration.summer.not-draft");
    String vice = Scene.holding("VR");
    assertThat(refused(vice, () -> plans().giveBack(id, "add a language"))).isEmpty();
    assertThat(refused(vice, () -> plans().approve(id, "№ 31")))
        .containsExactly("registration.summer.not-submitted");
    assertThat(view(senior, id).remark()).isEqualTo("add a language");
    assertThat(refused(director, () -> plans().submit(id))).isEmpty();
    assertThat(refused(vice, () -> plans().approve(id, "")))
        .contains("registration.summer.decision");
    assertThat(refused(vice, () -> plans().approve(id, "№ 31"))).isEmpty();
    assertThat(view(senior, id).status()).isEqualTo(SummerStatus.APPROVED);
    assertThat(refused(director, () -> plans().close(id)))
        .containsExactly("registration.summer.running", "registration.summer.undecided");
    assertThatThrownBy(() -> Inside.as(director, () -> plans().approve(id, "№ 31")))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
  }

  @Test
  @DisplayName("SUM-9 SUM-7 REG-21 applications become a group, payments become seats")
  void fromApplicationToSeat() throws Exception {
    SummerView plan = approved(1);
    String line = plan.disciplines().get(0).id();
    List<String> students = students(20, 3);
    List<String> logins = new ArrayList<>();
    for (String student : students) {
      logins.add(account(student));
    }
    String senior = Scene.holding("SEN");
    assertThat(codes(Inside.as(senior, () -> desk().open(line, 1, 10)).verdict()))
        .containsExactly("registration.summer.below-minimum");
    for (String login : logins.subList(0, 2)) {
      assertThat(refused(login, () -> desk().apply(null, line, SummerPurpose.ADDITIONAL)))
          .isEmpty();
    }
    assertThat(refused(logins.get(0), () -> desk().apply(null, line, SummerPurpose.ADDITIONAL)))
        .contains("registration.summer.twice");

    SummerDesk.Opened opened = Inside.as(senior, () -> desk().open(line, 1, 10));
    assertThat(opened.verdict().isAllowed()).isTrue();
    assertThat(opened.left()).isEmpty();
    assertThat(opened.done()).isEqualTo(2);
    assertThat(codes(Inside.as(senior, () -> desk().open(line, 1, 10)).verdict()))
        .contains("registration.summer.decided");
    assertThat(refused(logins.get(2), () -> desk().apply(null, line, SummerPurpose.ADDITIONAL)))
        .as("who comes later is asked to pay at once")
        .isEmpty();

    SummerView own = view(logins.get(0), plan.id());
    SummerView.Application mine = own.own().get(0);
    assertThat(mine.enrolment()).hasToString("REQUESTED");
    assertThat(mine.payment()).isNotNull();
    String accounting = Scene.holding("ACC");
    assertThat(
            refused(
                accounting,
                () ->
                    Inside.bean(PaymentDesk.class)
                        .confirm(mine.paymentId(), new Mark(LocalDate.now(), "7", null))))
        .isEmpty();
    SummerView paid = view(senior, plan.id());
    assertThat(paid.disciplines().get(0).applications()).isEqualTo(3);
    assertThat(paid.disciplines().get(0).paid()).isOne();
    assertThat(paid.disciplines().get(0).enrolled()).as("the seat is given").isOne();
    assertThat(paid.income())
        .isEqualByComparingTo(
            paid.disciplines().get(0).price().multiply(java.math.BigDecimal.valueOf(5)));
    assertThat(refused(logins.get(0), () -> desk().withdraw(mine.id())))
        .containsExactly("registration.summer.seated");
    String other = view(logins.get(1), plan.id()).own().get(0).id();
    assertThatThrownBy(() -> Inside.as(logins.get(2), () -> desk().withdraw(other)))
        .as("not the own one")
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThat(refused(logins.get(1), () -> desk().withdraw(other))).isEmpty();
    assertThat(view(senior, plan.id()).disciplines().get(0).applications()).isEqualTo(2);
    assertThat(
            Inside.as(
                senior, () -> Inside.bean(SummerReport.class).xlsx(plan.id(), Language.KK).length))
        .isGreaterThan(1000);
  }

  @Test
  @DisplayName("SUM-7 lessons for a few have a price of their own; a refusal releases everybody")
  void individualLessonsAndRefusal() throws Exception {
    SummerView plan = approved(2);
    String few = plan.disciplines().get(0).id();
    String none = plan.disciplines().get(1).id();
    String student = students(26, 1).get(0);
    String login = account(student);
    String specialist = Scene.holding("SPE");
    String senior = Scene.holding("SEN");
    for (String line : List.of(few, none)) {
      assertThat(refused(specialist, () -> desk().apply(student, line, SummerPurpose.ADDITIONAL)))
          .isEmpty();
    }
    assertThatThrownBy(() -> Inside.as(specialist, () -> desk().individual(few)))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThat(Inside.as(senior, () -> desk().individual(few)).done()).isOne();
    SummerView.Application asked =
        view(login, plan.id()).own().stream()
            .filter(one -> one.payment() != null)
            .findFirst()
            .orElseThrow();
    assertThat(Scene.number("SELECT amount FROM payment_request WHERE uuid = ?", asked.paymentId()))
        .isEqualTo(150_000);

    assertThat(refused(senior, () -> desk().refuse(none, " ")))
        .containsExactly("registration.summer.reason");
    long told = notices(student);
    assertThat(refused(senior, () -> desk().refuse(none, "too few"))).isEmpty();
    assertThat(refused(senior, () -> desk().refuse(none, "too few")))
        .containsExactly("registration.summer.decided");
    assertThat(notices(student)).isEqualTo(told + 1);
    assertThat(refused(senior, () -> desk().refuse(few, "no teacher"))).isEmpty();
    assertThat(view(login, plan.id()).own()).noneMatch(SummerView.Application::isLive);
    assertThat(Scene.text("SELECT status FROM payment_request WHERE uuid = ?", asked.paymentId()))
        .isEqualTo("WITHDRAWN");
  }

  private static long notices(String student) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice n JOIN student s ON s.id = n.student_id WHERE s.student_no ="
            + " ?",
        student);
  }

  @Test
  @DisplayName("SUM-1 SUM-3 the graduating course is refused; applications share one limit")
  void whoMayNot() throws Exception {
    SummerView plan = approved(4);
    String specialist = Scene.holding("SPE");
    String graduating =
        Scene.text(
            "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " s.status = 'STUDYING' AND p.level = 'BACHELOR' AND s.course_year >= p.years"
                + " ORDER BY s.id LIMIT 1");
    String line = plan.disciplines().get(0).id();
    assertThat(refused(specialist, () -> desk().apply(graduating, line, SummerPurpose.ADDITIONAL)))
        .containsExactly("registration.summer-graduating");
    String student = students(30, 1).get(0);
    for (SummerView.Line one : plan.disciplines().subList(0, 3)) {
      assertThat(
              refused(specialist, () -> desk().apply(student, one.id(), SummerPurpose.ADDITIONAL)))
          .isEmpty();
    }
    assertThat(
            refused(
                specialist,
                () ->
                    desk()
                        .apply(student, plan.disciplines().get(3).id(), SummerPurpose.ADDITIONAL)))
        .containsExactly("registration.summer-limit");
  }

  @Test
  @DisplayName("SUM-9 the same application sent twice at once counts once; drafts are not seen")
  void onceAndUnseen() throws Exception {
    SummerView plan = approved(1);
    String line = plan.disciplines().get(0).id();
    String login = account(students(34, 1).get(0));
    List<Callable<Verdict>> twice =
        List.of(
            () -> desk().apply(null, line, SummerPurpose.ADDITIONAL),
            () -> desk().apply(null, line, SummerPurpose.ADDITIONAL));
    List<Verdict> answers = Crowd.atOnce(Inside.signedIn(login), twice);
    assertThat(answers.stream().filter(Verdict::isAllowed)).hasSize(1);
    assertThat(view(login, plan.id()).own()).hasSize(1);

    String senior = Scene.holding("SEN");
    String term = term();
    String draft = Inside.as(senior, () -> plans().begin(term));
    assertThatThrownBy(() -> view(login, draft)).isInstanceOf(RegistrarException.NotFound.class);
    assertThat(
            Inside.as(login, () -> Inside.bean(SummerQueries.class).all()).stream()
                .map(SummerView.Other::id))
        .doesNotContain(draft);
    assertThatThrownBy(() -> Inside.as(login, () -> Inside.bean(SummerQueries.class).group(line)))
        .as("who else has applied is not a student's concern")
        .isInstanceOf(RegistrarException.NotFound.class);
  }
}
