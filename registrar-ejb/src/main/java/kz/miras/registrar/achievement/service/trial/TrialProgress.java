package kz.miras.registrar.achievement.service.trial;

import java.io.Serializable;

/** How far a trial has come; written by one thread, read by the screens that wait. */
public final class TrialProgress implements Serializable {

  private static final long serialVersionUID = 1L;

  private volatile int total;
  private volatile int done;
  private volatile boolean failed;

  void begin(int students) {
    this.total = students;
  }

  void step(int students) {
    this.done = done + students;
  }

  void fail() {
    this.failed = true;
  }

  public int total() {
    return total;
  }

  public int done() {
    return done;
  }

  public boolean failed() {
    return failed;
  }

  /** Share done, 0 to 99: who sees all of it sees the outcome. */
  public int percent() {
    return total == 0 ? 0 : Math.min(99, (int) (done * 100L / total));
  }
}
