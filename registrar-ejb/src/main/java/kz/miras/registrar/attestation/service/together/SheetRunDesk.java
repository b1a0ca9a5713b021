package kz.miras.registrar.attestation.service.together;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.together.SessionSteps.Openable;
import kz.miras.registrar.attestation.service.together.SessionSteps.Step;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * SHT-31, PUB-1. Opens or publishes the sheets of a whole session in one act: begun here, done
 * beside the caller sheet by sheet, watched and stopped by whoever may do it.
 */
@Stateless
@Guarded
public class SheetRunDesk {

  /** Sheets taken at the same time; each waits for the disk most of its time. */
  private static final int LANES = 4;

  @Inject private SessionSteps steps;
  @Inject private SheetRunWork work;
  @Inject private SheetRuns runs;
  @Inject private Calendars calendars;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /** What opening the sheets of a term would take, and what it leaves out. */
  @RolesAllowed(Permissions.SHEET_OPEN)
  public Openable openable(String term) {
    return steps.openable(key(term));
  }

  /**
   * Begins to open every formed sheet of a term that somebody examines.
   *
   * @throws RegistrarException.Refused where there is none, or they are being opened
   */
  @RolesAllowed(Permissions.SHEET_OPEN)
  public SheetRun open(String term) {
    return begin(SheetRun.Kind.OPEN, term);
  }

  /**
   * Begins to publish a part of every sheet of a term that waits for it.
   *
   * @throws RegistrarException.Refused where there is none, or they are being published
   */
  @RolesAllowed(Permissions.SHEET_PUBLISH)
  public SheetRun publish(String term, SheetPart part) {
    return begin(kind(part), term);
  }

  /** How far opening is, or how it went last; empty where there was none. */
  @RolesAllowed(Permissions.SHEET_OPEN)
  public Optional<SheetRun> opening(String term) {
    return runs.of(SheetRun.Kind.OPEN, term);
  }

  /** How far publishing a part is, or how it went last; empty where there was none. */
  @RolesAllowed(Permissions.SHEET_PUBLISH)
  public Optional<SheetRun> publishing(String term, SheetPart part) {
    return runs.of(kind(part), term);
  }

  /** Stops opening after the sheets that are being opened; those stay open. */
  @RolesAllowed(Permissions.SHEET_OPEN)
  public void stopOpening(String term) {
    stop(SheetRun.Kind.OPEN, term);
  }

  /** Stops publishing after the sheets that are being published; those stay published. */
  @RolesAllowed(Permissions.SHEET_PUBLISH)
  public void stopPublishing(String term, SheetPart part) {
    stop(kind(part), term);
  }

  private static SheetRun.Kind kind(SheetPart part) {
    return part == SheetPart.RATING ? SheetRun.Kind.RATING : SheetRun.Kind.RESULT;
  }

  private SheetRun begin(SheetRun.Kind kind, String term) {
    List<Step> all = steps.of(kind, key(term));
    if (all.isEmpty()) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.together.nothing", "SHT-31", term));
    }
    int lanes = Math.min(LANES, all.size());
    SheetRun run = new SheetRun(kind, term, access.current().login(), time.now(), all, lanes);
    if (!runs.begin(run)) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.together.running", "SHT-31", term));
    }
    audit.record(
        "sheet.begin-session",
        "Term",
        term,
        null,
        Json.write(Map.of("act", kind.name(), "sheets", all.size())));
    for (int lane = 0; lane < lanes; lane++) {
      work.lane(run);
    }
    return run;
  }

  private void stop(SheetRun.Kind kind, String term) {
    runs.of(kind, term)
        .filter(one -> !one.ended())
        .ifPresent(
            one -> {
              one.stop();
              audit.record(
                  "sheet.stop-session",
                  "Term",
                  term,
                  null,
                  Json.write(Map.of("act", kind.name(), "done", one.done())));
            });
  }

  private long key(String term) {
    return calendars
        .term(term)
        .orElseThrow(() -> new RegistrarException.NotFound("term", term))
        .getId();
  }
}
