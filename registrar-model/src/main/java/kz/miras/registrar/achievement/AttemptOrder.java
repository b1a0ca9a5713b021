package kz.miras.registrar.achievement;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who corrects whom in a ledger, and the order of attempts that follows: a correction stands where
 * the entry it corrects stood, however late it was posted.
 */
final class AttemptOrder {

  private final Map<Long, Result> byPosition = new HashMap<>();
  private final Map<Long, Result> corrections = new HashMap<>();

  AttemptOrder(Collection<Result> ledger) {
    for (Result result : ledger) {
      byPosition.put(result.position(), result);
      if (result.corrects() != null) {
        corrections.put(result.corrects(), result);
      }
    }
  }

  /** The entry that corrects this one. */
  Optional<Result> correctionOf(Result result) {
    return Optional.ofNullable(corrections.get(result.position()));
  }

  Comparator<Result> comparator() {
    return Comparator.comparing(Result::term).thenComparingLong(this::origin);
  }

  private long origin(Result result) {
    Result at = result;
    while (at.corrects() != null && byPosition.containsKey(at.corrects())) {
      at = byPosition.get(at.corrects());
    }
    return at.position();
  }
}
