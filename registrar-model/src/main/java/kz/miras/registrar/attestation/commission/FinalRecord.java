package kz.miras.registrar.attestation.commission;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.shared.Verdict;

/** What an attestation commission asks of results; the history of achievements answers. */
public interface FinalRecord {

  /**
   * A result of the final attestation that stands.
   *
   * @param discipline key
   * @param position in the student's history
   * @param year academic year by the calendar year it begins in
   */
  record Attested(long discipline, long position, int year, LocalDate date, Grade grade)
      implements Serializable {}

  /**
   * How a student stands without the final attestation.
   *
   * @param earned credits of the programme
   * @param gpa of the whole study; null where there is none
   * @param debts codes of disciplines owed, the final attestation left out
   */
  record Standing(int earned, BigDecimal gpa, List<String> debts) implements Serializable {

    public Standing {
      debts = List.copyOf(debts);
    }
  }

  /**
   * What a signed protocol records.
   *
   * @param student key
   * @param discipline key
   * @param corrects place in the history of the result it stands in place of; null for none
   * @param protocol its designation
   * @param reason why something is corrected; null where nothing is
   */
  record Recorded(
      long student,
      long discipline,
      Grade grade,
      LocalDate date,
      Long corrects,
      String protocol,
      String reason) {}

  /** Every result of the final attestation of a student that stands. */
  List<Attested> attested(long student);

  /** How a student stands today. */
  Standing standing(long student);

  /**
   * HON-1. Whether a student has earned honours once this grade is recorded.
   *
   * @param instead place in the history of what the grade stands in place of; null for none
   */
  Verdict honours(long student, long discipline, Grade grade, LocalDate date, Long instead);

  /**
   * Records a result in the current transaction.
   *
   * @return its place in the student's history
   */
  long record(Recorded result);
}
