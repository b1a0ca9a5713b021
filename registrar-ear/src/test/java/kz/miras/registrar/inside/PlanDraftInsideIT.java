package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.office;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.naming.InitialContext;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.StudentLeft;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What drafts leave alone, and what is remembered of each step of a plan. */
@InsideTest
class PlanDraftInsideIT {

  private static final int FIRST = 76;
  private static final String OF =
      " FROM study_plan p JOIN student s ON s.id = p.student_id JOIN academic_year y ON y.id ="
          + " p.academic_year_id AND y.start_year = 2090 WHERE s.student_no = ?";
  private static final String LINE =
      "SELECT CONCAT_WS(' ', l.status, l.language, l.offering_id) FROM study_plan_line l JOIN"
          + " offering o ON o.discipline_id = l.discipline_id JOIN study_plan p ON p.id = l.plan_id"
          + " JOIN student s ON s.id = p.student_id WHERE o.id = ? AND s.student_no = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PlanDraftInsideIT.class, PlanScene.class);
  }

  private static String student(int place) throws SQLException {
    return Scene.student(FIRST + place);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static String code(long offering) throws SQLException {
    return Scene.text("SELECT code FROM offering WHERE id = ?", offering);
  }

  private static PlanRequest only(String explanation, PlanRequest.Line... lines) {
    return new PlanRequest("FAR", List.of(lines), false, true, explanation);
  }

  private static PlanRequest.Line discipline(long offering, Language language) throws Exception {
    return new PlanRequest.Line(
        null, code(offering), null, EnrolmentType.ADDITIONAL, language, null);
  }

  private static PlanAnswer choose(String student, PlanRequest request) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    return Inside.as(office(), () -> counter.choose(student, request));
  }

  /** An offering whose discipline is offered in the other languages too. */
  private static long inAllLanguages() throws SQLException {
    long offering = Scene.offering(1);
    for (String language : List.of("kk", "en")) {
      Scene.change(
          "INSERT INTO offering (id, uuid, term_id, discipline_id, code, language, status) SELECT"
              + " NEXTVAL(registration_seq), UUID(), term_id, discipline_id, CONCAT(code, '-', ?),"
              + " ?, status FROM offering WHERE id = ?",
          language,
          language,
          offering);
    }
    return offering;
  }

  private static void set(String student, String status) throws SQLException {
    Scene.change(
        "UPDATE study_plan SET status = ? WHERE id IN (SELECT q.id FROM (SELECT p.id" + OF + ") q)",
        status,
        student);
  }

  private static long events(String student, String act) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM study_plan_event e WHERE e.act = ? AND e.plan_id IN (SELECT p.id"
            + OF
            + ")",
        act,
        student);
  }

  private static long audited(String student, String word) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM audit_entry a JOIN audit_detail d ON d.entry_id = a.id WHERE a.entity"
            + " = 'StudyPlan' AND d.after_values LIKE ? AND a.entity_id = (SELECT p.id"
            + OF
            + ")",
        "%" + word + "%",
        student);
  }

  @Test
  @DisplayName(
      "IUP-1 keeping a draft leaves alone what is approved or confirmed, and says so; drafts are"
          + " remembered; a year that is over takes none")
  void draftsTouchDraftsOnly() throws Exception {
    String student = student(0);
    long chosen = inAllLanguages();
    PlanScene.submit(student, only(null, discipline(chosen, Language.RU)), key());
    for (String status : List.of("SUBMITTED", "APPROVED", "REGISTERED")) {
      Scene.change(
          "UPDATE study_plan_line SET status = ? WHERE plan_id IN (SELECT p.id" + OF + ")",
          status,
          student);

      PlanAnswer answer = choose(student, only(null, discipline(chosen, Language.EN)));

      assertThat(Scene.text(LINE, chosen, student)).isEqualTo(status + " ru");
      assertThat(answer.lines().get(0).verdict().warnings())
          .extracting(Refusal::code)
          .contains("registration.plan.stands");
    }
    assertThat(events(student, "CHOSEN")).as("nothing has changed").isZero();

    long draft = inAllLanguages();
    choose(student, only(null, discipline(draft, Language.RU)));
    choose(student, only(null, discipline(draft, Language.EN)));
    assertThat(Scene.text(LINE, draft, student)).isEqualTo("CHOSEN en");
    assertThat(events(student, "CHOSEN")).isEqualTo(2);
    assertThat(audited(student, "CHOSEN")).isEqualTo(2);

    String before = Scene.text("SELECT p.status" + OF, student);
    set(student, "CLOSED");
    try {
      assertThatThrownBy(() -> choose(student, only(null, discipline(draft, Language.KK))))
          .isInstanceOfSatisfying(
              RegistrarException.Refused.class,
              refused ->
                  assertThat(refused.refusals())
                      .extracting(Refusal::code)
                      .containsExactly("registration.plan.closed"));
    } finally {
      // others have the same student
      set(student, before);
    }
    assertThat(Scene.text(LINE, draft, student)).isEqualTo("CHOSEN en");
  }

  @Test
  @DisplayName(
      "REG-6 what a student writes about registering late is kept with the plan and the enrolment")
  void explanationIsKept() throws Exception {
    String student = student(1);
    long offering = Scene.offering(1);
    Scene.section(offering, "GROUP", 1);
    String why = "I was in hospital until Friday.";

    long before = audited(student, "\"act\":\"SUBMITTED\"");

    PlanAnswer answer = PlanScene.submit(student, only(why, PlanScene.line(offering)), key());

    String seat = answer.lines().get(0).enrolment().toString();
    assertThat(Scene.text("SELECT reason FROM enrolment WHERE uuid = ?", seat)).isEqualTo(why);
    PlanQueries queries = Inside.bean(PlanQueries.class);
    String director = Scene.holding("DIR");
    assertThat(Inside.as(director, () -> queries.plan(student, "FAR")).explanation())
        .isEqualTo(why);
    assertThat(audited(student, "\"act\":\"SUBMITTED\""))
        .as("the submission is audited")
        .isEqualTo(before + 1);
    assertThatThrownBy(() -> only("x".repeat(501)))
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused ->
                assertThat(refused.refusals())
                    .extracting(Refusal::field)
                    .containsExactly("explanation"));
  }

  @Test
  @DisplayName("REG-33 the plan names the group a swap out of the queue has led to")
  void swapNamesItsGroup() throws Exception {
    long offering = Scene.offering(1);
    long old = Scene.section(offering, "GROUP", 2);
    long wanted = Scene.section(offering, "GROUP", 1);
    PlanAnswer first = PlanScene.submit(student(2), only(null, in(offering, wanted, null)), key());
    PlanAnswer mine = PlanScene.submit(student(3), only(null, in(offering, old, null)), key());
    UUID seat = mine.lines().get(0).enrolment();
    PlanAnswer waits = PlanScene.submit(student(3), only(null, in(offering, wanted, seat)), key());
    assertThat(waits.lines().get(0).status()).isEqualTo(EnrolmentStatus.WAITLISTED);

    PlanScene.leave(first.lines().get(0).enrolment(), EnrolmentStatus.CANCELLED_BY_OR);

    assertThat(PlanScene.statusOf(waits)).isEqualTo("ENROLLED");
    assertThat(
            Scene.number(
                "SELECT l.section_id FROM study_plan_line l JOIN enrolment e ON e.id ="
                    + " l.enrolment_id WHERE e.uuid = ?",
                waits.lines().get(0).enrolment().toString()))
        .isEqualTo(wanted);
  }

  private static PlanRequest.Line in(long offering, long group, UUID replaces) throws Exception {
    PlanRequest.Line any = PlanScene.line(offering);
    return new PlanRequest.Line(
        any.offering(),
        null,
        Scene.text("SELECT code FROM section WHERE id = ?", group),
        any.type(),
        null,
        replaces);
  }

  @Test
  @DisplayName("REG-5 what a student who has left only chose leaves the plan: nobody decides of it")
  void whoHasLeftChoosesNothing() throws Exception {
    String student = student(0);
    long chosen = inAllLanguages();
    PlanScene.submit(student, only(null, discipline(chosen, Language.RU)), key());
    assertThat(Scene.text(LINE, chosen, student)).isEqualTo("SUBMITTED ru");
    long key = Scene.number("SELECT id FROM student WHERE student_no = ?", student);

    String after =
        Inside.as(
            Scene.holding("SPE"),
            () -> {
              UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
              transaction.begin();
              try {
                Inside.fire(new StudentLeft(key, Scene.today(), "№ 5"));
                return Scene.text(LINE, chosen, student);
              } finally {
                transaction.rollback();
              }
            });

    assertThat(after).isEqualTo("REMOVED ru");
  }
}
