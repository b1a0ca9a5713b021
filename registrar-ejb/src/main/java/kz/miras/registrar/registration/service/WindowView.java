package kz.miras.registrar.registration.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.WindowKind;
import kz.miras.registrar.registration.WindowPlan;
import kz.miras.registrar.registration.WindowStatus;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Verdict;

/**
 * A window of registration as screens show it.
 *
 * @param programme code; null for all
 * @param inForce what is approved; null where nothing is
 * @param mine whether the caller prepared it and so does not approve it
 * @param findings what the rules say of what is prepared
 */
public record WindowView(
    String id,
    int version,
    String term,
    TermType termType,
    WindowKind kind,
    Level level,
    String programme,
    LocalizedText programmeName,
    Integer courseYear,
    WindowPlan plan,
    WindowPlan inForce,
    WindowStatus status,
    String preparedBy,
    Instant preparedAt,
    String approvedBy,
    Instant approvedAt,
    boolean mine,
    Verdict findings)
    implements Serializable {

  /** Whether a change of what is in force waits for approval. */
  public boolean isChanged() {
    return inForce != null && status == WindowStatus.PREPARED;
  }

  /**
   * Whom it concerns today.
   *
   * @param included studying students it includes
   * @param narrower of these, for whom a narrower window stands
   */
  public record Students(int included, int narrower, List<Wave> waves) implements Serializable {}

  /**
   * A wave.
   *
   * @param number from 1
   * @param students drawn into it; those with a narrower window left out
   */
  public record Wave(int number, Instant opensAt, int students) implements Serializable {}
}
