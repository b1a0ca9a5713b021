package kz.miras.registrar.registration.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.rule.LessonTime;

/**
 * Which group of each offering an academic group is put into, so that it stays together: one whose
 * lessons meet those of no other that is chosen, rather where its students sit already, then where
 * seats are kept for it, then where most are free.
 */
final class PresetGroups {

  private static final Comparator<Option> BEST =
      Comparator.comparing((Option option) -> !option.named())
          .thenComparing(option -> -option.seated())
          .thenComparing(option -> -option.kept())
          .thenComparing(option -> -option.free())
          .thenComparing(Option::section);

  private PresetGroups() {}

  /**
   * An open group.
   *
   * @param section its key
   * @param named whether it has the code of the academic group
   * @param seated how many of the academic group sit there already
   * @param kept free seats that are kept for the academic group or its programme
   * @param free free seats its students may have, those included
   */
  record Option(
      long section, boolean named, int seated, int kept, int free, List<LessonTime> lessons) {}

  /**
   * The group of each offering, by its key; none where each is full or meets the others.
   *
   * @param offered open groups by offering
   * @param fixed lessons everybody has anyway: of streams there is no other of
   */
  static Map<Long, Long> choose(Map<Long, List<Option>> offered, List<LessonTime> fixed) {
    List<LessonTime> busy = new ArrayList<>(fixed);
    Map<Long, Long> chosen = new HashMap<>();
    offered.entrySet().stream()
        // who has little choice chooses first
        .sorted(
            Comparator.comparing((Map.Entry<Long, List<Option>> one) -> one.getValue().size())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            one ->
                one.getValue().stream()
                    .filter(option -> option.named() || option.free() > 0)
                    .filter(option -> option.named() || isApart(option, busy))
                    .min(BEST)
                    .ifPresent(
                        option -> {
                          chosen.put(one.getKey(), option.section());
                          busy.addAll(option.lessons());
                        }));
    return chosen;
  }

  private static boolean isApart(Option option, List<LessonTime> busy) {
    return option.lessons().stream().noneMatch(one -> busy.stream().anyMatch(one::clashesWith));
  }
}
