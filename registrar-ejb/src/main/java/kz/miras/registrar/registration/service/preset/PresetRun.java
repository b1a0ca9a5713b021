package kz.miras.registrar.registration.service.preset;

import java.time.Instant;
import java.util.List;
import kz.miras.registrar.registration.service.preset.PresetStore.Step;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.StepRun;

/** The groups of a run that are left, while they are preset on this node. */
final class PresetRun extends StepRun<Step> {

  /** One after another: groups of a course want the same seats. */
  private static final int LANES = 1;

  private final long id;
  private final Work work;

  /** What is done with the groups of a run. */
  interface Work {

    /** Presets one; answers whether to go on. */
    boolean preset(long run, long group);

    void missed(long run, long group, List<Refusal> reasons);

    void ended(long run);
  }

  PresetRun(long id, String by, Instant begunAt, List<Step> groups, Work work) {
    super(by, begunAt, groups, LANES);
    this.id = id;
    this.work = work;
  }

  @Override
  protected void act(Step group) {
    if (!work.preset(id, group.group())) {
      stop();
    }
  }

  @Override
  protected void miss(Step group, List<Refusal> reasons) {
    work.missed(id, group.group(), reasons);
  }

  @Override
  protected String name(Step group) {
    return group.code();
  }

  @Override
  protected String rule() {
    return "REG-3";
  }

  @Override
  protected void end() {
    work.ended(id);
  }
}
