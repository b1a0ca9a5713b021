package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import kz.miras.registrar.achievement.integrity.IntegrityOutcome;
import kz.miras.registrar.achievement.service.integrity.IntegrityDesk;
import kz.miras.registrar.achievement.service.integrity.IntegrityFile;
import kz.miras.registrar.achievement.service.integrity.IntegrityQueries;
import kz.miras.registrar.achievement.service.integrity.IntegrityReports;
import kz.miras.registrar.achievement.service.integrity.IntegrityView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The monthly report of unusual sheets and changes. */
@InsideTest
class IntegrityInsideIT {

  private static final String MONTH = "1985-03";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        IntegrityInsideIT.class, IntegrityScene.class, PromotionScene.class, Marks.class);
  }

  private static IntegrityView view(String login) throws Exception {
    return Inside.as(login, () -> Inside.bean(IntegrityQueries.class).of(MONTH));
  }

  private static void remark(String login, String flag, IntegrityOutcome outcome, String words)
      throws Exception {
    IntegrityDesk desk = Inside.bean(IntegrityDesk.class);
    Inside.as(
        login,
        () -> {
          desk.remark(flag, outcome, words);
          return null;
        });
  }

  @Test
  @DisplayName("INT-1 INT-2 INT-3 INT-7 INT-8 a month's report is made once, told and remarked on")
  void report() throws Exception {
    IntegrityScene scene = IntegrityScene.made();
    long flagged = scene.sheet(10, 90, 50, "1985-03-10 08:00:00");
    // 31 March 20:00 UTC is 1 April at the university
    scene.sheet(10, 90, 50, "1985-03-31 20:00:00");
    scene.sheet(9, 90, 50, "1985-03-11 08:00:00");
    String director = Scene.holding("DIR");
    assertThat(view(director).made()).isNull();

    IntegrityReports reports = Inside.bean(IntegrityReports.class);
    assertThat(reports.make(YearMonth.parse(MONTH))).isEqualTo(3);
    assertThat(reports.make(YearMonth.parse(MONTH))).as("made once").isEqualTo(-1);
    assertThat(reports.make(YearMonth.from(Scene.today()))).as("not over").isEqualTo(-1);

    IntegrityView view = view(director);
    assertThat(view.sheets()).isEqualTo(2);
    assertThat(view.flags())
        .extracting(flag -> flag.reason().rule())
        .containsExactly("INT-1", "INT-2", "INT-3");
    assertThat(view.flags())
        .allSatisfy(flag -> assertThat(flag.number()).isEqualTo("INT-" + flagged));
    assertThat(view.flags().get(2).reason().args()).containsExactly(10L, 10L, 30L, 40L);
    assertThat(view.flags().get(0).teacher()).isNotBlank();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice n JOIN account a ON a.id = n.account_id WHERE a.login ="
                    + " ? AND n.code = 'achievement.integrity.notice' AND n.link LIKE '%1985-03'",
                director))
        .isEqualTo(1);

    String flag = view.flags().get(0).id();
    assertThatThrownBy(() -> remark(director, flag, IntegrityOutcome.FOLLOW, " "))
        .isInstanceOf(RegistrarException.Refused.class);
    remark(director, flag, IntegrityOutcome.FOLLOW, "asked the department");
    remark(Scene.holding("DEP"), flag, IntegrityOutcome.NOTHING, null);
    List<IntegrityView.Remark> said = view(director).flags().get(0).remarks();
    assertThat(said)
        .extracting(IntegrityView.Remark::outcome)
        .containsExactly(IntegrityOutcome.FOLLOW, IntegrityOutcome.NOTHING);
    assertThat(said.get(0).by()).isEqualTo(director);
    assertThat(view(director).open()).isEqualTo(2);
    assertThat(view(director).followed()).isZero();
    assertThatThrownBy(() -> Scene.change("DELETE FROM integrity_remark")).isNotNull();
    assertThatThrownBy(() -> Scene.change("UPDATE integrity_flag SET args = '[]'")).isNotNull();

    for (String role : List.of("TCH", "DEAN", "STU", "ADV", "JUN")) {
      assertThatThrownBy(() -> view(Scene.holding(role))).as(role).isNotNull();
    }
    assertThatThrownBy(() -> remark(Scene.holding("SPE"), flag, IntegrityOutcome.NOTHING, null))
        .isNotNull();

    IntegrityFile file = Inside.bean(IntegrityFile.class);
    for (Language language : Language.values()) {
      byte[] pdf = Inside.as(director, () -> file.pdf(MONTH, language));
      assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
      assertThat(Inside.as(director, () -> file.xlsx(MONTH, language))).hasSizeGreaterThan(1000);
    }
  }

  @Test
  @DisplayName("INT-4 INT-5 INT-6 late and repeated corrections are found in the month that is on")
  void corrections() throws Exception {
    IntegrityScene scene = IntegrityScene.made();
    String wish = "wish-" + scene.teacher + "-" + scene.students.get(0);
    for (int i = 0; i < 2; i++) {
      scene.correct(scene.sheet(1, 69, 69, "1984-05-10 08:00:00"), 70, wish);
    }
    String office = Scene.holding("SEN");
    IntegrityReports.SoFar before =
        Inside.as(office, () -> Inside.bean(IntegrityQueries.class).soFar());
    scene.correct(scene.sheet(1, 69, 69, "1984-05-11 08:00:00"), 71, wish);
    IntegrityReports.SoFar after =
        Inside.as(office, () -> Inside.bean(IntegrityQueries.class).soFar());

    assertThat(after.corrections()).isGreaterThan(before.corrections());
    assertThat(count(after, "INT-4")).isEqualTo(count(before, "INT-4") + 1);
    assertThat(after.flags())
        .anySatisfy(
            flag -> {
              assertThat(flag.rule()).isEqualTo("INT-4");
              assertThat(flag.args().subList(1, 3)).isEqualTo(List.of("69", "71"));
            });
    assertThat(count(after, "INT-5")).as("three of two").isEqualTo(count(before, "INT-5") + 1);
    assertThat(count(after, "INT-6")).as("three of one").isEqualTo(count(before, "INT-6") + 1);
  }

  private static long count(IntegrityReports.SoFar month, String rule) {
    return month.flags().stream().map(Refusal::rule).filter(rule::equals).count();
  }
}
