package kz.miras.registrar.attestation.service.together;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.together.SessionSteps.Openable;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.RegistrarException;

/**
 * SHT-31, PUB-1. Opens or publishes the sheets of a whole session in one act: begun here, done
 * beside the caller sheet by sheet, watched and stopped by whoever may do it.
 */
@Stateless
@Guarded
public class SheetRunDesk {

  @Inject private SessionSteps steps;
  @Inject private SheetRuns runs;
  @Inject private SheetDesk sheets;
  @Inject private PublicationDesk publications;
  @Inject private Calendars calendars;

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
    return runs.begin(
        SheetRun.Kind.OPEN,
        term,
        steps.toOpen(key(term)),
        Map.of(),
        sheet -> {
          sheets.open(sheet);
          return 0;
        });
  }

  /**
   * Begins to publish a part of every sheet of a term that waits for it.
   *
   * @throws RegistrarException.Refused where there is none, or they are being published
   */
  @RolesAllowed(Permissions.SHEET_PUBLISH)
  public SheetRun publish(String term, SheetPart part) {
    return runs.begin(
        kind(part),
        term,
        steps.toPublish(key(term), part),
        Map.of(),
        sheet -> {
          publications.publish(sheet, part);
          return 0;
        });
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
    runs.stop(SheetRun.Kind.OPEN, term);
  }

  /** Stops publishing after the sheets that are being published; those stay published. */
  @RolesAllowed(Permissions.SHEET_PUBLISH)
  public void stopPublishing(String term, SheetPart part) {
    runs.stop(kind(part), term);
  }

  private static SheetRun.Kind kind(SheetPart part) {
    return part == SheetPart.RATING ? SheetRun.Kind.RATING : SheetRun.Kind.RESULT;
  }

  private long key(String term) {
    return calendars
        .term(term)
        .orElseThrow(() -> new RegistrarException.NotFound("term", term))
        .getId();
  }
}
