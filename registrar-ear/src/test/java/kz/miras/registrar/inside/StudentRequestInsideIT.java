package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.util.List;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestStatus;
import kz.miras.registrar.registration.RequestWords;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RequestDesk;
import kz.miras.registrar.registration.service.RequestDesk.Asked;
import kz.miras.registrar.registration.service.RequestDesk.Attached;
import kz.miras.registrar.registration.service.RequestDesk.Typed;
import kz.miras.registrar.registration.service.RequestQueries;
import kz.miras.registrar.registration.service.RequestView;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A student asks for a decision in person: about the own registration only, decided by others. */
@InsideTest
class StudentRequestInsideIT {

  private static final int FIRST = 90;
  private static final String ENROLLED =
      "SELECT COUNT(*) FROM enrolment WHERE offering_id = ? AND status = 'ENROLLED'";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(StudentRequestInsideIT.class);
  }

  /** A student with an account of the own. */
  private record Pupil(String number, String login) {

    static Pupil at(int place) throws Exception {
      String number = Scene.student(FIRST + place);
      long id = Scene.number("SELECT id FROM student WHERE student_no = ?", number);
      return new Pupil(number, Scene.account("STU", id, null));
    }
  }

  /** An offering outside every programme. */
  private static long offering() throws Exception {
    long offering = Scene.offering(1);
    Scene.section(offering, "GROUP", 5);
    return offering;
  }

  private static Typed typed(RequestKind kind, String student, long offering) throws Exception {
    String link = Scene.text("SELECT CAST(uuid AS CHAR) FROM offering WHERE id = ?", offering);
    return new Typed(
        kind,
        student,
        link,
        null,
        null,
        null,
        EnrolmentType.ADDITIONAL,
        kind == RequestKind.WAIVER ? "REG-16" : null,
        new RequestWords("хочу изучать это сверх программы", null, "заявление № 7"));
  }

  private static Asked ask(String login, Typed typed) throws Exception {
    RequestDesk desk = Inside.bean(RequestDesk.class);
    return Inside.as(login, () -> desk.ask(typed, Attached.NONE));
  }

  private static RequestView seen(String login, String id) throws Exception {
    RequestQueries queries = Inside.bean(RequestQueries.class);
    return Inside.as(login, () -> queries.request(id));
  }

  private static Verdict decide(String id, boolean approved, String note) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    return Inside.as(Scene.holding("DIR"), () -> counter.decide(id, approved, note));
  }

  private static Verdict takeBack(String login, String id) throws Exception {
    RequestDesk desk = Inside.bean(RequestDesk.class);
    return Inside.as(login, () -> desk.takeBack(id));
  }

  private static long told(Pupil pupil, String id) throws Exception {
    return Scene.number(
        "SELECT COUNT(*) FROM notice n JOIN student s ON s.student_no = ? LEFT JOIN account a ON"
            + " a.student_id = s.id WHERE (n.student_id = s.id OR n.account_id = a.id) AND n.link"
            + " LIKE CONCAT('%', ?)",
        pupil.number(), id);
  }

  @Test
  @DisplayName(
      "REQ-1 REQ-2 a student asks for a discipline outside the programme; who decides sees who asks"
          + " and what refusal it answers; approval enrols, and the student is told once")
  void askedAndApproved() throws Exception {
    Pupil pupil = Pupil.at(0);
    long offering = offering();
    Asked asked = ask(pupil.login(), typed(RequestKind.WAIVER, pupil.number(), offering));
    assertThat(asked.verdict()).isEqualTo(Verdict.allowed());

    RequestView own = seen(pupil.login(), asked.id());
    assertThat(own.course().byStudent()).isTrue();
    assertThat(own.may().takeBack()).isTrue();
    assertThat(own.may().decide()).isFalse();
    RequestView decider = seen(Scene.holding("DEP"), asked.id());
    assertThat(decider.course().byStudent()).isTrue();
    assertThat(decider.may().decide()).isTrue();
    assertThat(decider.may().takeBack()).isFalse();
    assertThat(decider.obstacle()).extracting(Refusal::rule).contains("REG-16");

    assertThat(decide(asked.id(), true, null).isAllowed()).isTrue();
    assertThat(Scene.number(ENROLLED, offering)).isEqualTo(1);
    RequestView done = seen(pupil.login(), asked.id());
    assertThat(done.course().status()).isEqualTo(RequestStatus.DONE);
    assertThat(done.obstacle()).as("nothing hinders it any more").isEmpty();
    assertThat(told(pupil, asked.id())).isEqualTo(1);
    assertThat(takeBack(pupil.login(), asked.id()).isAllowed()).isFalse();
  }

  @Test
  @DisplayName("REQ-1 the reason of a student who is late is the written explanation")
  void lateInPerson() throws Exception {
    Pupil pupil = Pupil.at(1);
    Asked asked = ask(pupil.login(), typed(RequestKind.LATE, "me", offering()));
    assertThat(asked.verdict().isAllowed()).isTrue();
    RequestView seen = seen(pupil.login(), asked.id());
    assertThat(seen.words().explanation()).isEqualTo(seen.words().reason());
    RequestQueries queries = Inside.bean(RequestQueries.class);
    List<RequestView.Brief> mine =
        Inside.as(pupil.login(), () -> queries.requests("me", seen.about().term()));
    assertThat(mine).extracting(RequestView.Brief::id).contains(asked.id());
  }

  @Test
  @DisplayName("REQ-3 a student takes the own request back while it waits, and asks again then")
  void takenBack() throws Exception {
    Pupil pupil = Pupil.at(2);
    Typed typed = typed(RequestKind.EXCEED, pupil.number(), offering());
    Asked asked = ask(pupil.login(), typed);
    assertThat(ask(pupil.login(), typed).verdict().refusals())
        .extracting(Refusal::code)
        .containsExactly("registration.request.open");
    assertThat(takeBack(pupil.login(), asked.id()).isAllowed()).isTrue();
    Asked again = ask(pupil.login(), typed);
    assertThat(again.id()).isNotNull().isNotEqualTo(asked.id());
    assertThat(decide(again.id(), false, "нагрузка предельная").isAllowed()).isTrue();
    RequestView seen = seen(pupil.login(), again.id());
    assertThat(seen.course().status()).isEqualTo(RequestStatus.REJECTED);
    assertThat(seen.course().note()).isEqualTo("нагрузка предельная");
    assertThat(takeBack(pupil.login(), again.id()).isAllowed()).isFalse();
  }

  @Test
  @DisplayName("ACC-1 nobody asks for another, sees another's request, or closes sections so")
  void ofTheOwnOnly() throws Exception {
    Pupil pupil = Pupil.at(3);
    Pupil other = Pupil.at(4);
    long offering = offering();
    assertThatThrownBy(
            () -> ask(pupil.login(), typed(RequestKind.EXCEED, other.number(), offering)))
        .isInstanceOf(RegistrarException.NotFound.class);
    long section = Scene.number("SELECT id FROM section WHERE offering_id = ?", offering);
    Typed closing =
        new Typed(
            RequestKind.CLOSE_SECTION,
            null,
            null,
            section,
            null,
            null,
            null,
            null,
            new RequestWords("так", null, null));
    assertThatThrownBy(() -> ask(pupil.login(), closing))
        .isInstanceOf(RegistrarException.Forbidden.class);

    Asked asked = ask(pupil.login(), typed(RequestKind.EXCEED, pupil.number(), offering));
    assertThatThrownBy(() -> seen(other.login(), asked.id()))
        .isInstanceOf(RegistrarException.NotFound.class);
    RequestQueries queries = Inside.bean(RequestQueries.class);
    assertThatThrownBy(
            () -> Inside.as(other.login(), () -> queries.requests(pupil.number(), "FAR")))
        .isInstanceOf(RegistrarException.NotFound.class);
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    assertThatThrownBy(
            () -> Inside.as(pupil.login(), () -> counter.decide(asked.id(), true, "сам")))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThat(takeBack(other.login(), asked.id()).isAllowed()).isFalse();
    assertThat(seen(pupil.login(), asked.id()).course().status())
        .isEqualTo(RequestStatus.REQUESTED);
  }
}
