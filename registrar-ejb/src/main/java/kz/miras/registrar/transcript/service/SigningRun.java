package kz.miras.registrar.transcript.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.StepRun;
import kz.miras.registrar.transcript.service.SignatureQueue.ToSign;

/** DOC-56. How far the signing of many documents has come, and what became of each. */
public final class SigningRun extends StepRun<ToSign> {

  private static final String RULE = "DOC-56";

  private final Consumer<ToSign> act;
  private final List<Outcome> outcomes = new ArrayList<>();

  /**
   * What became of a document.
   *
   * @param signed whether it was signed
   * @param reasons why not; empty where it failed for a reason of the system
   */
  public record Outcome(
      UUID document, LocalizedText kind, String fullName, boolean signed, List<Refusal> reasons)
      implements Serializable {

    public Outcome {
      reasons = List.copyOf(reasons);
    }
  }

  SigningRun(String by, Instant begunAt, List<ToSign> documents, int lanes, Consumer<ToSign> act) {
    super(by, begunAt, documents, lanes);
    this.act = act;
  }

  @Override
  protected void act(ToSign document) {
    try {
      act.accept(document);
    } catch (RegistrarException.Conflict | RegistrarException.NotFound e) {
      // somebody has signed it or taken it away meanwhile
      throw new RegistrarException.Refused(Refusal.of("transcript.queue.gone", RULE));
    }
    told(document, true, List.of());
  }

  @Override
  protected void miss(ToSign document, List<Refusal> reasons) {
    told(document, false, reasons);
  }

  private void told(ToSign document, boolean signed, List<Refusal> reasons) {
    synchronized (outcomes) {
      outcomes.add(
          new Outcome(
              document.uuid(), document.kind().name(), document.fullName(), signed, reasons));
    }
  }

  @Override
  protected String name(ToSign document) {
    return document.fullName();
  }

  @Override
  protected String rule() {
    return RULE;
  }

  /** What became of each so far, in the order it became known. */
  public List<Outcome> outcomes() {
    synchronized (outcomes) {
      return List.copyOf(outcomes);
    }
  }
}
