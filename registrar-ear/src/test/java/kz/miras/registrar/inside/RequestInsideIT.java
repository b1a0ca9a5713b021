package kz.miras.registrar.inside;

import static kz.miras.registrar.registration.service.NamedSections.ANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestWords;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.registration.service.RequestDesk;
import kz.miras.registrar.registration.service.RequestDesk.Asked;
import kz.miras.registrar.registration.service.RequestDesk.Attached;
import kz.miras.registrar.registration.service.RequestDesk.Typed;
import kz.miras.registrar.registration.service.RequestQueries;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Requests for a decision at the desk: who asks, who decides, what is carried out and how often.
 */
@InsideTest
class RequestInsideIT {

  private static final int FIRST = 60;
  private static final String ENROLLED =
      "SELECT COUNT(*) FROM enrolment WHERE offering_id = ? AND status = 'ENROLLED'";
  private static final String STATUS =
      "SELECT COUNT(*) FROM registration_request WHERE uuid = ? AND status = ?";
  private static final String TOLD = "SELECT COUNT(*) FROM notice WHERE link LIKE CONCAT('%', ?)";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(RequestInsideIT.class, Crowd.class);
  }

  private static RegistrationCounter counter() {
    return Inside.bean(RegistrationCounter.class);
  }

  private static String student(int at) throws Exception {
    return Scene.student(FIRST + at);
  }

  /** An offering whose discipline needs another one that nobody has passed. */
  private static long withPrerequisite(int seats) throws Exception {
    long offering = Scene.offering(1);
    Scene.change(
        "INSERT INTO prerequisite (discipline_id, requires_id) SELECT a.discipline_id,"
            + " b.discipline_id FROM offering a, offering b WHERE a.id = ? AND b.id = ?",
        offering,
        Scene.offering(1));
    Scene.section(offering, "GROUP", seats);
    return offering;
  }

  private static Typed waiver(String student, long offering) throws Exception {
    return new Typed(
        RequestKind.WAIVER,
        student,
        Scene.text("SELECT CAST(uuid AS CHAR) FROM offering WHERE id = ?", offering),
        null,
        null,
        null,
        EnrolmentType.ADDITIONAL,
        "REG-2",
        new RequestWords("passed elsewhere, certificate follows", null, "letter 12"));
  }

  private static Asked ask(String who, Typed typed) throws Exception {
    RequestDesk desk = Inside.bean(RequestDesk.class);
    return Inside.as(who, () -> desk.ask(typed, Attached.NONE));
  }

  private static Verdict decide(String who, String id, boolean approved, String note)
      throws Exception {
    RegistrationCounter counter = counter();
    return Inside.as(who, () -> counter.decide(id, approved, note));
  }

  private static List<String> rules(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::rule).toList();
  }

  @Test
  @DisplayName("REQ-2 REQ-4 an approved waiver enrols at once, and of two deciders one decides")
  void waiverEnrolsOnce() throws Exception {
    String student = student(0);
    long offering = withPrerequisite(5);
    String specialist = Scene.holding("SPE");
    RegistrationCounter counter = counter();
    Decision before =
        Inside.as(
            specialist,
            () -> counter.enrol(student, offering, ANY, EnrolmentType.ADDITIONAL, null));
    assertThat(rules(before.verdict())).containsExactly("REG-2");

    Asked asked = ask(specialist, waiver(student, offering));
    assertThat(asked.verdict()).isEqualTo(Verdict.allowed());
    assertThat(rules(ask(specialist, waiver(student, offering)).verdict()))
        .as("the same once at a time")
        .containsExactly("REQ-3");
    List<Callable<Verdict>> work = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      work.add(() -> counter.decide(asked.id(), true, null));
    }
    List<Verdict> answers = Crowd.atOnce(Inside.signedIn(Scene.holding("DIR")), work);

    assertThat(answers.stream().filter(Verdict::isAllowed)).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !answer.isAllowed())
        .allSatisfy(answer -> assertThat(rules(answer)).containsExactly("REQ-2"));
    assertThat(Scene.number(ENROLLED, offering)).isEqualTo(1);
    assertThat(Scene.number(STATUS, asked.id(), "DONE")).isEqualTo(1);
    assertThat(Scene.number(TOLD, asked.id())).as("student, adviser and asker").isEqualTo(3);
  }

  @Test
  @DisplayName("REQ-4 where a seat is missing the decision stands and is carried out later, once")
  void carriedOutLater() throws Exception {
    String student = student(1);
    long offering = withPrerequisite(0);
    Asked asked = ask(Scene.holding("SEN"), waiver(student, offering));
    Verdict verdict = decide(Scene.holding("DEP"), asked.id(), true, "as the dean asks");
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.warnings()).extracting(Refusal::rule).contains("REG-3");
    assertThat(Scene.number(STATUS, asked.id(), "APPROVED")).isEqualTo(1);
    assertThat(Scene.number(ENROLLED, offering)).isZero();

    Scene.change(
        "UPDATE section_seat q JOIN section x ON x.id = q.section_id SET q.capacity = 1 WHERE"
            + " x.offering_id = ?",
        offering);
    String specialist = Scene.holding("SPE");
    RegistrationCounter counter = counter();
    assertThat(Inside.as(specialist, () -> counter.carryOut(asked.id())).isAllowed()).isTrue();
    assertThat(Scene.number(ENROLLED, offering)).isEqualTo(1);
    assertThat(rules(Inside.as(specialist, () -> counter.carryOut(asked.id()))))
        .containsExactly("REQ-4");
  }

  @Test
  @DisplayName("REQ-4 a waiver of one rule sets aside that rule for that offering only")
  void waiverIsNarrow() throws Exception {
    String student = student(2);
    long offering = withPrerequisite(5);
    long other = withPrerequisite(5);
    Asked asked = ask(Scene.holding("SPE"), waiver(student, offering));
    decide(Scene.holding("DIR"), asked.id(), true, null);
    RegistrationCounter counter = counter();
    Decision refused =
        Inside.as(
            Scene.holding("SPE"),
            () -> counter.enrol(student, other, ANY, EnrolmentType.ADDITIONAL, null));
    assertThat(rules(refused.verdict())).containsExactly("REG-2");
  }

  @Test
  @DisplayName("REQ-2 who asked does not decide, and a rejection says why")
  void ownAndUnexplained() throws Exception {
    String both = Scene.holding("SPE");
    Scene.change(
        "INSERT INTO role_grant (id, account_id, role, valid_from, basis) SELECT NEXT VALUE FOR"
            + " account_seq, id, 'DEP', '2020-01-01', 'order 1' FROM account WHERE login = ?",
        both);
    long offering = withPrerequisite(5);
    Asked asked = ask(both, waiver(student(3), offering));
    assertThat(rules(decide(both, asked.id(), true, "yes"))).containsExactly("REQ-2");
    String director = Scene.holding("DIR");
    assertThat(decide(director, asked.id(), false, " ").refusals())
        .extracting(Refusal::field)
        .containsExactly("note");
    assertThat(decide(director, asked.id(), false, "no ground").isAllowed()).isTrue();
    assertThat(Scene.number(STATUS, asked.id(), "REJECTED")).isEqualTo(1);
    assertThat(Scene.number(ENROLLED, offering)).isZero();
  }

  @Test
  @DisplayName("REG-5 a specialist sets no W; the decision on the request does, and frees the seat")
  void withdrawnByDecision() throws Exception {
    String student = student(4);
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 1);
    String specialist = Scene.holding("SPE");
    RegistrationCounter counter = counter();
    EnrolmentType type = EnrolmentType.ADDITIONAL;
    Decision enrolled =
        Inside.as(specialist, () -> counter.enrol(student, offering, ANY, type, null));
    assertThatThrownBy(
            () ->
                Inside.as(
                    specialist,
                    () -> {
                      counter.leave(
                          enrolled.enrolment(),
                          kz.miras.registrar.registration.EnrolmentStatus.WITHDRAWN,
                          "wants out");
                      return null;
                    }))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(
            Scene.text(
                "SELECT GROUP_CONCAT(act ORDER BY position) FROM registration_log WHERE section_id"
                    + " = ?",
                section))
        .as("REG-32: that it was refused lies in the log of the group")
        .isEqualTo("TAKEN,REFUSED");
    Asked asked =
        ask(
            specialist,
            new Typed(
                RequestKind.WITHDRAW,
                student,
                null,
                null,
                null,
                enrolled.enrolment(),
                null,
                null,
                new RequestWords("illness", null, "certificate 7")));
    assertThat(decide(Scene.holding("DEP"), asked.id(), true, null).isAllowed()).isTrue();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM enrolment WHERE id = ? AND status = 'WITHDRAWN'",
                enrolled.enrolment()))
        .isEqualTo(1);
    assertThat(Scene.number("SELECT taken FROM section_seat WHERE section_id = ?", section))
        .isZero();
  }

  @Test
  @DisplayName("an adviser asks for the own advisees only, and nobody without the right decides")
  void rights() throws Exception {
    long offering = withPrerequisite(5);
    String student = student(5);
    long stranger =
        Scene.number(
            "SELECT t.id FROM teacher t WHERE t.id <> (SELECT COALESCE(adviser_id, 0) FROM student"
                + " WHERE student_no = ?) AND NOT EXISTS (SELECT 1 FROM account a WHERE"
                + " a.teacher_id = t.id) LIMIT 1",
            student);
    String adviser = Scene.account("ADV", null, stranger);
    assertThatThrownBy(() -> ask(adviser, waiver(student, offering)))
        .isInstanceOf(RegistrarException.NotFound.class);
    Asked asked = ask(Scene.holding("SPE"), waiver(student, offering));
    String specialist = Scene.holding("SPE");
    assertThatThrownBy(() -> decide(specialist, asked.id(), true, null))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThat(Scene.number(STATUS, asked.id(), "REQUESTED")).isEqualTo(1);
  }

  @Test
  @DisplayName("a request with its reason and document is read by who asks and who decides alone")
  void whoReads() throws Exception {
    String student = student(6);
    Asked asked = ask(Scene.holding("SPE"), waiver(student, withPrerequisite(5)));
    RequestQueries queries = Inside.bean(RequestQueries.class);
    for (String role : List.of("DIR", "DEP", "SEN", "SPE", "AUD")) {
      assertThat(Inside.as(Scene.holding(role), () -> queries.request(asked.id()).words().reason()))
          .as(role)
          .isNotBlank();
    }
    long stranger =
        Scene.number(
            "SELECT t.id FROM teacher t WHERE t.id <> (SELECT COALESCE(adviser_id, 0) FROM student"
                + " WHERE student_no = ?) AND NOT EXISTS (SELECT 1 FROM account a WHERE"
                + " a.teacher_id = t.id) LIMIT 1",
            student);
    for (String login :
        List.of(
            Scene.holding("VR"),
            Scene.holding("JUN"),
            Scene.holding("DEAN"),
            Scene.account("TCH", null, stranger),
            Scene.account("ADV", null, stranger))) {
      assertThatThrownBy(() -> Inside.as(login, () -> queries.request(asked.id())))
          .as(login)
          .isInstanceOfAny(
              EJBAccessException.class,
              RegistrarException.Forbidden.class,
              RegistrarException.NotFound.class);
      assertThatThrownBy(() -> Inside.as(login, () -> queries.file(asked.id())))
          .as(login)
          .isInstanceOfAny(
              EJBAccessException.class,
              RegistrarException.Forbidden.class,
              RegistrarException.NotFound.class);
    }
  }
}
