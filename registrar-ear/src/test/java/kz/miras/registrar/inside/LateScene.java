package kz.miras.registrar.inside;

import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestWords;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RequestDesk;
import kz.miras.registrar.registration.service.RequestDesk.Asked;
import kz.miras.registrar.registration.service.RequestDesk.Attached;
import kz.miras.registrar.registration.service.RequestDesk.Typed;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** A term whose changes are over, and decisions about those who come late. */
final class LateScene {

  private LateScene() {}

  static synchronized String term(int year, boolean over) throws SQLException {
    String code = "LATE-" + year;
    if (Scene.number("SELECT COUNT(*) FROM term WHERE code = ?", code) > 0) {
      return code;
    }
    long term = Scene.term(code, year);
    if (over) {
      Scene.change(
          "INSERT INTO registration_window (id, uuid, term_id, kind, opens_at, closes_at, status,"
              + " prepared_by, prepared_at, approved_by, approved_at, approved_off,"
              + " approved_opens_at, approved_closes_at, approved_waves, approved_wave_minutes)"
              + " VALUES (?, UUID(), ?, 'CHANGE', '2020-01-01', '2020-01-08', 'APPROVED', 'one',"
              + " '2020-01-01', 'two', '2020-01-01', FALSE, '2020-01-01', '2020-01-08', 1, 0)",
          Scene.next("registration_seq"),
          term);
    }
    return code;
  }

  static long offering(String term, int credits) throws SQLException {
    long offering = Scene.offering(credits);
    Scene.section(offering, "GROUP", 5);
    Scene.change(
        "UPDATE offering SET term_id = (SELECT id FROM term WHERE code = ?) WHERE id = ?",
        term,
        offering);
    return offering;
  }

  static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  /** A specialist asks for a decision about a student who came late. */
  static Asked ask(RequestKind kind, String student, long offering, Long group, Long stream)
      throws Exception {
    Typed typed =
        new Typed(
            kind,
            student,
            Scene.text("SELECT CAST(uuid AS CHAR) FROM offering WHERE id = ?", offering),
            group,
            stream,
            null,
            EnrolmentType.ADDITIONAL,
            null,
            new RequestWords("came late", "I was in hospital", "certificate 7"));
    RequestDesk desk = Inside.bean(RequestDesk.class);
    return Inside.as(Scene.holding("SPE"), () -> desk.ask(typed, Attached.NONE));
  }

  static Verdict approve(String id) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    return Inside.as(Scene.holding("DEP"), () -> counter.decide(id, true, null));
  }

  static String status(Asked asked) throws SQLException {
    return Scene.text("SELECT status FROM registration_request WHERE uuid = ?", asked.id());
  }
}
