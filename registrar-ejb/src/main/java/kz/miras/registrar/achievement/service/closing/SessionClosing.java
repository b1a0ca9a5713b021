package kz.miras.registrar.achievement.service.closing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.SessionForecast;
import kz.miras.registrar.achievement.service.SessionPreview;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.service.SessionSheets;
import kz.miras.registrar.attestation.service.SessionSheets.Waiting;
import kz.miras.registrar.attestation.service.together.SessionSteps.Step;
import kz.miras.registrar.attestation.service.together.SheetRun;
import kz.miras.registrar.attestation.service.together.SheetRuns;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.RegistrarException;

/** SHT-24. Closes what is submitted and complete of a whole session in one act. */
@Stateless
@Guarded
@RolesAllowed(Permissions.SHEET_CLOSE)
public class SessionClosing {

  @Inject private SessionSheets sheets;
  @Inject private Calendars calendars;
  @Inject private SheetRuns runs;
  @Inject private SheetPosting posting;
  @Inject private SessionPreview preview;

  /** The submitted sheets of a term, each with what stands against closing it. */
  public SessionClosingView of(String term) {
    return new SessionClosingView(term, sheets.of(key(term)));
  }

  /**
   * What closing would do to the students of the session.
   *
   * @param leftOutToo with sheets that are left out unless asked for
   */
  public SessionForecast forecast(String term, boolean leftOutToo) {
    return preview.of(of(term).closed(leftOutToo).stream().map(Waiting::id).toList());
  }

  /** How far closing is, or how it went last; empty where there was none. */
  public Optional<SheetRun> run(String term) {
    return runs.of(SheetRun.Kind.CLOSE, term);
  }

  /**
   * Begins to close whatever nothing stands against, beside the caller. Each is looked at again at
   * the moment it is closed: what came up meanwhile holds it back.
   *
   * @param leftOutToo sheets that are left out unless asked for too
   * @throws RegistrarException.Refused where there is nothing to close, or the session is being
   *     closed
   */
  public SheetRun start(String term, boolean leftOutToo) {
    List<Step> sheets =
        of(term).closed(leftOutToo).stream()
            .map(one -> new Step(one.id(), one.number(), one.discipline()))
            .toList();
    return runs.begin(
        SheetRun.Kind.CLOSE,
        term,
        sheets,
        Map.of("leftOutToo", leftOutToo),
        leftOutToo ? posting::close : posting::closeAmongMany);
  }

  /** Stops it after the sheets that are being closed; what is closed stays closed. */
  public void stop(String term) {
    runs.stop(SheetRun.Kind.CLOSE, term);
  }

  private long key(String term) {
    return calendars
        .term(term)
        .orElseThrow(() -> new RegistrarException.NotFound("term", term))
        .getId();
  }
}
