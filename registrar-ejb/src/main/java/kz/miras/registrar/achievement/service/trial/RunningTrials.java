package kz.miras.registrar.achievement.service.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The trials that run on this server, and those that were broken off since it began. */
@ApplicationScoped
public class RunningTrials {

  private final Map<String, TrialProgress> known = new ConcurrentHashMap<>();

  /** A trial begins. */
  TrialProgress begin(String id) {
    TrialProgress progress = new TrialProgress();
    known.put(id, progress);
    return progress;
  }

  /** It has come to its end, and the database knows it. */
  void end(String id) {
    known.remove(id);
  }

  /** How far it is; empty where it does not run here. */
  Optional<TrialProgress> of(String id) {
    return Optional.ofNullable(known.get(id));
  }

  /** How many run. */
  int running() {
    return (int) known.values().stream().filter(one -> !one.failed()).count();
  }
}
