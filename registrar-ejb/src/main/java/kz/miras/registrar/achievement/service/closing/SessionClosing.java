package kz.miras.registrar.achievement.service.closing;

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
import kz.miras.registrar.achievement.SessionForecast;
import kz.miras.registrar.achievement.service.SessionPreview;
import kz.miras.registrar.attestation.service.SessionSheets;
import kz.miras.registrar.attestation.service.SessionSheets.Waiting;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** SHT-24. Closes what is submitted and complete of a whole session in one act. */
@Stateless
@Guarded
@RolesAllowed(Permissions.SHEET_CLOSE)
public class SessionClosing {

  /** Sheets closed at the same time; each waits for the disk most of its time. */
  private static final int LANES = 4;

  @Inject private SessionSheets sheets;
  @Inject private Calendars calendars;
  @Inject private ClosingWork work;
  @Inject private ClosingRuns runs;
  @Inject private SessionPreview preview;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

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

  /** How the last closing of a session went, or how far it is; empty where there was none. */
  public Optional<ClosingProgress> progress(String term) {
    return runs.of(term);
  }

  /**
   * Begins to close whatever nothing stands against, beside the caller.
   *
   * @param leftOutToo sheets that are left out unless asked for too
   * @throws RegistrarException.Refused where there is nothing to close, or the session is being
   *     closed
   */
  public ClosingProgress start(String term, boolean leftOutToo) {
    List<Waiting> all = of(term).closed(leftOutToo);
    if (all.isEmpty()) {
      throw new RegistrarException.Refused(
          Refusal.of("achievement.closing.nothing", "SHT-24", term));
    }
    ClosingProgress progress =
        new ClosingProgress(
            term, access.current().login(), time.now(), all, Math.min(LANES, all.size()));
    if (!runs.begin(progress)) {
      throw new RegistrarException.Refused(
          Refusal.of("achievement.closing.running", "SHT-24", term));
    }
    audit.record(
        "sheet.close-session",
        "Term",
        term,
        null,
        Json.write(Map.of("sheets", all.size(), "excellent", leftOutToo)));
    for (int lane = 0; lane < Math.min(LANES, all.size()); lane++) {
      work.lane(progress);
    }
    return progress;
  }

  /** Stops it after the sheets that are being closed; what is closed stays closed. */
  public void stop(String term) {
    runs.of(term)
        .filter(one -> !one.ended())
        .ifPresent(
            one -> {
              one.stop();
              audit.record(
                  "sheet.stop-closing",
                  "Term",
                  term,
                  null,
                  Json.write(Map.of("closed", one.closed())));
            });
  }

  private long key(String term) {
    return calendars
        .term(term)
        .orElseThrow(() -> new RegistrarException.NotFound("term", term))
        .getId();
  }
}
