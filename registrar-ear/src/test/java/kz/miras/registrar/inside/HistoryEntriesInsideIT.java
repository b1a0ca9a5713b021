package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.achievement.recognition.RecognitionKind;
import kz.miras.registrar.achievement.recognition.RecognitionWish;
import kz.miras.registrar.achievement.service.recognition.RecognitionDesk;
import kz.miras.registrar.achievement.service.summary.FigureQueries;
import kz.miras.registrar.achievement.summary.RecordedEntry;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Entries of the history with what they come from, as different people read them. */
@InsideTest
class HistoryEntriesInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        HistoryEntriesInsideIT.class, PromotionScene.class, SheetScene.class, Marks.class);
  }

  private static List<RecordedEntry> entries(String login, String student) throws Exception {
    FigureQueries figures = Inside.bean(FigureQueries.class);
    return Inside.as(login, () -> figures.view(student, null, null, null)).entries();
  }

  private static RecognitionWish wish() {
    return new RecognitionWish(
        RecognitionKind.TRANSFER_IN,
        "Research methods",
        10,
        "B",
        82,
        "T-9",
        Scene.today().minusMonths(4),
        "KazNU",
        "14-c",
        Scene.today());
  }

  private static String login(String role, long student) throws SQLException {
    return Scene.account(role, student, null);
  }

  @Test
  @DisplayName(
      "ACH-12 the office reads who recorded an entry and on what document, the student the document"
          + " and that the office did")
  void recorded() throws Exception {
    PromotionScene scene = new PromotionScene(2141);
    long student = scene.student(1, "STUDYING");
    String number = PromotionScene.number(student);
    RecognitionDesk desk = Inside.bean(RecognitionDesk.class);
    String code = Scene.text("SELECT code FROM discipline WHERE id = ?", scene.discipline(0));
    String director = Scene.holding("DIR");
    UUID asked =
        UUID.fromString(Inside.as(Scene.holding("SPE"), () -> desk.request(number, code, wish())));
    SheetScene.act(director, () -> desk.decide(asked, true, ""));

    assertThat(entries(Scene.holding("JUN"), number))
        .singleElement()
        .satisfies(entry -> assertThat(entry.author()).isEqualTo(director))
        .satisfies(entry -> assertThat(entry.code()).isEqualTo(code))
        .satisfies(entry -> assertThat(entry.document()).contains("T-9").contains("14-c"))
        .satisfies(entry -> assertThat(entry.recordedAt()).isNotNull());
    assertThat(entries(Scene.holding("AUD"), number).get(0).author()).isEqualTo(director);
    assertThat(entries(login("STU", student), "me"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.author()).isNull())
        .satisfies(entry -> assertThat(entry.document()).contains("T-9").contains("14-c"))
        .satisfies(entry -> assertThat(entry.toString()).doesNotContain(director));
  }
}
