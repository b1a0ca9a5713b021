package kz.miras.registrar.achievement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Credits;

/**
 * DEB-1 to DEB-3. Debts are disciplines of the plan that are not passed and differences that are
 * not closed; a pass by FX retake, repeat, summer or recognition closes them. A difference is owed
 * from the day it is listed, whatever term it was listed in.
 */
public final class DebtPolicy {

  private DebtPolicy() {}

  /**
   * The debts of a student.
   *
   * @param counted the whole ledger, judged
   * @param obligations differences and disciplines of the plan, of which those not yet due are no
   *     debts; of two for one discipline the first stands
   * @param over the last term that is over, its attestation included
   * @param expired results I whose deadline has passed
   */
  public static List<Debt> debts(
      CountedResults counted,
      Collection<Obligation> obligations,
      TermRef over,
      Collection<Result> expired) {
    List<Debt> debts = new ArrayList<>();
    Map<String, Obligation> asked = new HashMap<>();
    for (Obligation obligation : obligations) {
      Result result = counted.of(obligation.discipline()).orElse(null);
      if (asked.putIfAbsent(obligation.discipline(), obligation) != null
          || (result != null && result.grade().passes())) {
        continue;
      }
      if (result != null) {
        debts.add(failed(result, obligation.difference(), obligation.until()));
      } else if ((obligation.difference() || !over.isBefore(obligation.due()))
          && !isPending(counted, obligation)) {
        debts.add(
            new Debt(
                obligation.discipline(),
                obligation.credits(),
                obligation.due(),
                obligation.difference() ? Debt.Cause.DIFFERENCE : Debt.Cause.NOT_TAKEN,
                obligation.until(),
                null));
      }
    }
    for (Result result : counted.counted()) {
      if (result.grade().fails()
          && !result.is(Trait.ADDITIONAL_STUDY)
          && !asked.containsKey(result.discipline())) {
        debts.add(failed(result, result.kind() == ResultKind.DIFFERENCE, null));
      }
    }
    for (Result result : expired) {
      if (counted.of(result.discipline()).isEmpty() && !result.is(Trait.ADDITIONAL_STUDY)) {
        Obligation of = asked.get(result.discipline());
        boolean listed = of != null && of.difference();
        debts.add(
            failed(
                result,
                listed || result.kind() == ResultKind.DIFFERENCE,
                listed ? of.until() : null));
      }
    }
    return debts;
  }

  private static boolean isPending(CountedResults counted, Obligation obligation) {
    return counted.pending().stream()
        .anyMatch(it -> it.discipline().equals(obligation.discipline()));
  }

  private static Debt failed(Result result, boolean difference, LocalDate until) {
    return new Debt(
        result.discipline(),
        result.credits(),
        result.term(),
        difference ? Debt.Cause.DIFFERENCE : Debt.Cause.FAILED,
        until,
        result);
  }

  /** Credits of debts together. */
  public static Credits credits(Collection<Debt> debts) {
    return Credits.sum(debts.stream().map(Debt::credits).toList());
  }
}
