package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * The document a decision about a sheet rests on (domain 3.1: type, number, date).
 *
 * @param reason why, in words; goes into the audit trail; null where the reader may not know it
 */
public record BasisDocument(Type type, String number, LocalDate date, String reason)
    implements Serializable {

  /** Characters the number of a document has at most. */
  public static final int NUMBER = 64;

  /** Characters a reason has at most. */
  public static final int REASON = 500;

  /** Kinds of documents. */
  public enum Type implements Keyed {
    ORDER,
    /** Распоряжение of the office. */
    DECISION,
    PROTOCOL,
    /** Служебная записка. */
    MEMO,
    /** Medical or other certificate (справка). */
    CERTIFICATE;

    @Override
    public String key() {
      return "attestation.document." + name();
    }
  }

  /** What may be known of it by whoever may not know why: that there is one, and which. */
  public BasisDocument withoutReason() {
    return new BasisDocument(type, number, date, null);
  }

  /**
   * Whether it is whole, of no later day than today, and fits where it is kept.
   *
   * @param rule number of the rule that asks for it
   */
  public Verdict judge(String rule, LocalDate today) {
    Verdict verdict = Verdict.allowed();
    if (type == null || number == null || number.isBlank() || date == null) {
      verdict =
          verdict.and(Verdict.refused(Refusal.of("attestation.basis.needed", rule).at("number")));
    } else if (date.isAfter(today)) {
      verdict =
          verdict.and(Verdict.refused(Refusal.of("attestation.basis.future", rule).at("date")));
    }
    if (reason == null || reason.isBlank()) {
      verdict =
          verdict.and(Verdict.refused(Refusal.of("attestation.basis.reason", rule).at("reason")));
    }
    return verdict
        .and(Fitted.judge(NUMBER, number, "number"))
        .and(Fitted.judge(REASON, reason, "reason"));
  }
}
