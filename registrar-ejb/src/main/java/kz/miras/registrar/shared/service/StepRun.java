package kz.miras.registrar.shared.service;

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import kz.miras.registrar.shared.Refusal;

/**
 * How far one act over many things has come, each of which is a step of its own beside the caller:
 * what is left, shared by the lanes that work on it, and how many are done. Read by the screens
 * that watch it.
 *
 * @param <S> one of the things
 */
public abstract class StepRun<S> {

  private final String by;
  private final Instant begunAt;
  private final int total;
  private final Queue<S> left;
  private final AtomicInteger lanes;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger missed = new AtomicInteger();
  private volatile boolean stopped;
  private volatile boolean failed;

  /**
   * A run that is about to begin.
   *
   * @param by login of who begins it
   * @param lanes how many are taken at the same time
   */
  protected StepRun(String by, Instant begunAt, List<S> steps, int lanes) {
    this.by = by;
    this.begunAt = begunAt;
    this.total = steps.size();
    this.left = new ConcurrentLinkedQueue<>(steps);
    this.lanes = new AtomicInteger(lanes);
  }

  /** Does it with one, in a transaction of its own; the act asks for its right itself. */
  protected abstract void act(S step);

  /**
   * It was not done with one after all.
   *
   * @param reasons empty where it failed for a reason of the system
   */
  protected abstract void miss(S step, List<Refusal> reasons);

  /** What one is called. */
  protected abstract String name(S step);

  /** The rule it goes by. */
  protected abstract String rule();

  /** All lanes have come to their end. */
  protected void end() {
    // whoever keeps no more than this object has nothing to do
  }

  /** The next one; null where none is left or it was stopped. */
  S next() {
    return stopped ? null : left.poll();
  }

  void take(S step) {
    act(step);
    done.incrementAndGet();
  }

  void leaveOut(S step, List<Refusal> reasons) {
    miss(step, reasons);
    missed.incrementAndGet();
  }

  /** What goes on is stopped: what is left stays as it is. */
  public void stop() {
    stopped = true;
  }

  /** The same because of the system, or of a right that has ended. */
  void fail() {
    failed = true;
    stopped = true;
  }

  /** A lane has come to its end. */
  void leave() {
    if (lanes.decrementAndGet() == 0) {
      end();
    }
  }

  /** Login of who began it. */
  public String by() {
    return by;
  }

  public Instant begunAt() {
    return begunAt;
  }

  /** How many there were. */
  public int total() {
    return total;
  }

  /** With how many it is done. */
  public int done() {
    return done.get();
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

  /** Share it has come to, 0 to 100. */
  public int percent() {
    return ended() ? 100 : total == 0 ? 0 : Math.min(99, (done() + missed.get()) * 100 / total);
  }
}
