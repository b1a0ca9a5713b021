package kz.miras.registrar.registration.log;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import kz.miras.registrar.access.CanonicalBytes;
import kz.miras.registrar.access.ChainedRecord;

/**
 * IUP-1, REG-32. One step in the history of an individual study plan, sealed in the plan's chain:
 * what was decided about its lines, those without a section too (choices, practice, research work,
 * final attestation), and how they all stood then. Never changed once written.
 *
 * @param plan key
 * @param position place in the plan's chain, from 1 without gaps
 * @param fact what was decided
 * @param seal the chain's seal
 */
public record PlanEntry(long plan, long position, Fact fact, byte[] seal)
    implements ChainedRecord, Serializable {

  /**
   * What was decided.
   *
   * @param revision how often something had been submitted
   * @param at when, to the microsecond
   * @param actor login, or the job
   * @param act what was done, as the history names it
   * @param remark null for none; of a refusal the discipline it is about
   * @param content the lines as they stood then, as JSON; null where they stayed as they were
   * @param verdict codes and figures of the rules as JSON; null for none
   * @param submission request it belongs to; null where nobody submitted it
   */
  public record Fact(
      int revision,
      Instant at,
      String actor,
      String act,
      String remark,
      String content,
      String verdict,
      UUID submission)
      implements Serializable {}

  /** Name of a plan's chain. */
  public static String chain(long plan) {
    return "study-plan-" + plan;
  }

  @Override
  public byte[] content() {
    return content(plan, fact);
  }

  /** The step as its chain seals it. */
  public static byte[] content(long plan, Fact fact) {
    return new CanonicalBytes()
        .number(plan)
        .number(fact.revision())
        .instant(fact.at())
        .text(fact.actor())
        .text(fact.act())
        .text(fact.remark())
        .text(fact.content())
        .text(fact.verdict())
        .text(fact.submission() == null ? null : fact.submission().toString())
        .toBytes();
  }
}
