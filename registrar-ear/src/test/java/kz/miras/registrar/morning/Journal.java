package kz.miras.registrar.morning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** What the driver sent and what it was told; the only thing the checker believes. */
final class Journal {

  /**
   * What became of a line.
   *
   * @param outcome ENROLLED, WAITLISTED or REFUSED
   * @param enrolment public id; null where it was refused
   * @param reasons codes of the refusals
   */
  record Line(String offering, String outcome, String enrolment, List<String> reasons) {

    /** Whether it is refused because lessons meet. */
    boolean overlaps() {
      return reasons.contains("registration.clash");
    }
  }

  /**
   * An answer.
   *
   * @param sent nanoseconds of the driver's clock, before the request left
   * @param answered the same, after the answer had come
   * @param submission id the server gave the request
   */
  record Told(
      Pupil pupil, String key, long sent, long answered, String submission, List<Line> lines) {

    Line line(String offering) {
      return lines.stream().filter(l -> l.offering().equals(offering)).findFirst().orElse(null);
    }

    boolean has(String outcome) {
      return lines.stream().anyMatch(line -> line.outcome().equals(outcome));
    }
  }

  private final Collection<Told> told = new ConcurrentLinkedQueue<>();
  private final Map<String, Told> byKey = new ConcurrentHashMap<>();
  private final Map<String, Pupil> tried = new ConcurrentHashMap<>();
  private final Set<String> left = ConcurrentHashMap.newKeySet();
  private final Map<String, String> swapKeys = new ConcurrentHashMap<>();
  private final Collection<String> failures = new ConcurrentLinkedQueue<>();

  /** A request is about to leave; it may come to something even if nobody is told. */
  void trying(Pupil pupil) {
    tried.put(pupil.number(), pupil);
  }

  void told(Told answer) {
    told.add(answer);
    byKey.putIfAbsent(answer.key(), answer);
  }

  /** An enrolment was given back, and the server said so. */
  void left(String enrolment) {
    left.add(enrolment);
  }

  /** A request is about to leave that asks for another seat in place of this enrolment. */
  void swapping(String key, String enrolment) {
    swapKeys.put(enrolment, key);
  }

  /**
   * What a line may be by now: as it was told, given back, swapped away, or moved up from the
   * queue.
   *
   * @param enrolled whether an enrolment of this public id has a seat now
   */
  Set<String> mayBe(Line line, Predicate<String> enrolled) {
    String key = swapKeys.get(line.enrolment());
    Told swap = key == null ? null : of(key);
    boolean swapped =
        swap != null
            && swap.lines().stream()
                .anyMatch(one -> one.enrolment() != null && enrolled.test(one.enrolment()));
    if (swapped || left.contains(line.enrolment())) {
      return Set.of("DROPPED");
    }
    return isChanging() && line.outcome().equals("WAITLISTED")
        ? Set.of("WAITLISTED", "ENROLLED")
        : Set.of(line.outcome());
  }

  /** Whether anybody gave anything back or asked for something else. */
  boolean isChanging() {
    return !left.isEmpty() || !swapKeys.isEmpty();
  }

  /** How many seats and places were given back, and how many swaps were asked for. */
  int changes() {
    return left.size() + swapKeys.size();
  }

  /** How many swaps took the seat they asked for. */
  long swapped() {
    return swapKeys.values().stream()
        .map(this::of)
        .filter(one -> one != null && one.has("ENROLLED"))
        .count();
  }

  /** An answer no request should get. */
  void failed(String what) {
    failures.add(what);
  }

  /** The first answer to a request; null before there is one. */
  Told of(String key) {
    return byKey.get(key);
  }

  List<Told> told() {
    return new ArrayList<>(told);
  }

  /** Whoever sent anything. */
  Collection<Pupil> tried() {
    return tried.values();
  }

  List<String> failures() {
    return new ArrayList<>(failures);
  }

  /** The same with one line told otherwise, to see whether it is noticed. */
  Journal with(Told instead) {
    Journal other = new Journal();
    other.tried.putAll(tried);
    other.left.addAll(left);
    other.swapKeys.putAll(swapKeys);
    told.forEach(one -> other.told(one.submission().equals(instead.submission()) ? instead : one));
    return other;
  }
}
