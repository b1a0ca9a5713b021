package kz.miras.registrar.access.service;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Where the current call comes from and why it is made; set at the border, cleared with the call.
 */
@ApplicationScoped
public class AuditContext {

  private record Call(String origin, String reason) {}

  private static final ThreadLocal<Call> CALL = new ThreadLocal<>();

  /** The call comes from this address or channel. */
  public void begin(String origin) {
    CALL.set(new Call(origin, null));
  }

  /** The user's reason for what follows in this call. */
  public void because(String reason) {
    CALL.set(new Call(origin(), reason));
  }

  public void end() {
    CALL.remove();
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
