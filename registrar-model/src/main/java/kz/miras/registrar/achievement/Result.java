package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;

/**
 * One entry of a student's ledger of results. Entries are never changed: an appeal, an annulment or
 * a correction posts a new entry that names the one it corrects.
 *
 * <p>Immutable.
 *
 * @param position place in the student's ledger, ascending; unique per student
 * @param discipline stable key of the discipline; attempts of one discipline share it, while parts
 *     of physical education or a language that only share the name have keys of their own
 * @param term the term of the attempt; an FX retake keeps the term it belongs to
 * @param credits of the discipline, earned or not
 * @param date of the grade; chooses the scale
 * @param traits how it counts
 * @param corrects position of the entry this one corrects; null for none
 * @param ruleSetCode the rules it was given by; null where none are named
 */
public record Result(
    long position,
    String discipline,
    TermRef term,
    ResultKind kind,
    Credits credits,
    Grade grade,
    LocalDate date,
    Set<Trait> traits,
    Long corrects,
    String ruleSetCode)
    implements Serializable {

  /** Order of attempts: by term, then as they were posted. */
  public static final Comparator<Result> BY_TIME =
      Comparator.comparing(Result::term).thenComparingLong(Result::position);

  public Result {
    Objects.requireNonNull(discipline, "discipline");
    Objects.requireNonNull(term, "term");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(credits, "credits");
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(date, "date");
    traits = Set.copyOf(traits);
    if (corrects != null && corrects >= position) {
      throw new IllegalArgumentException(position + " cannot correct " + corrects);
    }
  }

  /** A plain entry without traits. */
  public static Result of(
      long position,
      String discipline,
      TermRef term,
      ResultKind kind,
      int credits,
      Grade grade,
      LocalDate date) {
    return new Result(
        position, discipline, term, kind, Credits.of(credits), grade, date, Set.of(), null, null);
  }

  /** The same entry with one more trait. */
  public Result with(Trait trait) {
    EnumSet<Trait> more = EnumSet.of(trait);
    more.addAll(traits);
    return new Result(
        position, discipline, term, kind, credits, grade, date, more, corrects, ruleSetCode);
  }

  /** The same entry as correction of an earlier one. */
  public Result correcting(long earlier) {
    return new Result(
        position, discipline, term, kind, credits, grade, date, traits, earlier, ruleSetCode);
  }

  /** The same entry as given by the rules of a code. */
  public Result under(String code) {
    return new Result(
        position, discipline, term, kind, credits, grade, date, traits, corrects, code);
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  public GradeScale scale() {
    return GradeScale.on(date);
  }

  /**
   * Credits this entry earns when it counts (CRD-6, ACH-10).
   *
   * @param exemption whether an exemption earns credits by its rules
   */
  public Credits earned(boolean exemption) {
    return grade.earnsCredits(exemption) ? credits : Credits.ZERO;
  }
}
