package kz.miras.registrar.inside;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.LogQueries;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanApprovalDesk;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk;

/** Plans submitted at the counter of the office, and what the tables say of them. */
final class PlanScene {

  private static String office;

  private PlanScene() {}

  /** One specialist for all tests: keys belong to an account. */
  static synchronized String office() throws Exception {
    if (office == null) {
      office = Scene.holding("SPE");
    }
    return office;
  }

  /** The wish for a seat in any section of an offering. */
  static PlanRequest.Line line(long offering) throws Exception {
    return new PlanRequest.Line(
        UUID.fromString(Scene.text("SELECT uuid FROM offering WHERE id = ?", offering)),
        null,
        null,
        EnrolmentType.ADDITIONAL,
        null,
        null);
  }

  /** A plan of the term of these offerings. */
  static PlanRequest request(boolean allOrNothing, boolean mayWait, long... offerings)
      throws Exception {
    List<PlanRequest.Line> lines = new ArrayList<>();
    for (long offering : offerings) {
      lines.add(line(offering));
    }
    return new PlanRequest(
        Scene.text(
            "SELECT t.code FROM term t JOIN offering o ON o.term_id = t.id WHERE o.id = ?",
            offerings[0]),
        lines,
        allOrNothing,
        mayWait);
  }

  /** Submits it for a student at the office. */
  static PlanAnswer submit(String student, PlanRequest request, String key) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    return Inside.as(office(), () -> counter.submit(student, request, key, null));
  }

  /**
   * A seat, or a place in the queue, of this very group.
   *
   * @param instead public id of the enrolment it is to take the place of; null for none
   */
  static PlanAnswer wants(String student, long offering, long group, UUID instead)
      throws Exception {
    PlanRequest.Line any = line(offering);
    return submit(
        student,
        new PlanRequest(
            request(false, true, offering).term(),
            List.of(
                new PlanRequest.Line(
                    any.offering(),
                    null,
                    Scene.text("SELECT code FROM section WHERE id = ?", group),
                    EnrolmentType.ADDITIONAL,
                    null,
                    instead)),
            false,
            true),
        UUID.randomUUID().toString());
  }

  /** A plan as whoever looks at it now sees it. */
  static PlanApprovalDesk.Seen seen(UUID plan) throws SQLException {
    return new PlanApprovalDesk.Seen(
        plan,
        (int)
            Scene.number(
                "SELECT submitted_version FROM study_plan WHERE uuid = ?", plan.toString()));
  }

  /** Takes a seat or a place in a queue back. */
  static void leave(UUID enrolment, EnrolmentStatus as) throws Exception {
    RegistrationDesk desk = Inside.bean(RegistrationDesk.class);
    long id = Scene.number("SELECT id FROM enrolment WHERE uuid = ?", enrolment.toString());
    Inside.as(
        office(),
        () -> {
          desk.leave(id, as, "asked for it");
          return null;
        });
  }

  /** What the first line of an answer is by now. */
  static String statusOf(PlanAnswer answer) throws Exception {
    return Scene.text(
        "SELECT status FROM enrolment WHERE uuid = ?",
        answer.lines().get(0).enrolment().toString());
  }

  /** Seats taken of a section. */
  static long taken(long section) throws SQLException {
    return Scene.number(
        "SELECT taken FROM section_seat WHERE section_id = ? AND pool = 'ALL'", section);
  }

  /** How many wait for a section, as it says itself. */
  static long waiting(long section) throws SQLException {
    return Scene.number(
        "SELECT waiting FROM section_seat WHERE section_id = ? AND pool = 'ALL'", section);
  }

  /** How often this act stands in the log of a section. */
  static long acts(long section, String act) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM registration_log WHERE section_id = ? AND act = ?", section, act);
  }

  /** Whether the sealed log of a section verifies. */
  static boolean intact(long section) throws Exception {
    LogQueries log = Inside.bean(LogQueries.class);
    return Inside.as(Scene.holding("AUD"), () -> log.verify(section)).isIntact();
  }
}
