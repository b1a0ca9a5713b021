package kz.miras.registrar.access.partner;

import java.io.Serializable;
import java.time.Duration;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * PRT-2 to PRT-6. Whether a call of a partner is taken. The codes are those of the faults and
 * problems; what is told says nothing of the data behind.
 */
public final class PartnerCalls {

  private PartnerCalls() {}

  /**
   * How a call comes.
   *
   * @param operation as {@code service.operation}, by REST the one the call amounts to; null where
   *     none is asked about
   * @param address it comes from
   * @param purpose code it names; null for none
   * @param password whether a right password came with it
   * @param certificate whether a registered certificate came with its connection
   */
  public record Attempt(
      String operation, String address, String purpose, boolean password, boolean certificate)
      implements Serializable {}

  /** PRT-2. Is the partner let in at all? */
  public static Verdict state(PartnerState state, PartnerTerms terms) {
    if (state == PartnerState.SUSPENDED) {
      return refused("partner-suspended", "PRT-2");
    }
    return terms == null ? refused("partner-terms", "PRT-2") : Verdict.allowed();
  }

  /** PRT-3. Does it come from where the terms say? */
  public static Verdict address(PartnerTerms terms, String address) {
    boolean known =
        terms.addresses().isEmpty()
            || terms.addresses().stream().anyMatch(range -> range.holds(address));
    return known ? Verdict.allowed() : refused("address-not-allowed", "PRT-3");
  }

  /** PRT-5. Has it proved who it is by what the terms ask for? */
  public static Verdict proof(PartnerTerms terms, Attempt attempt) {
    boolean proved =
        switch (terms.proof()) {
          case PASSWORD -> attempt.password();
          case CERTIFICATE -> attempt.certificate();
          case EITHER -> attempt.password() || attempt.certificate();
          case BOTH -> attempt.password() && attempt.certificate();
        };
    return proved ? Verdict.allowed() : refused("proof-required", "PRT-5");
  }

  /** PRT-3. Do the terms name the operation and, where they ask for one, the purpose? */
  public static Verdict operation(PartnerTerms terms, Attempt attempt) {
    if (!terms.operations().contains(attempt.operation())) {
      return refused("operation-not-allowed", "PRT-3", attempt.operation());
    }
    boolean named = attempt.purpose() != null && terms.purposes().contains(attempt.purpose());
    return terms.purposes().isEmpty() || named
        ? Verdict.allowed()
        : refused("purpose-required", "PRT-3");
  }

  /** PRT-3. Do the terms name data the call is about? */
  public static Verdict data(PartnerTerms terms, DataGroup group) {
    return terms.groups().contains(group)
        ? Verdict.allowed()
        : refused("data-not-allowed", "PRT-3", group.name());
  }

  /**
   * PRT-4. Is one more call within the limits?
   *
   * @param thisMinute calls of the minute, this one included
   * @param today calls of the day, this one included
   * @param restOfMinute how long until the next minute
   * @param restOfDay how long until the next day
   */
  public static Verdict rate(
      PartnerTerms terms, int thisMinute, int today, Duration restOfMinute, Duration restOfDay) {
    if (today > terms.perDay()) {
      return refused("rate-limited", "PRT-4", Math.max(1, restOfDay.toSeconds()));
    }
    return thisMinute > terms.perMinute()
        ? refused("rate-limited", "PRT-4", Math.max(1, restOfMinute.toSeconds()))
        : Verdict.allowed();
  }

  /** PRT-6. Is there a signature where the terms ask for one, and is one that is there right? */
  public static Verdict signature(PartnerTerms terms, SignatureFinding finding) {
    if (terms.signature() == SignatureDemand.OFF) {
      return Verdict.allowed();
    }
    if (finding == SignatureFinding.INVALID) {
      return refused("signature-invalid", "PRT-6");
    }
    return terms.signature() == SignatureDemand.REQUIRED && finding != SignatureFinding.VALID
        ? refused("signature-required", "PRT-6")
        : Verdict.allowed();
  }

  private static Verdict refused(String code, String rule, Serializable... args) {
    return Verdict.refused(Refusal.of("api.problem." + code, rule, args));
  }
}
