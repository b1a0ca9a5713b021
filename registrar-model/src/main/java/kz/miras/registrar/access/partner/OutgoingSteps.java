package kz.miras.registrar.access.partner;

import java.io.Serializable;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** PRT-18. What somebody may do about a message a partner has not got. */
public final class OutgoingSteps {

  private OutgoingSteps() {}

  /**
   * PRT-18. May it be tried again now?
   *
   * @param endpoint whether the terms in force name an address
   */
  public static Verdict again(OutgoingState state, boolean endpoint) {
    if (!state.isOpen()) {
      return refused("access.partner.outgoing-state", state);
    }
    return endpoint ? Verdict.allowed() : refused("access.partner.outgoing-endpoint");
  }

  /** PRT-18. May it be given up? Not while a server is sending it, nor without a reason. */
  public static Verdict giveUp(OutgoingState state, String reason) {
    return state.isOpen()
        ? PartnerSound.reason(reason)
        : refused("access.partner.outgoing-state", state);
  }

  private static Verdict refused(String code, OutgoingState... state) {
    return Verdict.refused(Refusal.of(code, "PRT-18", (Serializable[]) state).at("reason"));
  }
}
