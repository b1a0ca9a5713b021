package kz.miras.registrar.attestation.service.together;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kz.miras.registrar.attestation.service.together.SessionSteps.Step;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.StepRun;

/**
 * SHT-24, SHT-31, PUB-1. How far one act over the sheets of a session has come, and what became of
 * the sheets it could not be done with.
 */
public final class SheetRun extends StepRun<Step> {

  private final Kind kind;
  private final Act act;
  private final String term;
  private final List<Missed> missed = new ArrayList<>();
  private final AtomicInteger results = new AtomicInteger();

  /** What is done with each sheet. */
  public enum Kind {
    /** It is opened for entry. */
    OPEN("SHT-31"),
    /** Its ratings are published. */
    RATING("PUB-1"),
    /** Its results are published. */
    RESULT("PUB-1"),
    /** It is closed, and its results are posted. */
    CLOSE("SHT-24");

    private final String rule;

    Kind(String rule) {
      this.rule = rule;
    }

    /** The rule it goes by. */
    public String rule() {
      return rule;
    }
  }

  /** An act on one sheet, in a transaction of its own. It asks for its right itself. */
  @FunctionalInterface
  public interface Act {

    /**
     * Does it.
     *
     * @param sheet public id
     * @return results it posted; 0 where it posts none
     */
    int on(String sheet);
  }

  /**
   * A sheet with which it was not done after all.
   *
   * @param reasons empty where it failed for a reason of the system
   */
  public record Missed(String id, String number, String discipline, List<Refusal> reasons)
      implements Serializable {

    public Missed {
      reasons = List.copyOf(reasons);
    }
  }

  SheetRun(
      Kind kind, Act act, String term, String by, Instant begunAt, List<Step> sheets, int lanes) {
    super(by, begunAt, sheets, lanes);
    this.kind = kind;
    this.act = act;
    this.term = term;
  }

  @Override
  protected void act(Step sheet) {
    results.addAndGet(act.on(sheet.id()));
  }

  @Override
  protected void miss(Step sheet, List<Refusal> reasons) {
    synchronized (missed) {
      missed.add(new Missed(sheet.id(), sheet.number(), sheet.discipline(), reasons));
    }
  }

  @Override
  protected String name(Step sheet) {
    return sheet.number();
  }

  @Override
  protected String rule() {
    return kind.rule();
  }

  public Kind kind() {
    return kind;
  }

  public String term() {
    return term;
  }

  /** Results that were posted; 0 where the act posts none. */
  public int results() {
    return results.get();
  }

  /** Sheets with which it was not done after all, as far as it has come. */
  public List<Missed> missed() {
    synchronized (missed) {
      return List.copyOf(missed);
    }
  }
}
