package kz.miras.registrar.morning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the driver sent and what it was told; the only thing the checker believes. */
final class Journal {

  /**
   * What became of a line.
   *
   * @param outcome ENROLLED, WAITLISTED or REFUSED
   * @param enrolment public id; null where it was refused
   * @param reasons codes of the refusals
   */
  record Line(String offering, String outcome, String enrolment, List<String> reasons) {}

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
  private final Map<String, Pupil> tried = new ConcurrentHashMap<>();
  private final Collection<String> failures = new ConcurrentLinkedQueue<>();

  /** A request is about to leave; it may come to something even if nobody is told. */
  void trying(Pupil pupil) {
    tried.put(pupil.number(), pupil);
  }

  void told(Told answer) {
    told.add(answer);
  }

  /** An answer no request should get. */
  void failed(String what) {
    failures.add(what);
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
    told.forEach(
        one -> other.told.add(one.submission().equals(instead.submission()) ? instead : one));
    return other;
  }
}
