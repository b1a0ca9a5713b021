package kz.miras.registrar.registration.service.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kz.miras.registrar.registration.service.PresetDesk.Line;
import kz.miras.registrar.registration.service.PresetDesk.Preset;
import kz.miras.registrar.registration.service.StoredPreset;
import kz.miras.registrar.registration.service.preset.PresetRunView.Group;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is told of groups that are preset together. */
class PresetRunViewTest {

  private static final Group DONE = new Group("A-1", outcome("A-1"), null);
  private static final Group LATE =
      new Group(
          "B-1",
          outcome(
              "B-1",
              Refusal.of("registration.window-late", "REG-6", LocalDateTime.of(2121, 9, 8, 18, 0))),
          null);
  private static final Group MISSED = new Group("C-1", null, List.of());
  private static final Group LEFT = new Group("D-1", null, null);

  private static Preset outcome(String group, Refusal... refused) {
    return new Preset(
        group,
        12,
        30,
        12,
        6,
        Set.of(),
        Stream.of(refused)
            .map(one -> new Line("S-1", "MAT1", false, Verdict.refused(one)))
            .toList());
  }

  private static PresetRunView run(boolean ended, boolean stopped, Group... groups) {
    return new PresetRunView(
        UUID.randomUUID(), "2121-1", "office", Instant.EPOCH, ended, stopped, List.of(groups));
  }

  @Test
  @DisplayName("REG-3 how far it is: what is done and what could not be count, what waits does not")
  void howFar() {
    PresetRunView run = run(false, false, DONE, LATE, MISSED, LEFT);

    assertThat(run.total()).isEqualTo(4);
    assertThat(run.done()).isEqualTo(2);
    assertThat(run.left()).isEqualTo(2);
    assertThat(run.percent()).isEqualTo(75);
    assertThat(run(false, false, DONE, LATE).percent()).as("not before its end").isEqualTo(99);
    assertThat(run(true, true, DONE, LEFT).percent()).isEqualTo(100);
    assertThat(run.seats()).isEqualTo(60);
    assertThat(run.late()).containsExactly("B-1");
    assertThat(DONE.isRemarkable()).isFalse();
    assertThat(LATE.isRemarkable()).isTrue();
  }

  @Test
  @DisplayName(
      "REG-3 it has failed where it ended, nobody stopped it, and a group was not looked at")
  void failed() {
    assertThat(run(true, false, DONE, LEFT).failed()).isTrue();
    assertThat(run(true, true, DONE, LEFT).failed()).isFalse();
    assertThat(run(false, false, DONE, LEFT).failed()).isFalse();
    assertThat(run(true, false, DONE, MISSED).failed()).isFalse();
  }

  @Test
  @DisplayName("an outcome that was kept is worded as the first one: moments stay moments")
  void kept() {
    assertThat(StoredPreset.unpacked(StoredPreset.packed(LATE.outcome())))
        .isEqualTo(LATE.outcome());
    assertThat(StoredPreset.unpacked(StoredPreset.packed(DONE.outcome())))
        .isEqualTo(DONE.outcome());
    assertThat(StoredPreset.reasons(StoredPreset.packed(List.of()))).isEmpty();
  }
}
