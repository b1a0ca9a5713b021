package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.StepRunWork;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.service.SignatureQueue.ToSign;

/**
 * DOC-56. The last signing of each signatory on this node: whoever comes back to the page finds how
 * far it is. What it did is in the documents; nothing is lost with this.
 */
@ApplicationScoped
class SigningRuns {

  /** Documents signed at the same time: a file is made and signed with all a processor gives. */
  private static final int LANES = 2;

  private static final String ENTITY = "Document";

  @Inject private StepRunWork work;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  private final Map<String, SigningRun> last = new ConcurrentHashMap<>();

  /** How far somebody's signing is, or how it went last; empty where there was none. */
  Optional<SigningRun> of(String login) {
    return Optional.ofNullable(last.get(login));
  }

  /**
   * Begins to sign, beside the caller.
   *
   * @param act signs one; it asks for its right itself
   * @throws RegistrarException.Refused where the caller signs others already
   */
  SigningRun begin(List<ToSign> documents, Consumer<ToSign> act) {
    String me = access.current().login();
    int lanes = Math.min(LANES, documents.size());
    SigningRun run = new SigningRun(me, time.now(), documents, lanes, act);
    SigningRun noted =
        last.compute(me, (login, known) -> known == null || known.ended() ? run : known);
    if (noted != run) {
      throw new RegistrarException.Refused(Refusal.of("transcript.queue.signing", "DOC-56"));
    }
    audit.record("document.sign-many", ENTITY, me, null, Json.write(documents.size()));
    for (int lane = 0; lane < lanes; lane++) {
      work.lane(run);
    }
    return run;
  }

  /** Stops the caller's signing; what is signed stays so. */
  void stop() {
    String me = access.current().login();
    of(me)
        .filter(one -> !one.ended())
        .ifPresent(
            one -> {
              one.stop();
              audit.record("document.sign-stop", ENTITY, me, null, Json.write(one.done()));
            });
  }
}
