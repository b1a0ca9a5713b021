package kz.miras.registrar.registration.service.preset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.miras.registrar.registration.service.preset.PresetStore.Run;
import kz.miras.registrar.registration.service.preset.PresetStore.Step;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.StepRunWork;
import kz.miras.registrar.shared.service.UniversityTime;

/** The runs of presets that go on on this node. */
@ApplicationScoped
class PresetRuns implements PresetRun.Work {

  @Inject private PresetSteps steps;
  @Inject private PresetStore store;
  @Inject private StepRunWork work;
  @Inject private UniversityTime time;

  private final Map<Long, PresetRun> here = new ConcurrentHashMap<>();

  /** Works on these groups of a run beside the caller. */
  void start(long run, String by, List<Step> groups) {
    PresetRun started = new PresetRun(run, by, time.now(), groups, this);
    here.put(run, started);
    work.lane(started);
  }

  /** Whether somebody works on a run: here, or elsewhere a short time ago. */
  boolean isOn(Run run) {
    Instant silent = time.now().minus(PresetSteps.SILENCE);
    return run.endedAt() == null
        && (here.containsKey(run.id()) || run.stoppedAt() == null && run.aliveAt().isAfter(silent));
  }

  /** What nobody works on here is over at once. */
  void stop(long run) {
    store.stop(run, time.now());
    PresetRun known = here.get(run);
    if (known == null) {
      store.end(run, time.now());
    } else {
      known.stop();
    }
  }

  @Override
  public boolean preset(long run, long group) {
    store.alive(run, time.now());
    return steps.take(run, group);
  }

  @Override
  public void missed(long run, long group, List<Refusal> reasons) {
    store.missed(run, group, reasons);
  }

  @Override
  public void ended(long run) {
    try {
      store.end(run, time.now());
    } finally {
      here.remove(run);
    }
  }
}
