package kz.miras.registrar.registration.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * REG-33, REG-11. Where somebody who waits for any group is seated once more than one way is open:
 * the sections the plan was made with come first, and any other only where its lessons overlap with
 * nothing else of the student's, for the plan was made without it.
 */
public final class AnyGroup {

  private AnyGroup() {}

  /**
   * A section with a seat for whoever waits.
   *
   * @param section its key
   * @param planned whether the plan was made with it: it was held against everything else then
   * @param lessons when it meets
   */
  public record Option(long section, boolean planned, List<LessonTime> lessons) {

    public Option {
      lessons = List.copyOf(lessons);
    }

    /** Whether it may be taken beside these lessons. */
    public boolean fits(List<LessonTime> others) {
      return planned
          || lessons.stream().noneMatch(mine -> others.stream().anyMatch(mine::clashesWith));
    }
  }

  /**
   * Chooses a section of each kind.
   *
   * @param kinds sections with a seat, for each kind that is needed; the better liked first
   * @param others lessons of everything else the student has a seat in, or waits for by plan
   * @return one of each kind, in their order; empty where none go together
   */
  public static List<Option> choose(List<List<Option>> kinds, List<LessonTime> others) {
    List<Option> chosen = new ArrayList<>();
    return choose(kinds, others, chosen) ? List.copyOf(chosen) : List.of();
  }

  /**
   * Whether somebody who rests for a section may come back into its queue: together with one of
   * each other kind it would be a way in.
   *
   * @param kinds sections of each other kind that will do; with a seat where there is any, so that
   *     nobody comes back only to be passed over once more
   * @param option the section
   * @param others lessons of everything else the student has a seat in, or waits for by plan
   */
  public static boolean leadsIn(List<List<Option>> kinds, Option option, List<LessonTime> others) {
    List<List<Option>> ways = new ArrayList<>(kinds);
    ways.add(List.of(option));
    return !choose(ways, others).isEmpty();
  }

  /**
   * Which queues somebody leaves who could choose no seat: those of sections that do not fit what
   * else the student has; where each fits that, it is their combination that does not, and all are
   * left. What the plan was made with is kept.
   *
   * @param counted sections with a seat in whose queues the student is
   * @param others lessons of everything else the student has a seat in, or waits for by plan
   */
  public static List<Option> resting(List<Option> counted, List<LessonTime> others) {
    List<Option> beside = counted.stream().filter(option -> !option.planned()).toList();
    List<Option> apart = beside.stream().filter(option -> !option.fits(others)).toList();
    return apart.isEmpty() ? beside : apart;
  }

  private static boolean choose(
      List<List<Option>> kinds, List<LessonTime> others, List<Option> chosen) {
    if (chosen.size() == kinds.size()) {
      return true;
    }
    for (Option option : plannedFirst(kinds.get(chosen.size()))) {
      if (option.fits(others) && chosen.stream().allMatch(one -> together(one, option))) {
        chosen.add(option);
        if (choose(kinds, others, chosen)) {
          return true;
        }
        chosen.remove(chosen.size() - 1);
      }
    }
    return false;
  }

  private static List<Option> plannedFirst(List<Option> options) {
    List<Option> ordered = new ArrayList<>(options);
    ordered.sort((one, other) -> Boolean.compare(other.planned(), one.planned()));
    return ordered;
  }

  /** What was planned together stays together. */
  private static boolean together(Option one, Option other) {
    return one.planned() ? other.fits(one.lessons()) : one.fits(other.lessons());
  }
}
