package kz.miras.registrar.registration.service;

import java.util.Map;
import java.util.Set;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.student.Student;

/**
 * What the rules look at in the summer semester alone; outside it nothing of this is read.
 *
 * @param named purposes the student has named, by key of the discipline
 * @param planned offerings of the approved plan by key of the discipline; null outside the summer
 */
record SummerFacts(Map<Long, SummerPurpose> named, Map<Long, Set<Long>> planned) {

  static SummerFacts of(ChosenPurposes summers, Student student, Term term) {
    return term.getType().isSummer()
        ? new SummerFacts(
            summers.purposes(student.getId(), term.getId()), summers.planned(term.getId()))
        : new SummerFacts(Map.of(), null);
  }

  /** SUM-2: what the student has named; without an application what the type usually serves. */
  SummerPurpose purpose(Wish wish) {
    if (planned == null) {
      return null;
    }
    return wish.purpose() != null
        ? wish.purpose()
        : named.getOrDefault(wish.discipline(), SummerPurpose.usual(wish.type()).orElse(null));
  }

  /** SUM-8: chosen where the plan has it, seated where its group is opened; null outside. */
  Boolean planned(Wish wish) {
    if (planned == null) {
      return null;
    }
    Set<Long> taught = planned.get(wish.discipline());
    return taught != null && (wish.isOnlyChosen() || taught.contains(wish.offering().getId()));
  }
}
