package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.payment.PaymentSound.Mark;
import kz.miras.registrar.registration.plan.DegreeAudit;
import kz.miras.registrar.registration.plan.DegreeState;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.rule.CreditRoom;
import kz.miras.registrar.registration.service.DegreeQueries;
import kz.miras.registrar.registration.service.OtherDisciplines;
import kz.miras.registrar.registration.service.OtherDisciplines.Kind;
import kz.miras.registrar.registration.service.OtherDisciplines.Other;
import kz.miras.registrar.registration.service.OtherDisciplines.Price;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.TermWeek;
import kz.miras.registrar.registration.service.payment.PaymentDesk;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What a student asks for beside the programme: kept as chosen, priced, paid, seated, in the week.
 */
@InsideTest
class OtherDisciplinesInsideIT {

  private static final String TERM = "FAR";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(OtherDisciplinesInsideIT.class);
  }

  /** A student with an account who has passed something, in a term with an open window. */
  private record Someone(String number, String login, String passed) {}

  private static Someone someone() throws Exception {
    String number =
        Scene.text(
            "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                + " s.status = 'STUDYING' AND p.level = 'BACHELOR' AND NOT EXISTS (SELECT 1 FROM"
                + " student_hold h WHERE h.student_id = s.id AND h.removed_at IS NULL) AND NOT"
                + " EXISTS (SELECT 1 FROM account a WHERE a.student_id = s.id) ORDER BY"
                + " s.course_year DESC, s.id DESC LIMIT 1");
    String login =
        Scene.account(
            "STU", Scene.number("SELECT id FROM student WHERE student_no = ?", number), null);
    DegreeQueries degrees = Inside.bean(DegreeQueries.class);
    DegreeAudit audit = Inside.as(login, () -> degrees.of(number)).audit();
    String passed =
        audit.lines().stream()
            .filter(line -> line.state() == DegreeState.DONE)
            .map(line -> line.line().code())
            .findFirst()
            .orElseThrow();
    return new Someone(number, login, passed);
  }

  /** Groups of a discipline in the far term; the second one meets on Tuesdays. */
  private static UUID offered(String discipline) throws Exception {
    long offering = Scene.offering(5);
    Scene.section(offering, "GROUP", 5);
    long second = Scene.section(offering, "GROUP", 5);
    Scene.change("UPDATE section SET code = 'G-2' WHERE id = ?", second);
    Scene.change(
        "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at, weeks,"
            + " first_week, last_week, room) VALUES (?, ?, 2, '09:00', '10:50', 'ALL', 1, 15,"
            + " '101')",
        Scene.next("registration_seq"),
        second);
    if (discipline != null) {
      Scene.change(
          "UPDATE offering SET discipline_id = (SELECT id FROM discipline WHERE code = ?) WHERE id"
              + " = ?",
          discipline,
          offering);
    }
    window();
    return UUID.fromString(Scene.text("SELECT uuid FROM offering WHERE id = ?", offering));
  }

  private static void window() throws Exception {
    Scene.change(
        "INSERT INTO registration_window (id, uuid, term_id, kind, opens_at, closes_at, status,"
            + " prepared_by, prepared_at, approved_by, approved_at, approved_off, approved_opens_at,"
            + " approved_closes_at, approved_waves, approved_wave_minutes) SELECT ?, UUID(), t.id,"
            + " 'REGISTRATION', '2020-01-01', '2089-01-01', 'APPROVED', 'one', '2020-01-01', 'two',"
            + " '2020-01-01', FALSE, '2020-01-01', '2089-01-01', 1, 0 FROM term t WHERE t.code = ?"
            + " AND NOT EXISTS (SELECT 1 FROM registration_window w WHERE w.term_id = t.id AND"
            + " w.kind = 'REGISTRATION')",
        Scene.next("registration_seq"),
        TERM);
  }

  private static PlanRequest request(UUID offering, String group, EnrolmentType type) {
    return new PlanRequest(
        TERM, List.of(new PlanRequest.Line(offering, null, group, type, null, null)), false, true);
  }

  private static PlanView.Line line(Someone one, String code) throws Exception {
    PlanQueries plans = Inside.bean(PlanQueries.class);
    return Inside.as(one.login(), () -> plans.plan(one.number(), TERM)).lines().stream()
        .filter(line -> line.term().equals(TERM) && line.discipline().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName(
      "CTL-9 REG-21 a passed discipline is found to raise the mark, with its price; kept with its"
          + " group, requested, paid, seated, and in the week")
  void raisingTheMark() throws Exception {
    Someone one = someone();
    UUID offering = offered(one.passed());
    OtherDisciplines others = Inside.bean(OtherDisciplines.class);

    List<Other> found = Inside.as(one.login(), () -> others.find(one.number(), TERM, one.passed()));
    Map<EnrolmentType, Price> prices =
        Inside.as(one.login(), () -> others.prices(one.number(), TERM));

    assertThat(found)
        .filteredOn(other -> other.candidate().code().equals(one.passed()))
        .singleElement()
        .satisfies(
            other -> {
              assertThat(other.kinds()).containsExactly(new Kind(EnrolmentType.GPA_RAISE, false));
              assertThat(other.candidate().offerings()).isNotEmpty();
            });
    assertThat(prices).containsOnlyKeys(EnrolmentType.RETAKE, EnrolmentType.GPA_RAISE);
    Price price = prices.get(EnrolmentType.GPA_RAISE);
    assertThat(price.credit()).isPositive();
    assertThat(price.amount(5))
        .isEqualByComparingTo(price.credit().multiply(BigDecimal.valueOf(5)));

    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    PlanRequest request = request(offering, "G-2", EnrolmentType.GPA_RAISE);
    Inside.as(one.login(), () -> counter.choose(one.number(), request));
    PlanView.Line kept = line(one, one.passed());
    assertThat(kept.status()).isEqualTo(PlanLineStatus.CHOSEN);
    assertThat(kept.group()).as("the very group that was chosen").isEqualTo("G-2");
    assertThat(kept.offering()).isEqualTo(offering);

    PlanAnswer answer =
        Inside.as(
            one.login(),
            () -> counter.submit(one.number(), request, UUID.randomUUID().toString(), null));
    PlanAnswer.Line line = answer.lines().get(0);
    assertThat(line.verdict().refusals()).isEmpty();
    assertThat(line.status()).isEqualTo(EnrolmentStatus.REQUESTED);
    String payment =
        Scene.text(
            "SELECT p.uuid FROM payment_request p JOIN enrolment e ON e.id = p.enrolment_id WHERE"
                + " e.uuid = ?",
            line.enrolment().toString());
    PaymentDesk desk = Inside.bean(PaymentDesk.class);
    Inside.as(
        Scene.holding("ACC"),
        () -> desk.confirm(payment, new Mark(LocalDate.now(), "receipt 8", null)));
    assertThat(line(one, one.passed()).seat()).isEqualTo(EnrolmentStatus.ENROLLED);

    // whichever group the payment gave a seat in: the week has exactly its lessons
    Scene.change(
        "UPDATE section_slot SET room = '202' WHERE section_id IN (SELECT section_id FROM"
            + " enrolment_place q JOIN enrolment e ON e.id = q.enrolment_id WHERE e.uuid = ?)",
        line.enrolment().toString());
    TermWeek week = Inside.bean(TermWeek.class);
    boolean second = List.of(line(one, one.passed()).sections().split(" ")).contains("G-2");
    List<TermWeek.Held> held = Inside.as(one.login(), () -> week.of(one.number(), TERM));
    assertThat(held).hasSize(second ? 1 : 0);
    assertThat(held)
        .allSatisfy(
            lesson -> {
              assertThat(lesson.hour().day()).isEqualTo(DayOfWeek.TUESDAY);
              assertThat(lesson.hour().room()).isEqualTo("202");
              assertThat(lesson.waits()).isFalse();
            });
    PlanDesk plans = Inside.bean(PlanDesk.class);
    CreditRoom room =
        Inside.as(
            one.login(),
            () -> plans.room(one.number(), new PlanRequest(TERM, List.of(), false, true)));
    assertThat(room.planned()).as("it counts within the limit of the term").isPositive();
    assertThat(room.left()).isEqualTo(room.usual() - room.planned());
  }

  @Test
  @DisplayName(
      "REG-16 a foreign discipline may be additional with the office's consent, or a minor; nobody"
          + " looks into another student's term")
  void additionalNeedsConsent() throws Exception {
    Someone one = someone();
    UUID offering = offered(null);
    String code =
        Scene.text(
            "SELECT d.code FROM discipline d JOIN offering o ON o.discipline_id = d.id WHERE"
                + " o.uuid = ?",
            offering.toString());
    OtherDisciplines others = Inside.bean(OtherDisciplines.class);

    List<Other> found = Inside.as(one.login(), () -> others.find(one.number(), TERM, code));

    assertThat(found)
        .singleElement()
        .satisfies(
            other -> assertThat(other.kinds()).contains(new Kind(EnrolmentType.ADDITIONAL, true)));
    assertThat(Inside.as(one.login(), () -> others.find(one.number(), TERM, "%")))
        .as("what is typed is text, not a pattern")
        .isEmpty();
    Someone other = someone();
    assertThatThrownBy(() -> Inside.as(other.login(), () -> others.find(one.number(), TERM, "")))
        .isInstanceOf(RegistrarException.NotFound.class);
    TermWeek week = Inside.bean(TermWeek.class);
    assertThatThrownBy(() -> Inside.as(other.login(), () -> week.of(one.number(), TERM)))
        .isInstanceOf(RegistrarException.NotFound.class);
  }
}
