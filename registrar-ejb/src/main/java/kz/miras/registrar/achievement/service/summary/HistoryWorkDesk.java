package kz.miras.registrar.achievement.service.summary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.WorkProgress;

/**
 * ACH-7, ACH-11. Begins the work over all histories, which goes on beside the caller; of each kind
 * one goes on at a time on this server, and whoever begins another watches that one.
 */
@Stateless
@Guarded
public class HistoryWorkDesk {

  private static final String CHECK = "check";
  private static final String RECALCULATION = "recalculation";

  @Inject private HistoryWork work;
  @Inject private RunningHistoryWorks running;

  /** Begins to check every history. */
  @RolesAllowed(Permissions.INTEGRITY_REMARK)
  public WorkProgress check() {
    return begun(CHECK, work::checking);
  }

  /** The check that goes on; empty where none does. */
  @RolesAllowed(Permissions.INTEGRITY_READ)
  public Optional<WorkProgress> checking() {
    return goingOn(CHECK);
  }

  /** Begins to derive all figures anew and to put right what is stored otherwise. */
  @RolesAllowed(Permissions.GPA_RECALCULATE)
  public WorkProgress recalculate() {
    return begun(RECALCULATION, work::recalculating);
  }

  /** The recalculation that goes on; empty where none does. */
  @RolesAllowed(Permissions.GPA_RECALCULATE)
  public Optional<WorkProgress> recalculating() {
    return goingOn(RECALCULATION);
  }

  private WorkProgress begun(String kind, Consumer<WorkProgress> begin) {
    Optional<WorkProgress> own = running.begin(kind);
    own.ifPresent(begin);
    return own.or(() -> running.of(kind)).orElseThrow();
  }

  private Optional<WorkProgress> goingOn(String kind) {
    return running.of(kind).filter(one -> !one.ended());
  }
}
