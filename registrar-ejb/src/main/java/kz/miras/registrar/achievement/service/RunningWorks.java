package kz.miras.registrar.achievement.service;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Works of one kind that run on this server, and those that were broken off since it began. */
public abstract class RunningWorks {

  private final Map<String, WorkProgress> known = new ConcurrentHashMap<>();

  /** A work begins; empty where the same one goes on already. */
  public Optional<WorkProgress> begin(String id) {
    WorkProgress progress = new WorkProgress();
    WorkProgress standing =
        known.compute(id, (key, now) -> now == null || now.ended() ? progress : now);
    return Optional.of(standing).filter(one -> one == progress);
  }

  /** It has come to its end, and what it came to is kept. */
  public void end(String id) {
    known.remove(id);
  }

  /** How far it is; empty where it does not run here. */
  public Optional<WorkProgress> of(String id) {
    return Optional.ofNullable(known.get(id));
  }

  /** How many run. */
  public int running() {
    return (int) known.values().stream().filter(one -> !one.ended()).count();
  }
}
