package kz.miras.registrar.morning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Who wants what: each student some sections that do not meet in the same lesson, and a tenth of
 * the sections wanted three times as much as there are seats.
 *
 * @param wishes numbers of sections, for each student in the order of preference
 * @param capacities seats of each section
 * @param hot how many of the sections, from the first, are wanted by too many
 * @param twice one in so many of the sections is two groups that share the seats, the second at the
 *     hour of the section after it; 0 for none
 */
record Demand(List<List<Integer>> wishes, List<Integer> capacities, int hot, int twice) {

  /** Lessons in a week at which no two sections of a plan may meet. */
  static final int LESSONS = 60;

  private static final int TIMES_WANTED = 3;
  private static final int SPARE = 4;

  /**
   * The demand of a morning; the same for the same seed.
   *
   * @param lines sections each student wants
   */
  static Demand of(int students, int sections, int lines, long seed) {
    Random random = new Random(seed);
    int hot = sections / 10;
    List<List<Integer>> wishes = new ArrayList<>();
    int[] wanted = new int[sections];
    for (int student = 0; student < students; student++) {
      List<Integer> plan = new ArrayList<>();
      BitSet lessons = new BitSet();
      while (plan.size() < lines) {
        int section = draw(random, sections, hot);
        if (!lessons.get(lesson(section))) {
          lessons.set(lesson(section));
          plan.add(section);
          wanted[section]++;
        }
      }
      wishes.add(plan);
    }
    List<Integer> capacities = new ArrayList<>();
    for (int section = 0; section < sections; section++) {
      capacities.add(
          section < hot ? Math.max(1, wanted[section] / TIMES_WANTED) : wanted[section] + SPARE);
    }
    return new Demand(wishes, capacities, hot, 0);
  }

  /** The same where one in so many sections is two groups. */
  Demand withSecondGroups(int oneIn) {
    return new Demand(wishes, capacities, hot, oneIn);
  }

  /** Whether a section is two groups. */
  boolean isTwice(int section) {
    return twice > 0 && section % twice == 1;
  }

  /** Whether a student wants the first group of a section that is two, and no other. */
  boolean names(int student, int section) {
    return isTwice(section) && student % 3 == 0;
  }

  /**
   * What a student might want instead of something of the plan: what a fellow wants, at another
   * hour, and by preference what too many want.
   *
   * @param together so many students in a row are fellows
   * @return number of the section; -1 for none
   */
  int instead(int student, int together) {
    List<Integer> plan = wishes.get(student);
    BitSet lessons = new BitSet();
    plan.forEach(section -> lessons.set(lesson(section)));
    int from = student / together * together;
    return wishes.subList(from, Math.min(from + together, wishes.size())).stream()
        .flatMap(List::stream)
        .filter(section -> !lessons.get(lesson(section)))
        .min(Comparator.comparing((Integer section) -> section >= hot))
        .orElse(-1);
  }

  /** Three in ten lines are for a section that has a third of the seats it would need. */
  private static int draw(Random random, int sections, int hot) {
    return random.nextInt(10) < 3 ? random.nextInt(hot) : hot + random.nextInt(sections - hot);
  }

  /** Number of the lesson of a section in the week. */
  static int lesson(int section) {
    return section % LESSONS;
  }
}
