package kz.miras.registrar.achievement.service.stipend;

import java.io.Serializable;

/** How far a list has come; written by one thread, read by the screen that waits. */
public final class StipendProgress implements Serializable {

  private static final long serialVersionUID = 1L;

  private volatile int total;
  private volatile int done;
  private volatile boolean failed;
  private volatile StipendView view;

  void begin(int students) {
    this.total = students;
  }

  void step(int students) {
    this.done = done + students;
  }

  void end(StipendView result) {
    this.view = result;
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

  /** The list; null while it is being made. */
  public StipendView view() {
    return view;
  }

  public boolean failed() {
    return failed;
  }

  public boolean ended() {
    return failed || view != null;
  }

  /** Share done, 0 to 100. */
  public int percent() {
    return ended() ? 100 : total == 0 ? 0 : Math.min(99, done * 100 / total);
  }
}
