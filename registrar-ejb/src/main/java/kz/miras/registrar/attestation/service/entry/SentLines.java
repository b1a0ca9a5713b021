package kz.miras.registrar.attestation.service.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.miras.registrar.attestation.entry.SentMark;
import kz.miras.registrar.attestation.service.entry.BatchAnswer.Line;
import kz.miras.registrar.attestation.service.entry.BatchAnswer.Outcome;
import kz.miras.registrar.shared.Refusal;

/** SHT-21. What becomes of sent marks, one by one. */
final class SentLines {

  private SentLines() {}

  /**
   * Stores what is neither refused nor there already.
   *
   * @param refusal why a mark is not tried, given the places that came before it
   * @param stands whether it is there already; asked only of marks that are not refused
   * @param typing types the others; answers why each was not stored, or null
   * @return in the order of the marks
   */
  static List<Line> of(
      List<SentMark> marks,
      BiFunction<SentMark, Set<String>, Optional<Refusal>> refusal,
      Predicate<SentMark> stands,
      Function<List<SentMark>, List<Refusal>> typing) {
    Set<String> sent = new HashSet<>();
    List<SentMark> tried = new ArrayList<>();
    List<Line> told = new ArrayList<>();
    for (SentMark mark : marks) {
      Refusal why = refusal.apply(mark, sent).orElse(null);
      boolean there = why == null && stands.test(mark);
      if (why != null || there) {
        told.add(line(mark, there ? Outcome.UNCHANGED : Outcome.REFUSED, why));
      } else {
        told.add(null);
        tried.add(mark);
      }
      sent.add(mark.place());
    }
    List<Refusal> typed = typing.apply(tried);
    int next = 0;
    for (int i = 0; i < told.size(); i++) {
      if (told.get(i) == null) {
        Refusal why = typed.get(next);
        told.set(i, line(tried.get(next++), why == null ? Outcome.STORED : Outcome.REFUSED, why));
      }
    }
    return told;
  }

  private static Line line(SentMark mark, Outcome outcome, Refusal refusal) {
    return new Line(mark.studentNo(), mark.column(), mark.value(), outcome, refusal);
  }
}
