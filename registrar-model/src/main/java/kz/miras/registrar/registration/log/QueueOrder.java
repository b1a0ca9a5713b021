package kz.miras.registrar.registration.log;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.registration.SectionKind;

/**
 * REG-33, asked of the log afterwards: whether anybody got a seat that was due to somebody who
 * waited. Whoever waits for a group waits for its stream and subgroup too and is seated when all of
 * them have a seat; so a later one passes an earlier one fairly where the earlier one's other
 * sections are full. Whoever waits for any group stands in the queue of each that will do, and is
 * due a seat of any of them.
 *
 * <p>The class of a place, its time and the seats that would do are read from the log itself: they
 * are what the rules said on the day of the decision, whatever they say by now.
 *
 * <p>Sections of an offering are locked apart from each other, so their entries are compared by
 * time with an allowance for the time a request waits for its locks; kept seats of another section
 * are not in its log, so whoever would have needed them is given the benefit of the doubt.
 */
public final class QueueOrder {

  /** How long a request may wait between its time and its locks. */
  private static final Duration ALLOWANCE = Duration.ofSeconds(2);

  private static final String ALL = "ALL";

  /**
   * A seat that was due to another one.
   *
   * @param section of the seat
   * @param position of the entry that gave it
   * @param waiting position of the entry by which the other one waited
   * @param student key of the other one
   */
  public record Jump(long section, long position, long waiting, long student)
      implements Serializable {}

  /** One who waits in a section. */
  private record Place(
      LogEntry entry, int rank, Instant since, List<String> pools, SectionKind anyOf) {

    static Place of(LogEntry entry) {
      LogEntry.Fact fact = entry.fact();
      LogEntry.Place told = fact.place();
      if (told != null) {
        return new Place(entry, told.rank(), told.since(), told.pools(), told.anyOf());
      }
      // written before places were part of the log; one that was moved here keeps its time
      Instant since = fact.act() == LogAct.REQUEUED ? fact.arrivedAt() : fact.decidedAt();
      return new Place(entry, 0, since, List.of(fact.pool()), null);
    }

    boolean isBefore(Place other) {
      return Comparator.comparingInt(Place::rank)
              .thenComparing(Place::since)
              .thenComparing(place -> place.entry().fact().enrolment())
              .compare(this, other)
          < 0;
    }
  }

  private final Map<Long, List<LogEntry>> logs = new LinkedHashMap<>();
  private final Set<Long> kept = new HashSet<>();
  private final Map<Long, Waited> waitedFor = new HashMap<>();

  /**
   * What an enrolment has waited for.
   *
   * @param each sections of which each is needed
   * @param any sections of which one is enough, by kind
   */
  private record Waited(Set<Long> each, Map<SectionKind, Set<Long>> any) {

    Waited() {
      this(new HashSet<>(), new EnumMap<>(SectionKind.class));
    }

    void add(LogEntry entry) {
      LogEntry.Place place = entry.fact().place();
      if (place == null || place.anyOf() == null) {
        each.add(entry.section());
      } else {
        any.computeIfAbsent(place.anyOf(), key -> new HashSet<>()).add(entry.section());
      }
    }
  }

  private QueueOrder(Collection<LogEntry> entries) {
    for (LogEntry entry : entries) {
      logs.computeIfAbsent(entry.section(), key -> new ArrayList<>()).add(entry);
      if (entry.fact().act() == LogAct.RESERVED) {
        kept.add(entry.section());
      }
      if (queues(entry.fact().act())) {
        waitedFor.computeIfAbsent(entry.fact().enrolment(), key -> new Waited()).add(entry);
      }
    }
    logs.values().forEach(log -> log.sort(Comparator.comparingLong(LogEntry::position)));
  }

  /**
   * Looks for jumps in the logs of an offering.
   *
   * @param entries of all its sections, each whole
   * @return in order of section and position; empty where everybody was served in turn
   */
  public static List<Jump> jumps(Collection<LogEntry> entries) {
    QueueOrder order = new QueueOrder(entries);
    List<Jump> jumps = new ArrayList<>();
    order.logs.values().forEach(log -> order.walk(log, jumps));
    return jumps;
  }

  private void walk(List<LogEntry> log, List<Jump> jumps) {
    Map<Long, Place> queue = new LinkedHashMap<>();
    for (LogEntry entry : log) {
      LogEntry.Fact fact = entry.fact();
      Long enrolment = fact.enrolment();
      switch (fact.act()) {
        case WAITING, REQUEUED -> queue.put(enrolment, Place.of(entry));
        case TAKEN -> passed(queue.values(), null, entry, jumps);
        case PROMOTED -> {
          Place own = queue.remove(enrolment);
          if (own != null) {
            passed(queue.values(), own, entry, jumps);
          }
        }
        case LEFT_QUEUE, EXPIRED -> queue.remove(enrolment);
        // what the office decides about a section has a decision of its own behind it
        default -> {}
      }
    }
  }

  /** The first in the queue who could have had this seat. */
  private void passed(Collection<Place> queue, Place own, LogEntry given, List<Jump> jumps) {
    Place due = null;
    for (Place place : queue) {
      boolean usable =
          given.fact().pool().equals(ALL) || place.pools().contains(given.fact().pool());
      boolean earlier = own == null || place.isBefore(own);
      if (usable && earlier && (due == null || place.isBefore(due)) && hadTheRest(place, given)) {
        due = place;
      }
    }
    if (due != null) {
      jumps.add(
          new Jump(
              given.section(),
              given.position(),
              due.entry().position(),
              due.entry().fact().student()));
    }
  }

  /** Whether every other section this one waits for surely had a seat then. */
  private boolean hadTheRest(Place place, LogEntry given) {
    Waited waited = waitedFor.get(place.entry().fact().enrolment());
    return waited.each().stream()
            .filter(section -> section != given.section())
            .allMatch(section -> hadOne(section, given))
        && waited.any().entrySet().stream()
            .filter(kind -> kind.getKey() != place.anyOf())
            .allMatch(
                kind ->
                    kind.getValue().stream()
                        .anyMatch(
                            section ->
                                surelyWaits(place, section, given) && hadOne(section, given)));
  }

  private boolean hadOne(long section, LogEntry given) {
    return gaveOne(logs.get(section), given) || hadSeats(section, given);
  }

  /** Whether somebody stood in the queue of a section from before a decision until after it. */
  private boolean surelyWaits(Place place, long section, LogEntry given) {
    Instant from = given.fact().decidedAt().minus(ALLOWANCE);
    Instant until = given.fact().decidedAt().plus(ALLOWANCE);
    boolean waits = false;
    for (LogEntry entry : logs.get(section)) {
      if (entry.fact().decidedAt().isAfter(until)) {
        break;
      }
      if (place.entry().fact().enrolment().equals(entry.fact().enrolment())) {
        waits = queues(entry.fact().act()) && !entry.fact().decidedAt().isAfter(from);
      }
    }
    return waits;
  }

  private static boolean queues(LogAct act) {
    return act == LogAct.WAITING || act == LogAct.REQUEUED;
  }

  /** Whether the same decision gave a seat of everybody's there too. */
  private static boolean gaveOne(List<LogEntry> log, LogEntry given) {
    return log.stream()
        .map(LogEntry::fact)
        .anyMatch(
            fact ->
                fact.act().givesSeat()
                    && fact.pool().equals(ALL)
                    && fact.decidedAt().equals(given.fact().decidedAt())
                    && Objects.equals(fact.enrolment(), given.fact().enrolment()));
  }

  private boolean hadSeats(long section, LogEntry given) {
    Instant from = given.fact().decidedAt().minus(ALLOWANCE);
    Instant until = given.fact().decidedAt().plus(ALLOWANCE);
    boolean free = !kept.contains(section);
    for (LogEntry entry : logs.get(section)) {
      LogEntry.Seats seats = entry.fact().seats();
      boolean now = !kept.contains(section) && seats.taken() < seats.capacity();
      if (entry.fact().decidedAt().isAfter(until)) {
        break;
      }
      // the state the time begins with, and every one within it
      free = entry.fact().decidedAt().isBefore(from) ? now : free && now;
    }
    return free;
  }
}
