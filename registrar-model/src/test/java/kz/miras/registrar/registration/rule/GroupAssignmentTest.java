package kz.miras.registrar.registration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import kz.miras.registrar.registration.rule.GroupAssignment.Wanted;
import kz.miras.registrar.registration.rule.GroupAssignment.Way;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupAssignmentTest {

  private static final int OUT = GroupAssignment.LEFT_OUT;

  /** Ways as "8 10w 8+12": the hours at which lessons begin on a Monday; with a w one waits. */
  private static Wanted discipline(String ways) {
    return new Wanted(
        ways.isBlank()
            ? List.of()
            : Arrays.stream(ways.strip().split(" +")).map(w -> way(w)).toList(),
        false);
  }

  private static Way way(String text) {
    boolean waits = text.endsWith("w");
    String hours = waits ? text.substring(0, text.length() - 1) : text;
    return new Way(
        Arrays.stream(hours.split("\\+")).map(h -> at(Integer.parseInt(h))).toList(), !waits);
  }

  private static LessonTime at(int hour) {
    return LessonTime.weekly(DayOfWeek.MONDAY, LocalTime.of(hour, 0), LocalTime.of(hour + 1, 0));
  }

  private static List<Integer> assigned(String disciplines) {
    return GroupAssignment.of(
        Arrays.stream(disciplines.split("/")).map(text -> discipline(text)).toList());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        // the favourites fit
        "8 9 / 10 11             | 0 0",
        // the later discipline has one group alone: the earlier one makes room
        "8 9 / 8                 | 1 0",
        "8 9 / 8 9 / 8 10        | 0 1 1",
        "8 9 10 / 8 9 / 8        | 2 1 0",
        // a chain of three has to move
        "8 9 / 9 10 / 10 8 / 8   | 0 0 0 -1",
        "8 9 / 9 10 / 10 11 / 8  | 1 1 1 0",
        // lecture and seminar of one way count together
        "8+9 10+11 / 9 / 8       | 1 0 0",
        // nothing helps: the earlier one stays
        "8 / 8                   | 0 -1",
        "8 / 8 / 9               | 0 -1 0",
        // one is left out for two
        "8+9 / 8 / 9             | -1 0 0",
        // a seat before a place in a queue, a place before nothing
        "8 9 / 8 10w             | 1 0",
        "8 9w / 8                | 1 0",
        "8 9w / 8 10w            | 0 1",
        "8w 9 / 9                | 0 0",
        "8w / 8w                 | 0 -1",
        "8w 9 / 9 8w             | 1 1",
        // no way at all
        "'' / 8                  | -1 0"
      })
  @DisplayName("REG-11 any group: the groups are chosen together where one by one would refuse")
  void chosenTogether(String disciplines, String ways) {
    assertThat(assigned(disciplines.replace("'", "")))
        .isEqualTo(Arrays.stream(ways.split(" ")).map(Integer::valueOf).toList());
  }

  @Test
  @DisplayName(
      "REG-11 where a decision lets lessons meet, the later discipline keeps its favourite")
  void mayOverlap() {
    Wanted earlier = discipline("8 9");
    Wanted later = new Wanted(discipline("8").ways(), true);

    assertThat(GroupAssignment.of(List.of(earlier, later))).containsExactly(0, 0);
    assertThat(GroupAssignment.of(List.of(later, earlier)))
        .as("the earlier one may meet what was before it, not what comes after")
        .containsExactly(0, 1);
  }

  @Test
  @DisplayName("REG-11 any group: all plans of three disciplines of two groups against brute force")
  void likeBruteForce() {
    List<Way> ways = List.of(way("8"), way("9"), way("8+9"), way("9w"));
    List<Wanted> all = new ArrayList<>();
    all.add(new Wanted(List.of(), false));
    for (Way one : ways) {
      all.add(new Wanted(List.of(one), false));
      for (Way other : ways) {
        all.add(new Wanted(List.of(one, other), false));
      }
    }
    int plans = 0;
    for (Wanted first : all) {
      for (Wanted second : all) {
        for (Wanted third : all) {
          List<Wanted> plan = List.of(first, second, third);
          assertThat(GroupAssignment.of(plan)).as("%s", plan).isEqualTo(bruteForce(plan));
          plans++;
        }
      }
    }
    assertThat(plans).isEqualTo(21 * 21 * 21);
  }

  @Test
  @DisplayName("REG-11 any group: four disciplines of three groups, drawn, against brute force")
  void drawnLikeBruteForce() {
    List<Way> ways = new ArrayList<>();
    for (String text : "8 9 10 11 8+10 9+11 8w 9w 10w 11w".split(" ")) {
      ways.add(way(text));
    }
    long drawn = 20260901;
    for (int plan = 0; plan < 400; plan++) {
      List<Wanted> disciplines = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        List<Way> some = new ArrayList<>();
        for (int j = 0; j < 3; j++) {
          drawn = drawn * 6364136223846793005L + 1442695040888963407L;
          some.add(ways.get((int) Math.floorMod(drawn >>> 33, (long) ways.size())));
        }
        disciplines.add(new Wanted(some, (drawn >>> 40) % 8 == 0));
      }
      assertThat(GroupAssignment.of(disciplines))
          .as("%s", disciplines)
          .isEqualTo(bruteForce(disciplines));
    }
  }

  /** Every assignment there is, none cut short. */
  private static List<Integer> bruteForce(List<Wanted> plan) {
    List<Integer> best = null;
    int[] most = {-1, -1};
    for (List<Integer> one : all(plan, 0)) {
      int seats = 0;
      int taken = 0;
      for (int i = 0; i < one.size(); i++) {
        if (one.get(i) != OUT) {
          taken++;
          seats += plan.get(i).ways().get(one.get(i)).free() ? 1 : 0;
        }
      }
      if ((best == null || seats > most[0] || seats == most[0] && taken > most[1])
          && isApart(plan, one)) {
        best = one;
        most = new int[] {seats, taken};
      }
    }
    return best;
  }

  /** In the order of preference: a seat before a queue before nothing, each as it is listed. */
  private static List<List<Integer>> all(List<Wanted> plan, int at) {
    if (at == plan.size()) {
      return List.of(List.of());
    }
    List<Integer> preferred = new ArrayList<>();
    for (boolean free : new boolean[] {true, false}) {
      for (int i = 0; i < plan.get(at).ways().size(); i++) {
        if (plan.get(at).ways().get(i).free() == free) {
          preferred.add(i);
        }
      }
    }
    preferred.add(OUT);
    List<List<Integer>> all = new ArrayList<>();
    for (int way : preferred) {
      for (List<Integer> rest : all(plan, at + 1)) {
        List<Integer> one = new ArrayList<>(List.of(way));
        one.addAll(rest);
        all.add(one);
      }
    }
    return all;
  }

  private static boolean isApart(List<Wanted> plan, List<Integer> one) {
    for (int later = 1; later < one.size(); later++) {
      for (int i = 0; i < later && !plan.get(later).mayOverlap(); i++) {
        if (one.get(i) != OUT && one.get(later) != OUT) {
          List<LessonTime> theirs = plan.get(i).ways().get(one.get(i)).lessons();
          List<LessonTime> mine = plan.get(later).ways().get(one.get(later)).lessons();
          if (theirs.stream().anyMatch(t -> mine.stream().anyMatch(t::clashesWith))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  @Test
  @DisplayName("REG-11 any group: a hopeless plan is answered in bounded time, each time the same")
  void bounded() {
    // twelve disciplines of twelve groups for eleven hours: one is left out, whatever is tried
    List<Wanted> plan = Collections.nCopies(12, discipline("8 9 10 11 12 13 14 15 16 17 18 8+9"));

    List<Integer> first =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> GroupAssignment.of(plan));

    assertThat(first).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, OUT);
    assertThat(GroupAssignment.of(plan)).isEqualTo(first);
  }
}
