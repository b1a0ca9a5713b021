package kz.miras.registrar.registration.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.registration.SectionKind;

/** The sections of a rehearsal with their seats, and which of them meet at the same time. */
final class Seating {

  /** Sections that have to be taken together, by their place in the list. */
  record Combination(RehearsalOffering offering, int[] sections) {}

  private final List<RehearsalOffering.Part> sections = new ArrayList<>();
  private final List<String> offeringOf = new ArrayList<>();
  private final List<int[]> free = new ArrayList<>();
  private final List<BitSet> clashes = new ArrayList<>();
  private final Map<String, List<Combination>> combinations = new HashMap<>();
  private final Map<Integer, Integer> namedBy = new HashMap<>();
  private final Map<Integer, Integer> filledBy = new HashMap<>();
  private final Map<Integer, Instant> filledAt = new HashMap<>();

  Seating(List<RehearsalOffering> offerings) {
    for (RehearsalOffering offering : offerings) {
      int first = sections.size();
      for (RehearsalOffering.Part part : offering.sections()) {
        sections.add(part);
        offeringOf.add(offering.code());
        free.add(part.pools().stream().mapToInt(RehearsalOffering.Pool::seats).toArray());
      }
      combinations
          .computeIfAbsent(offering.discipline(), code -> new ArrayList<>())
          .addAll(combine(offering, first));
    }
    for (int i = 0; i < sections.size(); i++) {
      BitSet meets = new BitSet();
      for (int other = 0; other < sections.size(); other++) {
        meets.set(other, other != i && meet(sections.get(i), sections.get(other)));
      }
      clashes.add(meets);
    }
    combinations.values().forEach(all -> all.removeIf(this::overlapsItself));
  }

  /** A lecture and a seminar at the same time are no way to study a discipline. */
  private boolean overlapsItself(Combination combination) {
    for (int section : combination.sections()) {
      for (int other : combination.sections()) {
        if (clashes.get(section).get(other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean meet(RehearsalOffering.Part one, RehearsalOffering.Part other) {
    return one.lessons().stream()
        .anyMatch(lesson -> other.lessons().stream().anyMatch(lesson::clashesWith));
  }

  private static List<Combination> combine(RehearsalOffering offering, int first) {
    List<int[]> choices = List.of(new int[0]);
    for (SectionKind kind : SectionKind.values()) {
      List<int[]> longer = new ArrayList<>();
      for (int[] choice : choices) {
        for (int i = 0; i < offering.sections().size(); i++) {
          if (offering.sections().get(i).kind() == kind) {
            int[] more = Arrays.copyOf(choice, choice.length + 1);
            more[choice.length] = first + i;
            longer.add(more);
          }
        }
      }
      if (!longer.isEmpty()) {
        // none is left out: a group behind a cut would never fill, and its seats seem to be missing
        choices = longer;
      }
    }
    return choices.stream()
        .filter(choice -> choice.length > 0)
        .map(choice -> new Combination(offering, choice))
        .toList();
  }

  /** Combinations that fulfil an option, in order of the offerings. */
  List<Combination> of(RehearsalStudent.Option option) {
    List<Combination> all = combinations.getOrDefault(option.line().discipline(), List.of());
    if (option.line().language() == null && !option.isNaming()) {
      return all;
    }
    return all.stream()
        .filter(
            one ->
                option.line().language() == null
                    || one.offering().language() == option.line().language())
        .filter(one -> hasNamed(one, option))
        .toList();
  }

  /** Whether stream and group are those that are named, where any is. */
  private boolean hasNamed(Combination combination, RehearsalStudent.Option option) {
    return !option.isNaming()
        || Arrays.stream(SectionKind.values())
            .filter(kind -> option.named(kind) != null)
            .allMatch(kind -> find(combination, kind, option.named(kind)) >= 0);
  }

  private int find(Combination combination, SectionKind kind, String code) {
    for (int section : combination.sections()) {
      RehearsalOffering.Part part = sections.get(section);
      if (part.kind() == kind && part.code().equals(code)) {
        return section;
      }
    }
    return -1;
  }

  /** Notes that a student wants these very sections most. */
  void name(RehearsalStudent.Option option) {
    if (!option.isNaming()) {
      return;
    }
    of(option).stream()
        .findFirst()
        .ifPresent(
            one -> {
              for (SectionKind kind : SectionKind.values()) {
                int section = find(one, kind, option.named(kind));
                if (section >= 0) {
                  namedBy.merge(section, 1, Integer::sum);
                }
              }
            });
  }

  /** Kinds of which none of these combinations has a seat for the student: those that lack. */
  List<SectionKind> lacking(List<Combination> all, RehearsalStudent student) {
    return Arrays.stream(SectionKind.values())
        .filter(kind -> all.stream().allMatch(one -> isFull(one, kind, student)))
        .toList();
  }

  private boolean isFull(Combination combination, SectionKind kind, RehearsalStudent student) {
    return Arrays.stream(combination.sections())
        .filter(section -> sections.get(section).kind() == kind)
        .anyMatch(section -> room(section, student.pools(), student.arrives()) <= 0);
  }

  /**
   * Those of these combinations with a seat for the student in every section; as in registration
   * itself those with most room in their fullest section come first, equal ones in their order.
   */
  List<Combination> free(List<Combination> all, RehearsalStudent student) {
    Map<Combination, Integer> room = new IdentityHashMap<>();
    for (Combination one : all) {
      int least = Integer.MAX_VALUE;
      for (int section : one.sections()) {
        least = Math.min(least, room(section, student.pools(), student.arrives()));
      }
      if (least > 0) {
        room.put(one, least);
      }
    }
    return all.stream()
        .filter(room::containsKey)
        .sorted(Comparator.comparing((Combination one) -> -room.get(one)))
        .toList();
  }

  private int room(int section, Set<String> own, Instant now) {
    List<RehearsalOffering.Pool> pools = sections.get(section).pools();
    int room = 0;
    for (int i = 0; i < pools.size(); i++) {
      if (own.contains(pools.get(i).name()) || isEverybodys(pools.get(i), now)) {
        room += free.get(section)[i];
      }
    }
    return room;
  }

  private static boolean isEverybodys(RehearsalOffering.Pool pool, Instant now) {
    return pool.name().equals(RehearsalOffering.ALL)
        || (pool.released() != null && !now.isBefore(pool.released()));
  }

  /** Whether the sections meet none of those taken. */
  boolean isApart(Combination combination, BitSet blocked) {
    for (int section : combination.sections()) {
      if (blocked.get(section)) {
        return false;
      }
    }
    return true;
  }

  /** What is blocked once these sections are taken too. */
  BitSet blockedBy(Combination combination, BitSet blocked) {
    BitSet more = (BitSet) blocked.clone();
    for (int section : combination.sections()) {
      more.or(clashes.get(section));
    }
    return more;
  }

  /** Takes the seats; the student's own pool before everybody's. */
  void take(Combination combination, RehearsalStudent student, int come) {
    for (int section : combination.sections()) {
      free.get(section)[pool(section, student.pools(), student.arrives())]--;
      if (left(section) == 0) {
        filledBy.put(section, come);
        filledAt.put(section, student.arrives());
      }
    }
  }

  private int pool(int section, Set<String> own, Instant now) {
    List<RehearsalOffering.Pool> pools = sections.get(section).pools();
    int found = -1;
    for (int i = 0; i < pools.size(); i++) {
      RehearsalOffering.Pool pool = pools.get(i);
      if (free.get(section)[i] > 0) {
        if (own.contains(pool.name())) {
          return i;
        }
        found = found < 0 && isEverybodys(pool, now) ? i : found;
      }
    }
    return found;
  }

  private int left(int section) {
    int left = 0;
    for (int seats : free.get(section)) {
      left += seats;
    }
    return left;
  }

  /** How every section filled. */
  List<RehearsalReport.Filled> filled() {
    List<RehearsalReport.Filled> filled = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      RehearsalOffering.Part part = sections.get(i);
      filled.add(
          new RehearsalReport.Filled(
              offeringOf.get(i),
              part.code(),
              part.kind(),
              part.seats(),
              namedBy.getOrDefault(i, 0),
              part.seats() - left(i),
              filledAt.get(i),
              filledBy.getOrDefault(i, 0)));
    }
    return filled;
  }
}
