package kz.miras.registrar.correspondence.service.ministry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.correspondence.ministry.PlatformMapping.Mapped;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RecordDifference;
import kz.miras.registrar.shared.Verdict;

/** What is to be written down of some records of a run, in one transaction. */
public final class PartStep {

  final PlatformType type;
  final long first;
  final long last;
  final List<Judged> judged = new ArrayList<>();
  final List<Compared> compared = new ArrayList<>();

  /** Read only to be carried over. */
  final List<Compared> carried = new ArrayList<>();

  final Set<Long> unchanged = new HashSet<>();
  BatchSending.Result sent;
  int asked;
  byte[] content;

  PartStep(PlatformType type, long first, long last) {
    this.type = type;
    this.first = first;
    this.last = last;
  }

  /** A record with what would be refused of it. */
  record Judged(Mapped mapped, Verdict verdict) {}

  /**
   * A record with where the platform has something else.
   *
   * @param mapped null where it is there only
   */
  record Compared(
      long number, Mapped mapped, Map<String, Object> theirs, List<RecordDifference> differences) {}

  int blocked() {
    return (int) judged.stream().filter(one -> !one.verdict().isAllowed()).count();
  }
}
