package kz.miras.registrar.attestation.service.together;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import kz.miras.registrar.attestation.service.together.SessionSteps.Step;
import kz.miras.registrar.shared.Refusal;

/**
 * How far one act over the sheets of a session has come: what is left, shared by the lanes that
 * work on it, and what became of the others. Read by the screens that watch it.
 */
public final class SheetRun {

  private final Kind kind;
  private final Act act;
  private final String term;
  private final String by;
  private final Instant begunAt;
  private final int total;
  private final Queue<Step> left;
  private final List<Missed> missed = new ArrayList<>();
  private final AtomicInteger lanes;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger results = new AtomicInteger();
  private volatile boolean stopped;
  private volatile boolean failed;

  /** What is done with each sheet. */
  public enum Kind {
    /** It is opened for entry. */
    OPEN("SHT-31"),
    /** Its ratings are published. */
    RATING("PUB-1"),
    /** Its results are published. */
    RESULT("PUB-1"),
    /** It is closed, and its results are posted. */
    CLOSE("SHT-24");

    private final String rule;

    Kind(String rule) {
      this.rule = rule;
    }

    /** The rule it goes by. */
    public String rule() {
      return rule;
    }
  }

  /** An act on one sheet, in a transaction of its own. It asks for its right itself. */
  @FunctionalInterface
  public interface Act {

    /**
     * Does it.
     *
     * @param sheet public id
     * @return results it posted; 0 where it posts none
     */
    int on(String sheet);
  }

  /**
   * A sheet with which it was not done after all.
   *
   * @param reasons empty where it failed for a reason of the system
   */
  public record Missed(String id, String number, String discipline, List<Refusal> reasons)
      implements Serializable {

    public Missed {
      reasons = List.copyOf(reasons);
    }
  }

  SheetRun(
      Kind kind, Act act, String term, String by, Instant begunAt, List<Step> sheets, int lanes) {
    this.kind = kind;
    this.act = act;
    this.term = term;
    this.by = by;
    this.begunAt = begunAt;
    this.total = sheets.size();
    this.left = new ConcurrentLinkedQueue<>(sheets);
    this.lanes = new AtomicInteger(lanes);
  }

  /** The next sheet; null where none is left or it was stopped. */
  Step next() {
    return stopped ? null : left.poll();
  }

  Act act() {
    return act;
  }

  void doneWithOne(int posted) {
    results.addAndGet(posted);
    done.incrementAndGet();
  }

  void miss(Step sheet, List<Refusal> reasons) {
    synchronized (missed) {
      missed.add(new Missed(sheet.id(), sheet.number(), sheet.discipline(), reasons));
    }
  }

  /** What goes on is stopped: the sheets that are left stay as they are. */
  void stop() {
    stopped = true;
  }

  /** The same because of the system, or of a right that has ended. */
  void fail() {
    failed = true;
    stopped = true;
  }

  /** A lane has come to its end. */
  void leave() {
    lanes.decrementAndGet();
  }

  public Kind kind() {
    return kind;
  }

  public String term() {
    return term;
  }

  /** Login of who began it. */
  public String by() {
    return by;
  }

  public Instant begunAt() {
    return begunAt;
  }

  /** Sheets there were. */
  public int total() {
    return total;
  }

  /** Sheets with which it is done. */
  public int done() {
    return done.get();
  }

  /** Results that were posted; 0 where the act posts none. */
  public int results() {
    return results.get();
  }

  /** Sheets with which it was not done after all, as far as it has come. */
  public List<Missed> missed() {
    synchronized (missed) {
      return List.copyOf(missed);
    }
  }

  public boolean ended() {
    return lanes.get() <= 0;
  }

  /** It was stopped before its end. */
  public boolean stopped() {
    return stopped;
  }

  public boolean failed() {
    return failed;
  }

  /** Share of the sheets it has come to, 0 to 100. */
  public int percent() {
    return ended() ? 100 : total == 0 ? 0 : Math.min(99, (done() + missed().size()) * 100 / total);
  }
}
