package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.AnalysisScene.asked;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.CountedLine;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.analysis.AnalysisCut;
import kz.miras.registrar.achievement.analysis.AnalysisFigures;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.achievement.service.LedgerReader;
import kz.miras.registrar.achievement.service.analysis.AnalysisQueries;
import kz.miras.registrar.achievement.service.analysis.ResultQueries;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.service.RuleBook;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The results that stand in an analysis are those the model lets stand in each history. */
@InsideTest
class AnalysisModelInsideIT {

  private static final String RETAKEN = "RETAKEN";
  private static final int YEAR = 2065;
  private static final int FIRST = 140;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(AnalysisModelInsideIT.class, AnalysisScene.class, Marks.class);
  }

  @Test
  @DisplayName("the result that stands in an analysis is the one the model lets stand")
  void theDatabaseAgreesWithTheModel() throws Exception {
    assertThat(agrees(Scene.text(AnalysisScene.BUSIEST))).isGreaterThan(100);
    List<String> numbers = Scene.students(FIRST, 3);
    List<List<Map.Entry<ResultKind, Integer>>> percentages =
        List.of(
            List.of(Map.entry(ResultKind.MAIN, 95), Map.entry(ResultKind.INDIVIDUAL, 80)),
            List.of(Map.entry(ResultKind.MAIN, 82), Map.entry(ResultKind.RETAKE, 67)),
            List.of(
                Map.entry(ResultKind.MAIN, 45),
                Map.entry(ResultKind.FX, 40),
                Map.entry(ResultKind.RETAKE, 20)));
    long discipline =
        Scene.number("SELECT discipline_id FROM offering WHERE id = ?", Scene.offering(5));
    for (int i = 0; i < numbers.size(); i++) {
      post(numbers.get(i), discipline, percentages.get(i));
    }
    assertThat(agrees(RETAKEN)).isEqualTo(3);

    String office = Scene.holding("SPE");
    ResultQueries queries = Inside.bean(ResultQueries.class);
    Map<String, Integer> percents = new HashMap<>();
    Inside.as(office, () -> queries.of(asked(RETAKEN, AnalysisCut.SCHOOL), null, true).lines())
        .forEach(line -> percents.put(line.number(), line.percent()));
    assertThat(percents)
        .as("an individual sitting, a retake that is worse, a retake after a failed FX retake")
        .isEqualTo(Map.of(numbers.get(0), 80, numbers.get(1), 67, numbers.get(2), 20));
    AnalysisQueries analysis = Inside.bean(AnalysisQueries.class);
    AnalysisFigures counted =
        AnalysisScene.total(
            Inside.as(office, () -> analysis.of(asked(RETAKEN, AnalysisCut.GROUP))));
    assertThat(counted.results().base()).isEqualTo(3);
  }

  /** Results of one discipline in one term, one after the other. */
  private static void post(
      String number, long discipline, List<Map.Entry<ResultKind, Integer>> results)
      throws Exception {
    long student = Scene.number("SELECT id FROM student WHERE student_no = ?", number);
    for (Map.Entry<ResultKind, Integer> one : results) {
      Marks.post(
          new Ledger.Posting(
              student,
              Marks.studied(discipline, 5),
              new LedgerEntry.Outcome(
                  Scene.term(RETAKEN, YEAR),
                  new TermRef(YEAR, TermType.AUTUMN),
                  one.getKey(),
                  1,
                  null,
                  null,
                  Grade.of(one.getValue(), GradeScale.V2),
                  LocalDate.of(YEAR, 12, 20),
                  Scene.text("SELECT MIN(code) FROM rule_set WHERE level = 'BACHELOR'")),
              Marks.source(null)));
    }
  }

  /**
   * Compares what is shown of a term with what stands in each history; answers how many have one.
   */
  private static int agrees(String term) throws Exception {
    long key = Scene.number("SELECT id FROM term WHERE code = ?", term);
    String office = Scene.holding("SPE");
    ResultQueries queries = Inside.bean(ResultQueries.class);
    List<ResultQueries.Line> lines =
        Inside.as(office, () -> queries.of(asked(term, AnalysisCut.SCHOOL), null, true)).lines();
    Map<String, Map<String, String>> shown = new HashMap<>();
    lines.forEach(
        line ->
            shown
                .computeIfAbsent(line.number(), student -> new HashMap<>())
                .put(line.code(), line.sign()));
    Map<Long, String> numbers = AnalysisScene.withResults(key, 400);
    Map<Long, List<LedgerEntry>> ledgers = Inside.bean(LedgerReader.class).ofAll(numbers.keySet());
    ledgers.forEach(
        (student, entries) ->
            assertThat(shown.getOrDefault(numbers.get(student), Map.of()))
                .as(numbers.get(student))
                .isEqualTo(standing(entries, key)));
    return ledgers.size();
  }

  private static Map<String, String> standing(List<LedgerEntry> entries, long term) {
    List<LedgerEntry> ofTerm =
        entries.stream()
            .filter(entry -> entry.result().termId() == term)
            .filter(entry -> entry.result().kind() != ResultKind.RECOGNISED)
            .toList();
    Map<String, String> signs = new HashMap<>();
    RuleBook book = Inside.bean(RuleBook.class);
    RulesOfTime times = RulesOfTime.of(book::named, book.inForce(Level.BACHELOR, Scene.today()));
    List<Result> results = ofTerm.stream().map(LedgerEntry::toResult).toList();
    for (CountedLine line : CountedResults.of(results, times).standing().values()) {
      LedgerEntry entry =
          ofTerm.stream()
              .filter(one -> one.position() == line.result().position())
              .findFirst()
              .orElseThrow();
      String mark =
          entry.result().grade().letter() != null && entry.result().grade().mark() != null
              ? " " + entry.result().grade().mark()
              : "";
      signs.put(entry.discipline().code(), entry.result().grade().sign() + mark);
    }
    return signs;
  }
}
