package kz.miras.registrar.correspondence.service.ministry;

/**
 * The platform did not do what it was asked. Tells the status of its answer and nothing of what was
 * sent or answered, which names people.
 */
public class PlatformFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is to be done about it. */
  public enum Kind {
    /** It does not answer, or not now: ask later. */
    SILENT,
    /** It does not know who asks: nothing helps but another password. */
    LOCKED_OUT,
    /** It refuses what it was sent without saying why. */
    REFUSING
  }

  private final Kind kind;
  private final int status;

  PlatformFailure(Kind kind, int status, Throwable cause) {
    super(kind + " " + status, cause);
    this.kind = kind;
    this.status = status;
  }

  public Kind kind() {
    return kind;
  }

  /** Status of the answer; 0 where there was none. */
  public int status() {
    return status;
  }
}
