package kz.miras.registrar.registration;

import java.util.Objects;

/**
 * The director has decided that a section is closed (REG-4). Told within the decision's
 * transaction; whoever closes sections does it and says so here. Undone, it waits to be done by
 * hand.
 */
public final class SectionToClose {

  private final long sectionId;
  private final String reason;
  private boolean closed;

  /**
   * The decision.
   *
   * @param sectionId key of the section
   * @param reason why, as it is told to its students
   */
  public SectionToClose(long sectionId, String reason) {
    this.sectionId = sectionId;
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  public long sectionId() {
    return sectionId;
  }

  public String reason() {
    return reason;
  }

  /** It has been closed, its students told and moved. */
  public void closed() {
    closed = true;
  }

  public boolean isClosed() {
    return closed;
  }
}
