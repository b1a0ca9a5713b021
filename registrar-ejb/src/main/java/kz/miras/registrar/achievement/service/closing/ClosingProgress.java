package kz.miras.registrar.achievement.service.closing;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import kz.miras.registrar.attestation.service.SessionSheets.Waiting;
import kz.miras.registrar.shared.Refusal;

/**
 * How far the closing of a session has come: what is still to be closed, shared by the lanes that
 * work on it, and what became of the others. Read by the screens that watch it.
 */
public final class ClosingProgress {

  private final String term;
  private final String by;
  private final Instant begunAt;
  private final int total;
  private final Queue<Waiting> left;
  private final List<Verdict> refused = new ArrayList<>();
  private final AtomicInteger lanes;
  private final AtomicInteger closed = new AtomicInteger();
  private final AtomicInteger posted = new AtomicInteger();
  private volatile boolean stopped;
  private volatile boolean failed;

  /**
   * Why a sheet was not closed after all.
   *
   * @param id of the sheet
   * @param reasons empty where it failed for a reason of the system
   */
  public record Verdict(String id, String number, String discipline, List<Refusal> reasons)
      implements Serializable {

    public Verdict {
      reasons = List.copyOf(reasons);
    }
  }

  ClosingProgress(String term, String by, Instant begunAt, List<Waiting> sheets, int lanes) {
    this.term = term;
    this.by = by;
    this.begunAt = begunAt;
    this.total = sheets.size();
    this.left = new ConcurrentLinkedQueue<>(sheets);
    this.lanes = new AtomicInteger(lanes);
  }

  /** The next sheet; null where none is left or it was stopped. */
  Waiting next() {
    return stopped ? null : left.poll();
  }

  void closed(int results) {
    posted.addAndGet(results);
    closed.incrementAndGet();
  }

  void refuse(Waiting sheet, List<Refusal> reasons) {
    synchronized (refused) {
      refused.add(new Verdict(sheet.id(), sheet.number(), sheet.discipline(), reasons));
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

  /** Sheets that were to be closed. */
  public int total() {
    return total;
  }

  public int closed() {
    return closed.get();
  }

  /** Results that were posted. */
  public int posted() {
    return posted.get();
  }

  /** Sheets that were not closed after all, as far as it has come. */
  public List<Verdict> refused() {
    synchronized (refused) {
      return List.copyOf(refused);
    }
  }

  public int done() {
    synchronized (refused) {
      return closed.get() + refused.size();
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

  /** Share done, 0 to 100. */
  public int percent() {
    return ended() ? 100 : total == 0 ? 0 : Math.min(99, done() * 100 / total);
  }
}
