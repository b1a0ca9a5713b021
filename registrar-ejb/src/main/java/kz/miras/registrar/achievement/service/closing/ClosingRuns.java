package kz.miras.registrar.achievement.service.closing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last closing of each session on this node: whoever comes back to the page finds how far it
 * is. What it did is in the sheets and in the audit trail; nothing is lost with this.
 */
@ApplicationScoped
class ClosingRuns {

  private final Map<String, ClosingProgress> last = new ConcurrentHashMap<>();

  Optional<ClosingProgress> of(String term) {
    return Optional.ofNullable(last.get(term));
  }

  /** Notes a new one, unless one goes on. */
  boolean begin(ClosingProgress progress) {
    return last.compute(
            progress.term(), (term, known) -> known == null || known.ended() ? progress : known)
        == progress;
  }
}
