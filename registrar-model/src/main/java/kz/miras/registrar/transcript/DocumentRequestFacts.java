package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import kz.miras.registrar.registration.rule.HoldFact;

/**
 * What is known of a request when its document is to be prepared.
 *
 * @param awaited sheets its results wait for, without those the director has passed over
 * @param identified somebody has seen who asks: by the own sign-in, or by a document at the counter
 * @param consent the student's consent; null for none
 * @param owed what is still to be paid; null for nothing
 * @param holds those in force that bind today
 * @param ordered a state body asks for it, by a letter of its own
 */
public record DocumentRequestFacts(
    DocumentKind kind,
    DocumentChannel channel,
    AwaitedSheets awaited,
    boolean identified,
    String consent,
    BigDecimal owed,
    List<HoldFact> holds,
    boolean ordered)
    implements Serializable {

  public DocumentRequestFacts {
    holds = List.copyOf(holds);
  }
}
