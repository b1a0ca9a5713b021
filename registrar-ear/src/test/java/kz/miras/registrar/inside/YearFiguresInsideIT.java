package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.service.risk.RiskQueries;
import kz.miras.registrar.achievement.service.risk.RiskReader.Asked;
import kz.miras.registrar.achievement.service.risk.RiskWork;
import kz.miras.registrar.achievement.service.summary.FigureQueries;
import kz.miras.registrar.achievement.summary.AcademicStanding;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.Refusal;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What card and risk list say of a year, before and after it is closed. */
@InsideTest
class YearFiguresInsideIT {

  private static final int YEAR = 2171;

  private static PromotionScene past;
  private static PromotionScene made;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(YearFiguresInsideIT.class, PromotionScene.class, Marks.class);
  }

  private static synchronized PromotionScene scene() throws Exception {
    if (made == null) {
      past = new PromotionScene(YEAR - 1);
      made = new PromotionScene(YEAR);
      made.thresholds("08-02", "1=2.30; 2=2.60");
    }
    return made;
  }

  private static FigureQueries.Next next(long student, LocalDate day) throws Exception {
    FigureQueries queries = Inside.bean(FigureQueries.class);
    return Inside.as(
            Scene.holding("SPE"),
            () -> queries.view(PromotionScene.number(student), day, null, null))
        .next();
  }

  @Test
  @DisplayName("PRO-2 PRO-6 the card calls a year lost only when its sheets are closed")
  void provisional() throws Exception {
    PromotionScene scene = scene();
    long low = scene.student(1, "STUDYING");
    scene.passes(low, 0, Letter.C);
    scene.passes(low, 1, Letter.C_MINUS);
    long sheet = scene.openSheet(low, scene.summer);
    LocalDate after = LocalDate.of(YEAR + 1, 8, 5);

    FigureQueries.Next open = next(low, after);
    assertThat(open.decision().outcome()).isEqualTo(PromotionOutcome.REPEAT);
    assertThat(open.decision().verdict().provisional()).isTrue();
    assertThat(open.standing()).isEqualTo(AcademicStanding.AT_RISK);

    PromotionScene.close(sheet);
    FigureQueries.Next closed = next(low, after);
    assertThat(closed.decision().verdict().provisional()).isFalse();
    assertThat(closed.standing()).isEqualTo(AcademicStanding.NOT_ELIGIBLE);
    assertThat(next(low, LocalDate.of(YEAR + 1, 7, 20)).standing())
        .as("in the summer")
        .isEqualTo(AcademicStanding.AT_RISK);
  }

  @Test
  @DisplayName("STD-1 PRO-8 no threshold stands against the last course, even where one is set")
  void lastCourse() throws Exception {
    PromotionScene scene = scene();
    long last = scene.student(2, "STUDYING");
    scene.passes(last, 0, Letter.C);
    scene.passes(last, 1, Letter.C);
    scene.passes(last, 2, Letter.C);
    FigureQueries.Next next = next(last, LocalDate.of(YEAR + 1, 2, 10));
    assertThat(next.last()).isTrue();
    assertThat(next.decision().outcome()).isNull();
    assertThat(next.decision().threshold()).isNull();
    assertThat(next.standing()).isEqualTo(AcademicStanding.GOOD);
  }

  @Test
  @DisplayName("RSK-4 between the terms of a year its average still decides, since the same day")
  void betweenTerms() throws Exception {
    PromotionScene scene = scene();
    long low = scene.student(1, "STUDYING");
    past.passes(low, 0, Letter.A);
    past.passes(low, 1, Letter.A);
    scene.passes(low, 0, Letter.C);
    scene.passes(low, 1, Letter.C_MINUS);
    Calendars calendars = Inside.bean(Calendars.class);
    Term spring = calendars.term(scene.spring).orElseThrow();
    RiskWork work = Inside.bean(RiskWork.class);
    LocalDate first = LocalDate.of(YEAR + 1, 5, 20);
    work.judge(new Asked(spring, calendars.terms(), first), List.of(low));
    work.judge(new Asked(null, calendars.terms(), first.plusDays(15)), List.of(low));

    RiskQueries risks = Inside.bean(RiskQueries.class);
    RiskQueries.View view =
        Inside.as(Scene.holding("JUN"), () -> risks.of(PromotionScene.number(low)));
    assertThat(view.reasons()).extracting(Refusal::rule).containsExactly("RSK-4");
    assertThat(Scene.text("SELECT since_on FROM student_risk WHERE student_id = ?", low))
        .isEqualTo(first.toString());
    Scene.change("DELETE FROM student_risk WHERE student_id = ?", low);
  }
}
