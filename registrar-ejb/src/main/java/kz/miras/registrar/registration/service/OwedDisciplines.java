package kz.miras.registrar.registration.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import kz.miras.registrar.registration.AcademicRecord.Past;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.rule.Owed;
import kz.miras.registrar.registration.service.PlanSources.Prescribed;

/** DEB-1. What one student should have passed before a term. */
final class OwedDisciplines {

  private final Map<Long, Prescribed> prescribed;
  private final Map<Long, Past> past;
  private final Set<Long> studied;
  private final int ahead;
  private final BooleanSupplier differs;
  private final Map<String, Integer> done = new HashMap<>();
  private final Map<String, Integer> required = new HashMap<>();

  /**
   * What is owed.
   *
   * @param past at least of the disciplines asked about and of those of choice blocks
   * @param studied what the student is on
   * @param ahead the first term of the curriculum that is not behind the student
   * @param differs whether an order brought the student into the curriculum on the way
   */
  OwedDisciplines(
      Map<Long, Prescribed> prescribed,
      Map<Long, Past> past,
      Set<Long> studied,
      int ahead,
      BooleanSupplier differs) {
    this.prescribed = prescribed;
    this.past = past;
    this.studied = studied;
    this.ahead = ahead;
    this.differs = differs;
    prescribed.forEach(
        (id, one) -> {
          if (one.block() == null) {
            return;
          }
          Past known = past.get(id);
          // an addition of the catalogue fills a block whose credits the curriculum tells
          required.merge(one.block(), one.blockCredits(), Math::max);
          if (known != null && known.standing() == Standing.PASSED) {
            done.merge(one.block(), one.credits(), Integer::sum);
          }
        });
  }

  /** How a discipline stands. */
  Owed of(long discipline) {
    return Owed.of(past.get(discipline), isOverdue(discipline), differs);
  }

  /** Of a choice block nobody owes one discipline in particular, but its credits. */
  private boolean isOverdue(long discipline) {
    Prescribed due = prescribed.get(discipline);
    return due != null
        && due.termNo() < ahead
        && !studied.contains(discipline)
        && (due.block() == null || done.getOrDefault(due.block(), 0) < required.get(due.block()));
  }
}
