package kz.miras.registrar.inside;

import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.naming.InitialContext;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.LocalizedText;

/**
 * Results, known by their letter alone, that arrive in the history of a student, and corrections of
 * them.
 */
final class Marks {

  private static final String POSITION =
      "SELECT COALESCE(MAX(position), 0) FROM achievement WHERE student_id = ? AND discipline_id = ?";

  private Marks() {}

  /** A result of the discipline of an offering arrives. */
  static void arrives(long student, long offering, Letter letter) throws Exception {
    post(student, offering, letter, null);
  }

  /** The last result of the discipline of an offering is corrected. */
  static void corrected(long student, long offering, Letter letter) throws Exception {
    post(student, offering, letter, last(student, discipline(offering)));
  }

  /** Place of the last result of a discipline in the history; null where there is none. */
  static Long last(long student, long discipline) throws SQLException {
    long last = Scene.number(POSITION, student, discipline);
    return last == 0 ? null : last;
  }

  private static long discipline(long offering) throws SQLException {
    return Scene.number("SELECT discipline_id FROM offering WHERE id = ?", offering);
  }

  private static void post(long student, long offering, Letter letter, Long corrects)
      throws Exception {
    post(
        new Ledger.Posting(
            student,
            studied(discipline(offering), 1),
            new LedgerEntry.Outcome(
                Scene.number("SELECT term_id FROM offering WHERE id = ?", offering),
                new TermRef(2020, TermType.AUTUMN),
                ResultKind.MAIN,
                1,
                null,
                null,
                Grade.of(letter),
                LocalDate.of(2020, 12, 20),
                "policy-bachelor"),
            source(corrects)));
  }

  /** A discipline as the history knows it, of additional study and outside the average. */
  static LedgerEntry.Studied studied(long discipline, int credits) throws SQLException {
    String code = Scene.text("SELECT code FROM discipline WHERE id = ?", discipline);
    return new LedgerEntry.Studied(
        discipline,
        code,
        LocalizedText.of(code, code, code),
        credits,
        null,
        null,
        true,
        true,
        false);
  }

  /** A discipline of the basic cycle known by its code alone, which counts. */
  static LedgerEntry.Studied basic(String code, int credits) {
    return new LedgerEntry.Studied(
        null,
        code,
        LocalizedText.of(code, code, code),
        credits,
        Cycle.BASIC,
        null,
        false,
        false,
        false);
  }

  /**
   * What the main exam of an autumn comes to for a bachelor.
   *
   * @param term code
   * @param year in which the academic year begins
   */
  static LedgerEntry.Outcome main(String term, int year, Letter letter, LocalDate on)
      throws SQLException {
    return new LedgerEntry.Outcome(
        Scene.term(term, year),
        TermRef.autumn(year),
        ResultKind.MAIN,
        1,
        null,
        null,
        Grade.of(letter),
        on,
        "policy-bachelor");
  }

  /** Where a result comes from; null corrects nothing. */
  static LedgerEntry.Source source(Long corrects) {
    return source(corrects, Instant.now());
  }

  /** The same recorded at a moment. */
  static LedgerEntry.Source source(Long corrects, Instant at) {
    return new LedgerEntry.Source(
        null,
        null,
        "record 1",
        corrects,
        corrects == null ? null : "counted wrongly",
        false,
        "test",
        at);
  }

  /** A result arrives as it is. */
  static void post(Ledger.Posting posting) throws Exception {
    together(() -> Inside.bean(Ledger.class).post(List.of(posting)));
  }

  /** Does something in a transaction of its own; nothing of what fails is stored. */
  static void together(Runnable work) throws Exception {
    UserTransaction transaction = InitialContext.doLookup("java:jboss/UserTransaction");
    transaction.begin();
    boolean done = false;
    try {
      work.run();
      done = true;
    } finally {
      if (done) {
        transaction.commit();
      } else {
        transaction.rollback();
      }
    }
  }
}
