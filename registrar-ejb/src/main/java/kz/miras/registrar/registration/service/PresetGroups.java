package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentGroup;

/**
 * Which group and stream of each offering an academic group is put into, so that it stays together:
 * those whose lessons meet those of no other that is chosen, rather where its students sit already,
 * then where seats are kept for it, then where most are free.
 */
@ApplicationScoped
class PresetGroups {

  private static final Comparator<Option> BEST =
      Comparator.comparing((Option option) -> !option.named())
          .thenComparing(option -> -option.seated())
          .thenComparing(option -> -option.kept())
          .thenComparing(option -> -option.free())
          .thenComparing(Option::section);

  @Inject private SeatPools pools;
  @Inject private Offerings offerings;

  /**
   * An open group or stream.
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
   * The place in each offering, by its key.
   *
   * @param members of the academic group
   * @param all what they want
   */
  Map<Long, NamedSections> of(
      StudentGroup group, List<Student> members, Collection<List<Wish>> all) {
    Map<Long, List<Section>> open = new HashMap<>();
    for (Wish wish : all.stream().flatMap(List::stream).filter(w -> !w.isOnlyChosen()).toList()) {
      open.computeIfAbsent(
          wish.offering().getId(),
          key ->
              wish.sections().stream().filter(s -> s.getStatus() == SectionStatus.OPEN).toList());
    }
    List<Long> ids = open.values().stream().flatMap(List::stream).map(Section::getId).toList();
    Map<Long, List<LessonTime>> lessons = new HashMap<>();
    for (SectionSlot slot : offerings.slotsOf(ids)) {
      lessons
          .computeIfAbsent(slot.getSectionId(), key -> new ArrayList<>())
          .add(LessonTime.of(slot));
    }
    SeatHints hints = pools.hints(ids);
    Map<Long, List<String>> own = members.isEmpty() ? Map.of() : pools.of(members.get(0), ids);
    Map<Long, Integer> seated = pools.seated(group.getId(), ids);
    Map<Long, List<Option>> groups = new HashMap<>();
    Map<Long, List<Option>> streams = new HashMap<>();
    List<LessonTime> fixed = new ArrayList<>();
    open.forEach(
        (offering, sections) -> {
          for (Section one : sections) {
            long id = one.getId();
            List<LessonTime> times = lessons.getOrDefault(id, List.of());
            Option option =
                new Option(
                    id,
                    one.getKind() == SectionKind.GROUP
                        && one.getCode().equalsIgnoreCase(group.getCode()),
                    seated.getOrDefault(id, 0),
                    hints.free(id, own) - hints.free(id, Map.of()),
                    hints.free(id, own),
                    times);
            if (one.getKind() == SectionKind.GROUP) {
              groups.computeIfAbsent(offering, key -> new ArrayList<>()).add(option);
            } else if (sections.stream().filter(s -> s.getKind() == one.getKind()).count() == 1) {
              fixed.addAll(times);
            } else if (one.getKind() == SectionKind.LECTURE) {
              streams.computeIfAbsent(offering, key -> new ArrayList<>()).add(option);
            }
          }
        });
    return places(groups, streams, fixed);
  }

  /**
   * The place in each offering: the groups are chosen first, then streams that go with them.
   *
   * @param fixed lessons everybody has anyway
   */
  static Map<Long, NamedSections> places(
      Map<Long, List<Option>> groups, Map<Long, List<Option>> streams, List<LessonTime> fixed) {
    Map<Long, Long> chosen = choose(groups, fixed);
    List<LessonTime> busy = new ArrayList<>(fixed);
    groups.values().stream()
        .flatMap(List::stream)
        .filter(option -> chosen.containsValue(option.section()))
        .forEach(option -> busy.addAll(option.lessons()));
    Map<Long, Long> heard = choose(streams, busy);
    Map<Long, NamedSections> places = new HashMap<>();
    groups
        .keySet()
        .forEach(
            offering ->
                places.put(offering, new NamedSections(chosen.get(offering), heard.get(offering))));
    return places;
  }

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
