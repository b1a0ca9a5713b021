package kz.miras.registrar.attestation.service.together;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.attestation.service.together.SessionSteps.Step;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.StepRunWork;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * The last act of each kind over each session on this node: whoever comes back to the page finds
 * how far it is. What it did is in the sheets and in the audit trail; nothing is lost with this.
 * For use by the desks of the kinds, which ask for the right.
 */
@ApplicationScoped
public class SheetRuns {

  /** Sheets taken at the same time; each waits for the disk most of its time. */
  private static final int LANES = 4;

  @Inject private StepRunWork work;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  private record Key(SheetRun.Kind kind, String term) {}

  private final Map<Key, SheetRun> last = new ConcurrentHashMap<>();

  /** How far an act is, or how it went last; empty where there was none. */
  public Optional<SheetRun> of(SheetRun.Kind kind, String term) {
    return Optional.ofNullable(last.get(new Key(kind, term)));
  }

  /**
   * Begins an act, which goes on beside the caller.
   *
   * @param sheets it takes
   * @param asked what else the audit trail keeps of how it was asked for
   * @throws RegistrarException.Refused where there is none to take, or it goes on already
   */
  public SheetRun begin(
      SheetRun.Kind kind, String term, List<Step> sheets, Map<String, ?> asked, SheetRun.Act act) {
    if (sheets.isEmpty()) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.together.nothing", kind.rule(), term));
    }
    int lanes = Math.min(LANES, sheets.size());
    SheetRun run =
        new SheetRun(kind, act, term, access.current().login(), time.now(), sheets, lanes);
    if (!isNoted(run)) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.together.running", kind.rule(), term));
    }
    Map<String, Object> told = new TreeMap<>(asked);
    told.put("act", kind.name());
    told.put("sheets", sheets.size());
    audit.record("sheet.begin-session", "Term", term, null, Json.write(told));
    for (int lane = 0; lane < lanes; lane++) {
      work.lane(run);
    }
    return run;
  }

  /** Stops an act after the sheets that are being taken; with those it stays done. */
  public void stop(SheetRun.Kind kind, String term) {
    of(kind, term)
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

  /** Notes a new one, unless one goes on. */
  private boolean isNoted(SheetRun run) {
    return last.compute(
            new Key(run.kind(), run.term()),
            (key, known) -> known == null || known.ended() ? run : known)
        == run;
  }
}
