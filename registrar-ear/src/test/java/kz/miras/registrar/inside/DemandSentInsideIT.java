package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.DemandScene.choose;
import static kz.miras.registrar.inside.DemandScene.lists;
import static kz.miras.registrar.inside.DemandScene.teacher;
import static kz.miras.registrar.inside.DemandScene.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.inside.DemandScene.Wanted;
import kz.miras.registrar.registration.service.elective.DemandDesk;
import kz.miras.registrar.registration.service.elective.DemandSendDesk;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The demand of a term goes to the departments that are to teach it. */
@InsideTest
class DemandSentInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(DemandSentInsideIT.class, DemandScene.class);
  }

  @AfterEach
  void tidy() throws SQLException {
    DemandScene.tidy();
  }

  private static List<String> sent(String login, String term) throws Exception {
    DemandSendDesk desk = Inside.bean(DemandSendDesk.class);
    return Inside.as(login, () -> desk.send(term)).refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName(
      "DEM-4 the demand goes to every teacher of the department, who sees it although nobody has"
          + " taught it; to no other department, and once a day")
  void sentToTheDepartment() throws Exception {
    Wanted wanted = wanted();
    String name = wanted.name("ru");
    String term = name.split("~")[0];
    choose(wanted, Scene.student(8), Language.RU, "КВ-1");
    long own = teacher(wanted, true);
    long other = teacher(wanted, false);
    String colleague = Scene.account("TCH", null, own);
    String stranger = Scene.account("TCH", null, other);
    DemandDesk desk = Inside.bean(DemandDesk.class);
    assertThat(Inside.as(colleague, () -> desk.demand(name)).students()).isEqualTo(1);
    assertThat(lists(colleague, wanted)).isTrue();
    assertThatThrownBy(() -> Inside.as(stranger, () -> desk.demand(name)))
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThat(lists(stranger, wanted)).isFalse();

    String specialist = Scene.holding("SPE");
    DemandSendDesk sending = Inside.bean(DemandSendDesk.class);
    assertThatThrownBy(() -> Inside.as(colleague, () -> sending.send(term)))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThat(sent(specialist, term)).isEmpty();

    String told =
        "SELECT COUNT(*) FROM notice WHERE code = 'registration.notice.demand' AND teacher_id = ?";
    assertThat(Scene.number(told, own)).isEqualTo(1);
    assertThat(Scene.number(told, other)).isZero();
    assertThat(Inside.as(specialist, sending::terms))
        .filteredOn(one -> one.term().equals(term))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.sent().by()).isEqualTo(specialist);
              assertThat(one.sent().teachers()).isPositive();
            });
    assertThat(sent(specialist, term)).containsExactly("registration.demand.sent-today");
    assertThat(Scene.number(told, own)).isEqualTo(1);
    assertThatThrownBy(() -> Scene.change("UPDATE demand_sending SET teachers = 0"))
        .hasMessageContaining("append-only");
  }
}
