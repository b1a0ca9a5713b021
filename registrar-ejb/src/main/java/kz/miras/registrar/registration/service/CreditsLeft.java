package kz.miras.registrar.registration.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import kz.miras.registrar.registration.rule.LineSource;
import kz.miras.registrar.registration.service.PlanSources.Prescribed;

/** REG-18. What is left of a programme, of which a student can still take something in a term. */
final class CreditsLeft {

  private CreditsLeft() {}

  /**
   * Credits a student can take in a term: all that is not done and whose prerequisites are met or
   * studied, of a choice block no more than is asked for; what has no sections is organised in its
   * own term and not before.
   *
   * @param termNo number of the term in the curriculum, from 1
   * @param done what is passed, or studied or planned in an earlier term
   * @param needs prerequisites by key of discipline; absent for none
   * @param met whether a prerequisite is passed or being studied
   */
  static int of(
      Map<Long, Prescribed> prescribed,
      int termNo,
      LongPredicate done,
      Map<Long, Set<Long>> needs,
      LongPredicate met) {
    int left = 0;
    Map<String, Block> blocks = new HashMap<>();
    for (Map.Entry<Long, Prescribed> each : prescribed.entrySet()) {
      long id = each.getKey();
      Prescribed one = each.getValue();
      boolean over = done.test(id);
      boolean open =
          !over
              && one.source() != LineSource.LEFT_OUT
              && !(one.kind().isWithoutSection() && one.termNo() > termNo)
              && needs.getOrDefault(id, Set.of()).stream().allMatch(met::test);
      if (one.block() != null) {
        blocks.computeIfAbsent(one.block(), name -> new Block()).add(one, over, open);
      } else if (open) {
        left += one.credits();
      }
    }
    return left + blocks.values().stream().mapToInt(Block::left).sum();
  }

  /** The credits of a choice block. */
  private static final class Block {
    private int required;
    private int done;
    private int open;

    private void add(Prescribed one, boolean isDone, boolean isOpen) {
      // an addition of the catalogue fills a block whose credits the curriculum tells
      required = Math.max(required, one.blockCredits());
      done += isDone ? one.credits() : 0;
      open += isOpen ? one.credits() : 0;
    }

    private int left() {
      return Math.min(Math.max(0, required - done), open);
    }
  }
}
