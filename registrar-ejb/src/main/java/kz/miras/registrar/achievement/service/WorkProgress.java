package kz.miras.registrar.achievement.service;

import java.io.Serializable;

/**
 * How far work beside its caller has come; written by one thread, read by the screens that wait.
 */
public final class WorkProgress implements Serializable {

  private static final long serialVersionUID = 1L;

  private volatile int total;
  private volatile int done;
  private volatile boolean failed;
  private volatile boolean ended;
  private volatile Serializable outcome;

  /** There are so many students. */
  public void begin(int students) {
    this.total = students;
  }

  /** So many more are done. */
  public void step(int students) {
    this.done = done + students;
  }

  /** It has come to its end with this outcome; null where the outcome is kept elsewhere. */
  public void end(Serializable what) {
    this.outcome = what;
    this.ended = true;
  }

  /** It was broken off. */
  public void fail() {
    this.failed = true;
    this.ended = true;
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

  /** Whether nothing works on it any more. */
  public boolean ended() {
    return ended;
  }

  /** What it came to; null while it runs, and where the outcome is kept elsewhere. */
  public Serializable outcome() {
    return outcome;
  }

  /** Share done, 0 to 99: who sees all of it sees the outcome. */
  public int percent() {
    return total == 0 ? 0 : Math.min(99, (int) (done * 100L / total));
  }
}
