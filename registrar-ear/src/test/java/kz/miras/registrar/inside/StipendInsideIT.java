package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import kz.miras.registrar.achievement.service.stipend.StipendFile;
import kz.miras.registrar.achievement.service.stipend.StipendProgress;
import kz.miras.registrar.achievement.service.stipend.StipendQueries;
import kz.miras.registrar.achievement.service.stipend.StipendReader;
import kz.miras.registrar.achievement.service.stipend.StipendView;
import kz.miras.registrar.achievement.stipend.StipendDecision.State;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who of the students with a grant may be paid a stipend after a session. */
@InsideTest
class StipendInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        StipendInsideIT.class, WorkbookText.class, PromotionScene.class, Marks.class);
  }

  private static StipendView list(String login, String term) throws Exception {
    StipendProgress progress = new StipendProgress();
    StipendView view =
        Inside.as(login, () -> Inside.bean(StipendQueries.class).of(term, "", null, progress));
    assertThat(progress.done()).isEqualTo(progress.total());
    assertThat(view.lines()).hasSizeLessThanOrEqualTo(progress.total());
    return view;
  }

  private static StipendView.Line line(StipendView view, long student) {
    return view.lines().stream()
        .filter(one -> one.number().equals(PromotionScene.number(student)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("STP-1 to STP-4 PRO-5 the list of a session says of each grant who is paid and why")
  void afterSession() throws Exception {
    PromotionScene scene = new PromotionScene(2157);
    long good = scene.student(1, "STUDYING");
    long satisfactory = scene.student(1, "STUDYING");
    long nothing = scene.student(1, "STUDYING");
    long away = scene.student(1, "ON_LEAVE");
    scene.passes(good, 0, Letter.A);
    scene.passes(satisfactory, 0, Letter.C);
    long waiting = scene.student(1, "STUDYING");
    scene.passes(waiting, 0, Letter.A);
    long sheet = scene.openSheet(waiting, scene.autumn);
    String term = "PRO2157";

    StipendView view = list(Scene.holding("SPE"), term);

    assertThat(line(view, good).decision().state()).isEqualTo(State.ELIGIBLE);
    assertThat(line(view, good).decision().presidential()).as("not in the first year").isFalse();
    assertThat(line(view, good).gpa()).isEqualByComparingTo("4.00");
    StipendView.Line lost = line(view, satisfactory);
    assertThat(lost.decision().state()).isEqualTo(State.NOT_ELIGIBLE);
    assertThat(lost.reasons()).hasSize(1);
    assertThat(lost.reasons().get(0).rule()).isEqualTo("STP-2");
    assertThat(lost.reasons().get(0).args().get(0)).isInstanceOf(LocalizedText.class);
    assertThat(line(view, nothing).decision().state()).isEqualTo(State.OPEN);
    assertThat(line(view, away).decision().state()).isEqualTo(State.NOT_ELIGIBLE);

    StipendView.Line open = line(view, waiting);
    assertThat(open.decision().state()).as("a sheet is not closed").isEqualTo(State.OPEN);
    assertThat(open.reasons()).hasSize(1);
    assertThat(open.reasons().get(0).args().get(0)).isInstanceOf(LocalizedText.class);
    PromotionScene.close(sheet);

    long other = Scene.number("SELECT MAX(id) FROM org_unit WHERE id <> ?", scene.school);
    assertThat(list(PromotionScene.dean(scene.school), term).lines())
        .extracting(StipendView.Line::number)
        .contains(PromotionScene.number(good));
    assertThat(list(PromotionScene.dean(other), term).lines())
        .extracting(StipendView.Line::number)
        .doesNotContain(PromotionScene.number(good));
    StipendFile file = Inside.bean(StipendFile.class);
    String office = Scene.holding("SPE");
    for (Language language : List.of(Language.RU, Language.KK, Language.EN)) {
      byte[] pdf = Inside.as(office, () -> file.pdf(view, language));
      assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
    }
    assertThat(Inside.as(office, () -> file.xlsx(view, Language.RU))).hasSizeGreaterThan(1000);
  }

  @Test
  @DisplayName("STP-5 a past session is judged as everybody stood then; the file prints that list")
  void asTheyStood() throws Exception {
    PromotionScene scene = new PromotionScene(2191);
    long paysNow = scene.student(1, "STUDYING");
    long grantNow = scene.student(1, "STUDYING");
    long gone = scene.student(1, "STUDYING");
    for (long student : List.of(paysNow, grantNow, gone)) {
      scene.passes(student, 0, Letter.A);
    }
    // by orders after the session: from grant to paid, the other way round, expelled
    scene.ordered(paysNow, "STUDYING GRANT", "STUDYING PAID");
    scene.ordered(grantNow, "STUDYING PAID", "STUDYING GRANT");
    scene.ordered(gone, "STUDYING GRANT", "EXPELLED GRANT");

    String office = Scene.holding("SPE");
    StipendView view = list(office, "PRO2191");

    assertThat(line(view, paysNow).decision().state())
        .as(line(view, paysNow).reasons().toString())
        .isEqualTo(State.ELIGIBLE);
    assertThat(line(view, paysNow).course()).as("of the day").isEqualTo(1);
    assertThat(line(view, gone).decision().state()).isEqualTo(State.ELIGIBLE);
    assertThat(view.lines())
        .as("nobody's grant then")
        .extracting(StipendView.Line::number)
        .doesNotContain(PromotionScene.number(grantNow));
    assertThat(view.criteria()).contains("year-end-");

    long sheet = scene.openSheet(paysNow, scene.autumn);
    assertThat(line(list(office, "PRO2191"), paysNow).decision().state()).isEqualTo(State.OPEN);
    StipendFile file = Inside.bean(StipendFile.class);
    String workbook = WorkbookText.of(Inside.as(office, () -> file.xlsx(view, Language.EN)));
    assertThat(workbook)
        .as("what was shown is printed, whatever has come since")
        .contains("Eligible (" + view.of(State.ELIGIBLE).size() + ")")
        .contains(view.criteria());
    PromotionScene.close(sheet);
  }

  @Test
  @DisplayName(
      "STP-5 ACH-8 what is corrected or posted after the day changes nothing of a past list, and"
          + " stands beside it")
  void asItWasKnown() throws Exception {
    PromotionScene scene = new PromotionScene(2161);
    long corrected = scene.student(1, "STUDYING");
    long late = scene.student(1, "STUDYING");
    long unchanged = scene.student(1, "STUDYING");
    for (long student : List.of(corrected, late, unchanged)) {
      scene.passes(student, 0, Letter.A);
    }
    long sheet = scene.openSheet(late, scene.autumn);
    List<Long> keys = List.of(corrected, late, unchanged);
    LocalDate day = LocalDate.of(2162, 2, 20);

    List<StipendView.Line> before = judged(2161, keys, day, day.plusDays(1));
    assertThat(before).extracting(StipendView.Line::later).containsOnlyNulls();
    assertThat(before)
        .extracting(line -> line.decision().state())
        .containsExactly(State.ELIGIBLE, State.OPEN, State.ELIGIBLE);

    Instant since = Instant.parse("2163-03-01T10:00:00Z");
    scene.recorded(corrected, 0, Letter.C, since);
    PromotionScene.close(sheet, LocalDateTime.ofInstant(since, ZoneOffset.UTC));

    List<StipendView.Line> after = judged(2161, keys, day, LocalDate.of(2163, 6, 1));
    assertThat(after)
        .as("as it was known on the day")
        .extracting(StipendView.Line::then)
        .isEqualTo(before.stream().map(StipendView.Line::then).toList());
    assertThat(after.get(0).later().decision().state()).isEqualTo(State.NOT_ELIGIBLE);
    assertThat(after.get(0).later().gpa()).isEqualByComparingTo("2.00");
    assertThat(after.get(0).gpa()).isEqualByComparingTo("4.00");
    assertThat(after.get(1).later().decision().state()).isEqualTo(State.ELIGIBLE);
    assertThat(after.get(2).later()).as("known today as it was then").isNull();
    StipendView list = new StipendView("PRO2161", "", day, LocalDate.of(2163, 6, 1), since, after);
    assertThat(list.changed()).hasSize(2);
    StipendFile file = Inside.bean(StipendFile.class);
    String workbook =
        WorkbookText.of(Inside.as(Scene.holding("SPE"), () -> file.xlsx(list, Language.EN)));
    assertThat(workbook).contains("Known otherwise today (2)").contains("Eligible (2)");
  }

  @Test
  @DisplayName(
      "STP-6 a list is judged by the rules in force on the day it is for, and for no day before the"
          + " term is over")
  void rulesOfTheDay() throws Exception {
    PromotionScene scene = new PromotionScene(2176);
    long student = scene.student(1, "STUDYING");
    scene.passes(student, 0, Letter.C);
    scene.rulesFrom("2177-02-01", "STIPEND_LETTERS", "A, A-, B+, B, B-, C+, C");
    scene.rulesFrom("2177-07-01", "STIPEND_LETTERS", "A, A-, B+, B, B-, C+");
    LocalDate today = LocalDate.of(2177, 6, 1);

    StipendView.Line before =
        judged(2176, List.of(student), LocalDate.of(2177, 1, 31), today).get(0);
    StipendView.Line after = judged(2176, List.of(student), LocalDate.of(2177, 2, 1), today).get(0);

    assertThat(before.decision().state()).isEqualTo(State.NOT_ELIGIBLE);
    assertThat(after.decision().state()).isEqualTo(State.ELIGIBLE);
    assertThat(after.ruleSet()).isNotEqualTo(before.ruleSet());
    StipendQueries queries = Inside.bean(StipendQueries.class);
    String office = Scene.holding("SPE");
    assertThat(Inside.as(office, () -> queries.day("PRO2176", null)))
        .isEqualTo(LocalDate.of(2177, 1, 1));
    assertThatThrownBy(
            () -> Inside.as(office, () -> queries.day("PRO2176", LocalDate.of(2176, 12, 31))))
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            e -> assertThat(e.refusals().get(0).code()).isEqualTo("achievement.stipend.day"));
  }

  /** The list of the autumn as of a day, made on another. */
  private static List<StipendView.Line> judged(
      int year, List<Long> keys, LocalDate day, LocalDate today) {
    StipendReader.Asked asked =
        new StipendReader.Asked(
            TermRef.autumn(year), Inside.bean(Calendars.class).terms(), "", day, today);
    return Inside.bean(StipendReader.class).judge(asked, keys);
  }
}
