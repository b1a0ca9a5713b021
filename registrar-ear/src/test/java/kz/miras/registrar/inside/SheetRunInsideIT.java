package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kz.miras.registrar.attestation.service.together.SessionSteps;
import kz.miras.registrar.attestation.service.together.SheetRun;
import kz.miras.registrar.attestation.service.together.SheetRunDesk;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sheets of a session opened in one act, in the container. */
@InsideTest
class SheetRunInsideIT {

  private static final int FIRST = 90;
  private static final String STATUS = "SELECT status FROM sheet WHERE uuid = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SheetRunInsideIT.class, SheetScene.class, Soon.class);
  }

  private static SheetScene formed(long term) throws Exception {
    SheetScene scene = SheetScene.open(FIRST, 2);
    Scene.change(
        "UPDATE sheet SET term_id = ?, status = 'CREATED' WHERE uuid = ?", term, scene.sheet());
    return scene;
  }

  @Test
  @DisplayName("SHT-31 a session is opened in one act; a sheet nobody examines is named and stays")
  void opened() throws Exception {
    long term = Scene.term("OPEN-ALL", 2220);
    List<SheetScene> ready = List.of(formed(term), formed(term), formed(term));
    SheetScene without = formed(term);
    Scene.change("UPDATE sheet SET examiner_id = NULL WHERE uuid = ?", without.sheet());
    SheetRunDesk desk = Inside.bean(SheetRunDesk.class);
    String office = Scene.holding("SPE");

    SessionSteps.Openable openable = Inside.as(office, () -> desk.openable("OPEN-ALL"));
    assertThat(openable.ready()).isEqualTo(3);
    assertThat(openable.leftOut())
        .extracting(SessionSteps.Left::id)
        .containsExactly(without.sheet());
    assertThat(openable.leftOut().get(0).why().rule()).isEqualTo("SHT-31");

    SheetRun run = Inside.as(office, () -> desk.open("OPEN-ALL"));
    Soon.isSo("the sheets of OPEN-ALL are open", run::ended);

    assertThat(run.failed()).isFalse();
    assertThat(run.missed()).isEmpty();
    assertThat(run.done()).isEqualTo(3);
    for (SheetScene scene : ready) {
      assertThat(Scene.text(STATUS, scene.sheet())).isEqualTo("OPEN");
    }
    assertThat(Scene.text(STATUS, without.sheet())).isEqualTo("CREATED");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'sheet.begin-session' AND entity_id ="
                    + " 'OPEN-ALL'"))
        .isEqualTo(1);
    assertThat(SheetScene.refused(office, () -> desk.open("OPEN-ALL")))
        .containsExactly("attestation.together.nothing");
    assertThatThrownBy(() -> SheetScene.act(ready.get(0).teacher(), () -> desk.open("OPEN-ALL")))
        .isInstanceOfAny(jakarta.ejb.EJBAccessException.class, RegistrarException.Forbidden.class);
  }
}
