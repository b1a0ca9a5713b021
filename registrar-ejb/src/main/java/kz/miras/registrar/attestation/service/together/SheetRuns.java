package kz.miras.registrar.attestation.service.together;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last act of each kind over each session on this node: whoever comes back to the page finds
 * how far it is. What it did is in the sheets and in the audit trail; nothing is lost with this.
 */
@ApplicationScoped
class SheetRuns {

  private record Key(SheetRun.Kind kind, String term) {}

  private final Map<Key, SheetRun> last = new ConcurrentHashMap<>();

  Optional<SheetRun> of(SheetRun.Kind kind, String term) {
    return Optional.ofNullable(last.get(new Key(kind, term)));
  }

  /** Notes a new one, unless one goes on. */
  boolean begin(SheetRun run) {
    return last.compute(
            new Key(run.kind(), run.term()),
            (key, known) -> known == null || known.ended() ? run : known)
        == run;
  }
}
