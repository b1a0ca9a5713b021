package kz.miras.registrar.registration.service.summer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.summer.ClosingReport;
import kz.miras.registrar.registration.summer.SummerPlan;
import kz.miras.registrar.registration.summer.SummerStatus;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.service.UniversityTime;

/** SUM-14. The report on a summer semester: a preview until it is closed, what was kept then. */
@Stateless
@Guarded
public class SummerReport {

  @Inject private Summers summers;
  @Inject private SummerFigures figures;
  @Inject private ClosingReports kept;
  @Inject private UniversityTime time;

  /** What a report is. */
  public enum State {
    /** The semester is not closed; the figures are those of this moment. */
    PREVIEW,
    /** The figures of the moment of closing. */
    KEPT,
    /** Closed before reports were kept; the figures are those of this moment. */
    COUNTED_ANEW
  }

  /**
   * A report as people read it.
   *
   * @param at the moment its figures are of
   * @param checksum as it is printed; null where nothing was kept
   * @param intact whether what is kept has the checksum it was kept with
   */
  public record Shown(
      ClosingReport report, State state, Instant at, String checksum, boolean intact)
      implements Serializable {

    static final List<String> MONEY =
        List.of("applications", "paid", "groups", "enrolled", "credits", "income", "cost");
    static final List<String> RESULTS =
        List.of("passed", "failed", "no-result", "checks", "attended", "flagged");

    /** Keys of the headings above applications, groups and money. */
    public List<String> moneyColumns() {
      return MONEY;
    }

    /** Keys of the headings above results and attendance, beside the students they are of. */
    public List<String> resultColumns() {
      return Stream.concat(Stream.of("enrolled"), RESULTS.stream()).toList();
    }

    public boolean isPreview() {
      return state == State.PREVIEW;
    }

    public boolean isKept() {
      return state == State.KEPT;
    }
  }

  /** The report of a plan. */
  @RolesAllowed(Permissions.SUMMER_REPORT_READ)
  public Shown of(String id) {
    SummerPlan plan = summers.plan(id);
    return kept.of(plan.getId())
        .map(SummerReport::shown)
        .orElseGet(
            () ->
                new Shown(
                    figures.now(plan, null),
                    plan.getStatus() == SummerStatus.CLOSED ? State.COUNTED_ANEW : State.PREVIEW,
                    time.now(),
                    null,
                    true));
  }

  private static Shown shown(ClosingReports.Kept one) {
    return new Shown(
        one.report(),
        State.KEPT,
        one.report().act().at(),
        Checksum.shown(one.checksum()),
        MessageDigest.isEqual(one.checksum(), one.report().checksum()));
  }
}
