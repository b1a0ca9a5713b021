package kz.miras.registrar.registration.service.rehearsal;

import java.io.Serializable;
import kz.miras.registrar.registration.rehearsal.RehearsalReport;

/** How far a rehearsal has come; written by one thread, read by the screen that waits. */
public final class RehearsalProgress implements Serializable {

  private static final long serialVersionUID = 1L;

  private volatile int total;
  private volatile int done;
  private volatile long millis;
  private volatile String logTerm;
  private volatile boolean holds;
  private volatile RehearsalReport report;
  private volatile boolean failed;
  private volatile boolean busy;

  void begin(int students) {
    this.total = students;
  }

  void step() {
    done = done + 1;
  }

  void replaying(String term, boolean holdsStop) {
    this.logTerm = term;
    this.holds = holdsStop;
  }

  void end(RehearsalReport result, long took) {
    this.millis = took;
    this.report = result;
  }

  void fail() {
    this.failed = true;
  }

  void refuse() {
    this.busy = true;
  }

  /** Students to gather. */
  public int total() {
    return total;
  }

  /** Students gathered. */
  public int done() {
    return done;
  }

  /** How long it took. */
  public long millis() {
    return millis;
  }

  /** The term whose log is replayed; null where the demand is made up. */
  public String logTerm() {
    return logTerm;
  }

  /** Whether holds stop students as they do today; else they are taken as settled. */
  public boolean holds() {
    return holds;
  }

  /** The result, or null while it runs. */
  public RehearsalReport report() {
    return report;
  }

  public boolean failed() {
    return failed;
  }

  /** Whether another rehearsal was running, so that this one never began. */
  public boolean busy() {
    return busy;
  }

  public boolean ended() {
    return failed || busy || report != null;
  }

  /** Share done, 0 to 100; trying out comes after everybody is gathered. */
  public int percent() {
    if (ended()) {
      return 100;
    }
    return total == 0 ? 0 : (int) Math.min(95, 95L * done / total);
  }
}
