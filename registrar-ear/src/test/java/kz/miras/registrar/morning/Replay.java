package kz.miras.registrar.morning;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The log of a section played once more, decision by decision, by a seat plan and a queue of its
 * own: who had a seat, who waited, and who came next. Of groups without streams, as a morning's
 * are, with seats for everybody.
 */
final class Replay {

  /**
   * A decision.
   *
   * @param taken seats taken after it, as the log says
   * @param waiting length of the queue after it, as the log says
   * @param rank class of the place that was taken; 0 where none was
   * @param since when that place counts from; null where none was taken
   */
  record Entry(
      long section,
      long position,
      String act,
      long enrolment,
      int capacity,
      int taken,
      int waiting,
      int rank,
      LocalDateTime since) {}

  private record Place(int rank, LocalDateTime since, long enrolment) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::rank)
            .thenComparing(Place::since)
            .thenComparingLong(Place::enrolment);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * What may stand between a seat that becomes free and the next one's: whoever lessons keep from
   * it leaves the queue first, and whom they keep no more comes back with the time of the place.
   */
  private static final Set<String> HANDING_ON = Set.of("PROMOTED", "LEFT_QUEUE", "REQUEUED");

  private final Set<Long> seats = new HashSet<>();
  private final TreeSet<Place> queue = new TreeSet<>();
  private final List<String> findings = new ArrayList<>();
  private long position;
  private int capacity;

  /** Plays the log of one section, in order of position. */
  static Replay of(List<Entry> log) {
    Replay replay = new Replay();
    log.forEach(replay::play);
    replay.nobodyWaitsForAFreeSeat("the end");
    return replay;
  }

  /** What cannot have been; empty where everything can. */
  List<String> findings() {
    return findings;
  }

  /** Enrolments that have a seat at the end. */
  Set<Long> seats() {
    return Set.copyOf(seats);
  }

  /** Enrolments in the queue at the end, in their order. */
  List<Long> queue() {
    return queue.stream().map(Place::enrolment).toList();
  }

  private void play(Entry entry) {
    String where = entry.section() + " " + entry.position() + " " + entry.act();
    capacity = entry.capacity();
    if (entry.position() != ++position) {
      findings.add("GAP before " + where);
      position = entry.position();
    }
    if (!HANDING_ON.contains(entry.act())) {
      nobodyWaitsForAFreeSeat(where);
    }
    switch (entry.act()) {
      case "TAKEN" -> {
        found(queue.isEmpty(), "JUMP past the queue: " + where);
        found(seats.add(entry.enrolment()), "DOUBLED seat: " + where);
      }
      case "REQUEUED" -> queue.add(new Place(entry.rank(), entry.since(), entry.enrolment()));
      case "WAITING" -> {
        found(seats.size() >= capacity, "UNTRUE waiting: " + where);
        Place place = new Place(entry.rank(), entry.since(), entry.enrolment());
        found(
            queue.stream().allMatch(o -> o.rank() != place.rank() || o.compareTo(place) < 0),
            "JUMP before an earlier one: " + where);
        queue.add(place);
      }
      case "PROMOTED" -> {
        found(
            !queue.isEmpty() && queue.first().enrolment() == entry.enrolment(),
            "JUMP of one who is not the first: " + where);
        leave(entry.enrolment());
        found(seats.add(entry.enrolment()), "DOUBLED promotion: " + where);
      }
      case "OVERLAPPED" -> {
        // refused by lessons of the student alone, whatever seats there are
      }
      case "GONE_ALREADY" ->
          // given back once more by who had no answer the first time
          found(
              !seats.contains(entry.enrolment())
                  && queue.stream().noneMatch(place -> place.enrolment() == entry.enrolment()),
              "UNTRUE end: " + where);
      case "REFUSED" -> found(seats.size() >= capacity, "UNTRUE refusal: " + where);
      case "LEFT_QUEUE" -> found(leave(entry.enrolment()), "UNKNOWN place: " + where);
      case "DROPPED" -> found(seats.remove(entry.enrolment()), "RETURNED twice: " + where);
      default -> findings.add("UNEXPECTED " + where);
    }
    found(seats.size() <= capacity, "OVERSOLD " + where);
    found(
        entry.taken() == seats.size() && entry.waiting() == queue.size(),
        "FIGURES of " + where + ": " + seats.size() + " seats, " + queue.size() + " wait");
  }

  private boolean leave(long enrolment) {
    return queue.removeIf(place -> place.enrolment() == enrolment);
  }

  private void nobodyWaitsForAFreeSeat(String where) {
    found(queue.isEmpty() || seats.size() >= capacity, "LOST seat before " + where);
  }

  private void found(boolean right, String what) {
    if (!right) {
      findings.add(what);
    }
  }
}
