package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Seats and rights at the registration desk, as many people at once and in the container. */
@InsideTest
class RegistrationInsideIT {

  private static final String SEATS =
      "SELECT taken FROM section_seat WHERE section_id = ? AND pool = 'ALL'";
  private static final String PLACES =
      "SELECT COUNT(*) FROM enrolment_place p JOIN enrolment e ON e.id = p.enrolment_id WHERE"
          + " p.section_id = ? AND e.status = 'ENROLLED'";
  private static final String HELD =
      "SELECT COUNT(*) FROM enrolment WHERE offering_id = ? AND status = 'ENROLLED'";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(RegistrationInsideIT.class, Crowd.class);
  }

  private static RegistrationCounter counter() {
    return Inside.bean(RegistrationCounter.class);
  }

  private static List<Decision> atOnce(List<String> students, long offering) throws Exception {
    RegistrationCounter counter = counter();
    List<Callable<Decision>> work = new ArrayList<>();
    for (String student : students) {
      work.add(
          () ->
              counter.enrol(student, offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, null));
    }
    return Crowd.atOnce(Inside.signedIn(Scene.holding("SPE")), work);
  }

  @Test
  @DisplayName(
      "REG-3 of two requests for the last seat one wins, the other is told why and what to do")
  void theLastSeatGoesToOne() throws Exception {
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 1);

    List<Decision> answers = atOnce(Scene.students(2), offering);

    assertThat(answers.stream().filter(Decision::enrolled)).hasSize(1);
    Decision other = answers.stream().filter(a -> !a.enrolled()).findFirst().orElseThrow();
    assertThat(other.verdict().refusals()).extracting(Refusal::rule).containsExactly("REG-3");
    Set<String> texts = new HashSet<>();
    for (Language language : Language.values()) {
      String text = Messages.text(language, other.verdict().refusals().get(0));
      assertThat(text).contains("G-" + section).doesNotContain("??");
      texts.add(text);
    }
    assertThat(texts).as("a text of its own in every language").hasSize(Language.values().length);
    assertThat(Scene.number(SEATS, section)).isEqualTo(1);
    assertThat(Scene.number(PLACES, section)).isEqualTo(1);
  }

  @Test
  @DisplayName("REG-3 forty requests at once fill fifteen seats and never one more")
  void aSectionIsNeverOversold() throws Exception {
    long offering = Scene.offering(1);
    long lecture = Scene.section(offering, "LECTURE", 100);
    long one = Scene.section(offering, "GROUP", 7);
    long two = Scene.section(offering, "GROUP", 8);

    List<Decision> answers = atOnce(Scene.students(40), offering);

    assertThat(answers.stream().filter(Decision::enrolled)).hasSize(15);
    assertThat(answers)
        .filteredOn(a -> !a.enrolled())
        .allSatisfy(
            a ->
                assertThat(a.verdict().refusals())
                    .extracting(Refusal::code)
                    .containsExactly("registration.full"));
    assertThat(List.of(Scene.number(SEATS, one), Scene.number(SEATS, two))).containsExactly(7L, 8L);
    assertThat(Scene.number(SEATS, lecture)).as("refused requests gave it back").isEqualTo(15);
    assertThat(Scene.number(HELD, offering)).isEqualTo(15);
    assertThat(Scene.number(PLACES, lecture)).isEqualTo(15);
  }

  @Test
  @DisplayName("REG-10 the same request sent eight times at once enrols once and takes one seat")
  void theSameRequestCountsOnce() throws Exception {
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 10);
    String student = Scene.student(0);

    List<Decision> answers = atOnce(java.util.Collections.nCopies(8, student), offering);

    assertThat(answers.stream().filter(Decision::enrolled)).hasSize(1);
    assertThat(answers)
        .filteredOn(a -> !a.enrolled())
        .allSatisfy(
            a ->
                assertThat(a.verdict().refusals())
                    .extracting(Refusal::rule)
                    .containsExactly("REG-10"));
    assertThat(Scene.number(SEATS, section)).isEqualTo(1);
  }

  @Test
  @DisplayName("REG-14 requests of one student at once stay within the credits of a term together")
  void requestsAtOnceStayWithinTheLimit() throws Exception {
    String student = Scene.student(2);
    List<Callable<Decision>> work = new ArrayList<>();
    RegistrationCounter counter = counter();
    for (int i = 0; i < 6; i++) {
      long offering = Scene.offering(20);
      Scene.section(offering, "GROUP", 5);
      work.add(() -> counter.enrol(student, offering, NamedSections.ANY, EnrolmentType.MAIN, null));
    }

    List<Decision> answers = Crowd.atOnce(Inside.signedIn(Scene.holding("SPE")), work);

    // two of them would be 40 credits, above the 36 a bachelor may take in a term
    assertThat(answers.stream().filter(Decision::enrolled)).hasSize(1);
    assertThat(answers)
        .filteredOn(a -> !a.enrolled())
        .allSatisfy(
            a ->
                assertThat(a.verdict().refusals())
                    .extracting(Refusal::rule)
                    .containsExactly("REG-14"));
  }

  @Test
  @DisplayName("REG-3 a seat given back goes to the next who asks")
  void aSeatGivenBackIsFree() throws Exception {
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", 1);
    List<String> students = Scene.students(4, 2);
    Decision first = atOnce(students.subList(0, 1), offering).get(0);
    assertThat(atOnce(students.subList(1, 2), offering).get(0).enrolled()).isFalse();

    RegistrationDesk desk = Inside.bean(RegistrationDesk.class);
    Inside.as(
        Scene.holding("SPE"),
        () -> {
          desk.leave(first.enrolment(), EnrolmentStatus.CANCELLED_BY_OR, "asked in writing");
          return null;
        });

    assertThat(Scene.number(SEATS, section)).isZero();
    assertThat(atOnce(students.subList(1, 2), offering).get(0).enrolled()).isTrue();
  }

  @Test
  @DisplayName("a student gives up nobody else's seat and does not learn whether the other exists")
  void nobodyDropsForSomebodyElse() throws Exception {
    long offering = Scene.offering(1);
    Scene.section(offering, "GROUP", 5);
    List<String> students = Scene.students(6, 2);
    Decision other = atOnce(students.subList(1, 2), offering).get(0);
    UUID enrolment =
        UUID.fromString(Scene.text("SELECT uuid FROM enrolment WHERE id = ?", other.enrolment()));
    long mine = Scene.number("SELECT id FROM student WHERE student_no = ?", students.get(0));
    String me = Scene.account("STU", mine, null);
    RegistrationDesk desk = Inside.bean(RegistrationDesk.class);

    for (String name : List.of(students.get(1), students.get(0), "S-NOBODY")) {
      assertThatThrownBy(
              () ->
                  Inside.as(
                      me,
                      () -> {
                        desk.drop(name, enrolment);
                        return null;
                      }))
          .as(name)
          .isInstanceOf(RegistrarException.NotFound.class);
    }
    assertThat(Scene.number(HELD, offering)).isOne();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM audit_entry WHERE actor = ? AND outcome = 'DENIED'", me))
        .as("the attempt is on record")
        .isPositive();
  }

  @Test
  @DisplayName("a student is enrolled by no desk of the office: the own plan is submitted instead")
  void nobodyEnrolsOnesOwnSelf() throws Exception {
    long offering = Scene.offering(1);
    Scene.section(offering, "GROUP", 5);
    String student = Scene.student(8);
    String me =
        Scene.account(
            "STU", Scene.number("SELECT id FROM student WHERE student_no = ?", student), null);
    RegistrationDesk desk = Inside.bean(RegistrationDesk.class);

    assertThatThrownBy(() -> asks(desk, me, student, offering))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThat(Scene.number(HELD, offering)).isZero();
  }

  @Test
  @DisplayName("a role without the right, and nobody at all, get no answer from the desk")
  void withoutTheRightThereIsNoAnswer() throws Exception {
    long offering = Scene.offering(1);
    Scene.section(offering, "GROUP", 5);
    String student = Scene.student(0);
    RegistrationDesk desk = Inside.bean(RegistrationDesk.class);

    String auditor = Scene.holding("AUD");
    assertThatThrownBy(() -> asks(desk, auditor, student, offering))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThatThrownBy(
            () -> desk.enrol(student, offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, null))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThat(Scene.number(HELD, offering)).isZero();
  }

  private static Decision asks(RegistrationDesk desk, String login, String student, long offering)
      throws Exception {
    return Inside.as(
        login,
        () -> desk.enrol(student, offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, null));
  }
}
