package kz.miras.registrar.achievement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/** Fixture: a student's ledger, written line by line. */
public final class Ledger {

  public static final TermRef AUTUMN = TermRef.autumn(2025);
  public static final TermRef SPRING = TermRef.spring(2025);
  public static final TermRef SUMMER = TermRef.summer(2025);
  private static final LocalDate DAY = LocalDate.of(2026, 1, 20);

  private final List<Result> results = new ArrayList<>();

  /** The autumn term of the worked example 9.2. */
  public static Ledger autumn() {
    return new Ledger()
        .add("S1", 5, "A-")
        .add("S2", 5, "B-")
        .add("S3", 5, "A")
        .add("S4", 6, "C")
        .add("S5", 5, "F")
        .add("S6", 4, "B+");
  }

  public Ledger add(String discipline, int credits, String grade) {
    return add(discipline, AUTUMN, ResultKind.MAIN, credits, grade);
  }

  public Ledger add(String discipline, TermRef term, ResultKind kind, int credits, String grade) {
    results.add(Result.of(results.size() + 1L, discipline, term, kind, credits, grade(grade), DAY));
    return this;
  }

  /** Gives the last entry a trait. */
  public Ledger with(Trait trait) {
    results.add(results.remove(results.size() - 1).with(trait));
    return this;
  }

  /** Makes the last entry a correction. */
  public Ledger correcting(long position) {
    results.add(results.remove(results.size() - 1).correcting(position));
    return this;
  }

  /** The last entry was given by the rules of this code. */
  public Ledger under(String code) {
    results.add(results.remove(results.size() - 1).under(code));
    return this;
  }

  /** Every entry so far was given by the rules of this code. */
  public Ledger allUnder(String code) {
    results.replaceAll(result -> result.under(code));
    return this;
  }

  public List<Result> results() {
    return List.copyOf(results);
  }

  /** Judged by the usual rules. */
  public CountedResults counted() {
    return CountedResults.of(results, RulesOfTime.always(rules()));
  }

  public static RuleSet rules() {
    return RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  }

  public static RuleSet best() {
    return rules().with(RuleParameter.SUPERSEDE, "BEST");
  }

  private static Grade grade(String text) {
    return GradeScale.V2.parse(text).map(Grade::of).orElseGet(() -> Grade.of(Mark.valueOf(text)));
  }
}
