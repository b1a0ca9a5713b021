package kz.miras.registrar.access.service;

import java.io.Serializable;
import kz.miras.registrar.access.ChainReport;

/** How far a verification has come; written by one thread, read by the screen that waits. */
public final class VerificationProgress implements Serializable {

  private volatile long total;
  private volatile long rows;
  private volatile long unsealed;
  private transient volatile ChainReport report;
  private volatile boolean failed;

  void begin(long expected, long stillUnsealed) {
    this.total = expected;
    this.unsealed = stillUnsealed;
  }

  void row() {
    rows = rows + 1;
  }

  void end(ChainReport result) {
    this.report = result;
  }

  void fail() {
    this.failed = true;
  }

  public long total() {
    return total;
  }

  public long rows() {
    return rows;
  }

  /** Rows so young that no seal is due yet, or whose sealer does not work. */
  public long unsealed() {
    return unsealed;
  }

  /** The result, or null while it runs. */
  public ChainReport report() {
    return report;
  }

  public boolean failed() {
    return failed;
  }

  public boolean ended() {
    return failed || report != null;
  }

  /** Share done, 0 to 100. */
  public int percent() {
    if (ended()) {
      return 100;
    }
    return total == 0 ? 0 : (int) Math.min(99, rows * 100 / total);
  }
}
