package kz.miras.registrar.achievement.service.promotion;

import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.shared.Refusal;

/** How far the work on a run has come; written by one thread, read by the screen that waits. */
public final class PromotionProgress implements Serializable {

  private static final long serialVersionUID = 1L;

  private volatile int total;
  private volatile int done;
  private volatile int givenUp;
  private volatile boolean ended;
  private volatile boolean failed;
  private transient volatile List<Refusal> refusals;

  void begin(int students) {
    this.total = students;
  }

  void step(int students) {
    this.done = done + students;
  }

  void end(int decisionsGivenUp) {
    this.givenUp = decisionsGivenUp;
    this.ended = true;
  }

  void refuse(List<Refusal> reasons) {
    this.refusals = reasons;
    this.ended = true;
  }

  void fail() {
    this.failed = true;
    this.ended = true;
  }

  public int total() {
    return total;
  }

  public int done() {
    return done;
  }

  /** Decisions otherwise than proposed that were given up because the history had moved. */
  public int givenUp() {
    return givenUp;
  }

  public boolean ended() {
    return ended;
  }

  public boolean failed() {
    return failed;
  }

  /** Why nothing was done; empty where it was. */
  public List<Refusal> refusals() {
    return refusals == null ? List.of() : refusals;
  }

  /** Share done, 0 to 100; while nothing is counted yet, 0. */
  public int percent() {
    return ended ? 100 : total == 0 ? 0 : Math.min(99, done * 100 / total);
  }
}
