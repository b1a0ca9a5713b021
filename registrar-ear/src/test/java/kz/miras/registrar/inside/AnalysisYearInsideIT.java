package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.analysis.AnalysisCut;
import kz.miras.registrar.achievement.analysis.AnalysisFigures;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.achievement.service.analysis.AnalysisFile;
import kz.miras.registrar.achievement.service.analysis.AnalysisQueries;
import kz.miras.registrar.achievement.service.analysis.AnalysisView;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.achievement.service.analysis.ResultQueries;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An academic year as a whole: what its summer has mended. */
@InsideTest
class AnalysisYearInsideIT {

  private static final int YEAR = 2166;
  private static final String ASKED = "2166/2167";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        AnalysisYearInsideIT.class, PromotionScene.class, Marks.class, WorkbookText.class);
  }

  /** The first discipline, taken again in the summer. */
  private static void again(PromotionScene scene, long student, Letter letter) throws Exception {
    long discipline = scene.discipline(0);
    String code = Scene.text("SELECT code FROM discipline WHERE id = ?", discipline);
    Marks.post(
        new Ledger.Posting(
            student,
            new LedgerEntry.Studied(
                discipline,
                code,
                LocalizedText.of(code, code, code),
                10,
                null,
                null,
                false,
                false,
                false),
            new LedgerEntry.Outcome(
                scene.summer,
                new TermRef(YEAR, TermType.SUMMER),
                ResultKind.SUMMER,
                2,
                null,
                null,
                Grade.of(letter),
                LocalDate.of(YEAR + 1, 7, 20),
                Scene.text("SELECT MIN(code) FROM rule_set WHERE level = 'MASTER'")),
            Marks.source(null)));
  }

  @Test
  @DisplayName(
      "of a year the last result of each discipline stands: F and B of the summer pass, and do not"
          + " before it")
  void yearAndBeforeItsSummer() throws Exception {
    PromotionScene scene = new PromotionScene(YEAR);
    long mended = scene.student(1, "STUDYING");
    long good = scene.student(1, "STUDYING");
    scene.passes(mended, 0, Letter.F);
    scene.passes(mended, 1, Letter.A);
    again(scene, mended, Letter.B);
    scene.passes(good, 0, Letter.A);

    String office = Scene.holding("SPE");
    Asked asked =
        new Asked(ASKED, AnalysisCut.COURSE, Map.of(AnalysisCut.PROGRAMME, scene.code), 1);
    AnalysisView view = Inside.as(office, () -> Inside.bean(AnalysisQueries.class).of(asked));
    assertThat(view.terms())
        .extracting(AnalysisView.TermColumn::code)
        .containsExactly(ASKED, ASKED + " (1–2)");
    AnalysisFigures year = view.total(view.now());
    assertThat(year.results().base()).isEqualTo(3);
    assertThat(year.results().absoluteRate()).contains(new BigDecimal("100.00"));
    assertThat(year.students().obliged()).as("a student of two terms is one").isEqualTo(2);
    assertThat(year.students().absoluteRate()).contains(new BigDecimal("100.00"));
    AnalysisFigures before = view.total(view.before());
    assertThat(before.results().base()).isEqualTo(3);
    assertThat(before.results().absoluteRate()).contains(new BigDecimal("66.67"));
    assertThat(before.students().absoluteRate()).contains(new BigDecimal("50.00"));

    ResultQueries results = Inside.bean(ResultQueries.class);
    ResultQueries.Found found = Inside.as(office, () -> results.of(asked, null, true));
    assertThat(found.lines())
        .filteredOn(line -> line.number().equals(PromotionScene.number(mended)))
        .extracting(ResultQueries.Line::sign)
        .containsExactlyInAnyOrder("B", "A");
    List<ResultQueries.Best> best = Inside.as(office, () -> results.excellent(asked));
    assertThat(best)
        .extracting(ResultQueries.Best::number)
        .containsExactly(PromotionScene.number(good));
    byte[] file = Inside.as(office, () -> Inside.bean(AnalysisFile.class).xlsx(asked, Language.EN));
    assertThat(WorkbookText.of(file)).contains(ASKED + " (1", "66.67");
  }
}
