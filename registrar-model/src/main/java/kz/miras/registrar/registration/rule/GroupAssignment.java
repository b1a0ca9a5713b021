package kz.miras.registrar.registration.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * REG-11. The groups of a student who leaves them to the system: of all ways to take the wanted
 * disciplines together one with the most seats, then the most places in queues; among equals the
 * one that gives the first discipline the way it likes best, then the second, and so on. Where
 * everybody's favourite group fits beside the others, that is what comes out.
 *
 * <p>The search is exact. It looks at a bounded number of ways, which the plan of a term does not
 * come near; beyond it the best found so far is answered, never a worse one than taking the first
 * that fits, discipline by discipline. Equal questions have equal answers.
 */
public final class GroupAssignment {

  /** Stands for a discipline that cannot be taken beside the others. */
  public static final int LEFT_OUT = -1;

  /** Choices looked at at the most; an ordinary plan needs some dozens. */
  private static final int MOST_TRIED = 20_000;

  /**
   * A way to take a discipline: one section of each kind it has.
   *
   * @param lessons of all of them
   * @param free whether each of them has a seat; else one waits for it
   */
  public record Way(List<LessonTime> lessons, boolean free) {
    public Way {
      lessons = List.copyOf(lessons);
    }
  }

  /**
   * A discipline.
   *
   * @param ways those everything else allows, the best liked first
   * @param mayOverlap whether its lessons may meet those of disciplines before it, by decision
   */
  public record Wanted(List<Way> ways, boolean mayOverlap) {
    public Wanted {
      ways = List.copyOf(ways);
    }
  }

  /** How good an assignment is: seats count before places in queues. */
  private record Score(int seats, int taken) {
    boolean isBetterThan(Score other) {
      return seats != other.seats ? seats > other.seats : taken > other.taken;
    }
  }

  /** The ways of one discipline as the search tries them: those with a seat first. */
  private final int[][] order;

  private final List<Wanted> wanted;

  /** How many of the ways chosen so far meet a way of a later discipline. */
  private final int[][] met;

  private final int[] chosen;
  private int[] best;
  private Score most = new Score(-1, -1);
  private int tried;

  private GroupAssignment(List<Wanted> disciplines) {
    wanted = disciplines;
    order = new int[disciplines.size()][];
    met = new int[disciplines.size()][];
    for (int i = 0; i < order.length; i++) {
      order[i] = order(disciplines.get(i).ways());
      met[i] = new int[disciplines.get(i).ways().size()];
    }
    chosen = new int[order.length];
    best = new int[order.length];
  }

  /**
   * Chooses a way for each discipline.
   *
   * @param disciplines in the order of the plan: the earlier has the better choice
   * @return places in the lists of ways, {@link #LEFT_OUT} for a discipline without one
   */
  public static List<Integer> of(List<Wanted> disciplines) {
    GroupAssignment search = new GroupAssignment(List.copyOf(disciplines));
    search.choose(0, new Score(0, 0));
    return Arrays.stream(search.best).boxed().toList();
  }

  /** Of two ways with the same lessons and seats the better liked is enough. */
  private static int[] order(List<Way> ways) {
    List<Integer> order = new ArrayList<>();
    for (boolean free : new boolean[] {true, false}) {
      for (int i = 0; i < ways.size(); i++) {
        if (ways.get(i).free() == free && ways.indexOf(ways.get(i)) == i) {
          order.add(i);
        }
      }
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  private void choose(int at, Score score) {
    if (at == order.length) {
      // the first found of equals is the one the earlier disciplines like best
      if (score.isBetterThan(most)) {
        most = score;
        best = chosen.clone();
      }
      return;
    }
    // the first way down is never cut short: it is what choosing one by one would give
    if (++tried > MOST_TRIED || !hope(at, score).isBetterThan(most)) {
      return;
    }
    for (int way : order[at]) {
      if (met[at][way] == 0) {
        chosen[at] = way;
        mark(at, way, 1);
        int seat = wanted.get(at).ways().get(way).free() ? 1 : 0;
        choose(at + 1, new Score(score.seats() + seat, score.taken() + 1));
        mark(at, way, -1);
      }
    }
    chosen[at] = LEFT_OUT;
    choose(at + 1, score);
  }

  /** The best that can still come of what is chosen so far. */
  private Score hope(int from, Score score) {
    int seats = score.seats();
    int taken = score.taken();
    for (int i = from; i < order.length; i++) {
      int first = first(i);
      if (first != LEFT_OUT) {
        taken++;
        seats += wanted.get(i).ways().get(first).free() ? 1 : 0;
      }
    }
    return new Score(seats, taken);
  }

  private int first(int discipline) {
    for (int way : order[discipline]) {
      if (met[discipline][way] == 0) {
        return way;
      }
    }
    return LEFT_OUT;
  }

  private void mark(int at, int way, int change) {
    List<LessonTime> lessons = wanted.get(at).ways().get(way).lessons();
    for (int later = at + 1; later < order.length; later++) {
      if (wanted.get(later).mayOverlap()) {
        continue;
      }
      for (int other : order[later]) {
        if (meet(lessons, wanted.get(later).ways().get(other).lessons())) {
          met[later][other] += change;
        }
      }
    }
  }

  private static boolean meet(List<LessonTime> some, List<LessonTime> others) {
    for (LessonTime one : some) {
      for (LessonTime other : others) {
        if (one.clashesWith(other)) {
          return true;
        }
      }
    }
    return false;
  }
}
