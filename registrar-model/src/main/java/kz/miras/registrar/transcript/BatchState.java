package kz.miras.registrar.transcript;

/** How far the act of a batch is. */
public enum BatchState {
  RUNNING,
  /** It goes on when somebody lets it. */
  PAUSED,
  ENDED;

  /** Message key of the name. */
  public String key() {
    return "transcript.batch.state." + name();
  }
}
