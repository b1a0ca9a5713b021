package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.miras.registrar.registration.service.preset.PresetRunDesk;
import kz.miras.registrar.registration.service.preset.PresetRunView;
import kz.miras.registrar.registration.service.preset.PresetRunView.Group;
import kz.miras.registrar.registration.service.preset.PresetSteps;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many groups preset in one act, beside who asked for it. */
@InsideTest
class PresetRunInsideIT {

  /** The second group of a run was not done when the server went down. */
  private static final String BROKEN =
      "UPDATE preset_group g JOIN preset_run r ON r.id = g.run_id SET g.done_at = NULL, g.outcome ="
          + " NULL, r.ended_at = NULL, r.alive_at = UTC_TIMESTAMP(6) - INTERVAL ? MINUTE WHERE r.uuid"
          + " = ? AND g.place = 2";

  private static final String DONE =
      "SELECT CONCAT_WS(' ', g.done_at, g.outcome) FROM preset_group g JOIN preset_run r ON r.id ="
          + " g.run_id WHERE r.uuid = ? AND g.place = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PresetRunInsideIT.class, PlanScene.class, PresetScene.class, Soon.class);
  }

  private static PresetRunDesk desk() throws Exception {
    return Inside.bean(PresetRunDesk.class);
  }

  private static PresetRunView seen(String office, UUID run) throws Exception {
    return Inside.as(office, () -> desk().runs()).stream()
        .filter(one -> one.id().equals(run))
        .findFirst()
        .orElseThrow();
  }

  private static UUID ended(String office, UUID run) throws Exception {
    Soon.isSo("the groups are preset", () -> seen(office, run).ended());
    return run;
  }

  private static List<String> refused(String office, Callable<?> act) {
    try {
      Inside.as(office, act);
      return List.of();
    } catch (RegistrarException.Refused refused) {
      return refused.refusals().stream().map(Refusal::code).toList();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Void goneOn(UUID run) throws Exception {
    desk().goOn(run);
    return null;
  }

  private static Void stopped(UUID run) throws Exception {
    desk().stop(run);
    return null;
  }

  private static String stored(UUID run, int place) throws SQLException {
    return Scene.text(DONE, run.toString(), place);
  }

  @Test
  @DisplayName(
      "REG-3 all groups named are preset in one act, each with its outcome; whoever may preset sees"
          + " it; a group that is not there begins nothing")
  void manyGroups() throws Exception {
    PresetScene.nextAutumn();
    String office = PlanScene.office();
    String group = PresetScene.group();
    String other = PresetScene.other();
    long members = PresetScene.members(group);
    long offering = Scene.offering(1);
    long section = Scene.section(offering, "GROUP", (int) members - 1);
    long item = PresetScene.prescribe(PresetScene.first(group), offering);
    try {
      UUID run =
          ended(
              office,
              Inside.as(office, () -> desk().begin("PRESET", List.of(group, other, group), " ")));

      PresetRunView view = seen(Scene.holding("SPE"), run);
      assertThat(view.groups()).extracting(Group::code).containsExactly(group, other);
      assertThat(view.done()).isEqualTo(2);
      assertThat(view.left()).isZero();
      assertThat(view.failed() || view.stopped()).isFalse();
      assertThat(view.by()).isEqualTo(office);
      assertThat(view.term()).isEqualTo("PRESET");
      assertThat(view.seats()).isEqualTo((int) members - 1);
      assertThat(view.groups().get(0).outcome().students()).isEqualTo((int) members);
      assertThat(view.groups().get(0).outcome().refused())
          .as("the last one finds no seat")
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line.verdict().refusals())
                      .extracting(Refusal::rule)
                      .containsExactly("REG-3"));
      assertThat(view.groups().get(1).outcome().enrolled()).isZero();
      assertThat(taken(section)).isEqualTo(members - 1);
      assertThat(
              Scene.number(
                  "SELECT COUNT(*) FROM audit_entry WHERE action = 'preset.begin' AND entity_id ="
                      + " 'PRESET'"))
          .isPositive();

      assertThat(refused(office, () -> desk().begin("PRESET", List.of(group, "NOPE-1"), null)))
          .containsExactly("registration.preset.unknown");
      assertThat(refused(office, () -> desk().begin("PRESET", List.of(), null)))
          .containsExactly("registration.preset.none");
      assertThat(Inside.as(office, () -> desk().runs()).get(0).id()).isEqualTo(run);
      assertThatThrownBy(() -> Inside.as(Scene.holding("TCH"), () -> desk().runs()))
          .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    } finally {
      Scene.change("DELETE FROM curriculum_item WHERE id = ?", item);
    }
  }

  @Test
  @DisplayName(
      "REG-3 what a restart has broken off says so and goes on with the groups that are left; a"
          + " group that is done is not done again")
  void goesOnAfterARestart() throws Exception {
    String office = PlanScene.office();
    Scene.term("PRESET-2120", 2120);
    List<String> groups = List.of(PresetScene.group(), PresetScene.other());
    UUID run = ended(office, Inside.as(office, () -> desk().begin("PRESET-2120", groups, null)));
    String first = stored(run, 1);
    String second = stored(run, 2);
    Scene.change(BROKEN, 6, run.toString());

    PresetRunView broken = seen(office, run);
    assertThat(broken.ended()).isTrue();
    assertThat(broken.failed()).isTrue();
    assertThat(broken.done()).isEqualTo(1);
    Inside.as(office, () -> goneOn(run));
    ended(office, run);

    assertThat(seen(office, run).done()).isEqualTo(2);
    assertThat(seen(office, run).failed()).isFalse();
    assertThat(stored(run, 1)).as("it was done before").isEqualTo(first);
    assertThat(stored(run, 2)).isNotEqualTo(second);
  }

  @Test
  @DisplayName(
      "REG-3 while somebody works on the groups of a term nobody else begins; what is stopped stays"
          + " so until somebody goes on")
  void onceAtATimeAndStopped() throws Exception {
    String office = PlanScene.office();
    Scene.term("PRESET-2121", 2121);
    List<String> groups = List.of(PresetScene.group(), PresetScene.other());
    UUID old = ended(office, Inside.as(office, () -> desk().begin("PRESET-2121", groups, null)));
    Scene.change(BROKEN, 6, old.toString());
    UUID run = ended(office, Inside.as(office, () -> desk().begin("PRESET-2121", groups, null)));
    Scene.change(BROKEN, 0, run.toString());

    assertThat(seen(office, run).ended()).as("on another node, a moment ago").isFalse();
    assertThat(seen(office, run).percent()).isEqualTo(50);
    assertThat(refused(office, () -> desk().begin("PRESET-2121", groups, null)))
        .containsExactly("registration.preset.running");
    assertThat(refused(office, () -> goneOn(run))).containsExactly("registration.preset.running");
    assertThat(refused(office, () -> goneOn(old)))
        .as("another one works in its term")
        .containsExactly("registration.preset.running");

    Inside.as(office, () -> stopped(run));
    assertThat(seen(office, run).ended()).isTrue();
    assertThat(seen(office, run).stopped()).isTrue();
    assertThat(seen(office, run).failed()).as("it was wanted so").isFalse();
    PresetSteps steps = Inside.bean(PresetSteps.class);
    long key = Scene.number("SELECT id FROM preset_run WHERE uuid = ?", run.toString());
    long second =
        Scene.number("SELECT group_id FROM preset_group WHERE run_id = ? AND place = 2", key);
    assertThat(Inside.as(office, () -> steps.take(key, second))).as("stopped").isFalse();
    assertThat(stored(run, 2)).isNullOrEmpty();

    Inside.as(office, () -> goneOn(run));
    ended(office, run);
    assertThat(seen(office, run).done()).isEqualTo(2);
    assertThat(seen(office, run).stopped()).isFalse();
  }
}
