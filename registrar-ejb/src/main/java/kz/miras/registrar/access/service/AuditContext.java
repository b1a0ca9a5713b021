package kz.miras.registrar.access.service;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Where the current call comes from, why it is made and, for jobs nobody signed in for, which part
 * of the system makes it; set at the border, cleared with the call.
 */
@ApplicationScoped
public class AuditContext {

  private record Call(String job, String origin, String reason) {}

  private static final ThreadLocal<Call> CALL = new ThreadLocal<>();

  /** The call comes from this address or channel. */
  public void begin(String origin) {
    CALL.set(new Call(null, origin, null));
  }

  /**
   * The system itself acts.
   *
   * @param job name of the job; the audit trail shows it as author
   */
  public void beginJob(String job) {
    CALL.set(new Call(job, "internal", null));
  }

  /** The user's reason for what follows in this call. */
  public void because(String reason) {
    Call call = CALL.get();
    CALL.set(new Call(call == null ? null : call.job(), origin(), reason));
  }

  /** The reason for what follows, where there is one and whoever decided has given none. */
  public void becauseUnlessDecided(String reason) {
    if (reason() == null && reason != null && !reason.isBlank()) {
      because(reason);
    }
  }

  public void end() {
    CALL.remove();
  }

  /** The author where nobody has signed in: the job, or a visitor. */
  String authorWithoutAccount() {
    Call call = CALL.get();
    return call == null || call.job() == null ? "visitor" : call.job();
  }

  public String origin() {
    Call call = CALL.get();
    return call == null ? "internal" : call.origin();
  }

  public String reason() {
    Call call = CALL.get();
    return call == null ? null : call.reason();
  }
}
