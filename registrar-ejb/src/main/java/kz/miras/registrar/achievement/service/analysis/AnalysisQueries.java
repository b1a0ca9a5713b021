package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.analysis.AnalysisBase;
import kz.miras.registrar.achievement.analysis.AnalysisFigures;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.achievement.service.analysis.AnalysisCounts.Wanted;
import kz.miras.registrar.achievement.service.analysis.AnalysisScope.Narrow;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Part;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.TermColumn;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Progress by school, programme, group, discipline and other cuts, beside earlier years (domain
 * 3.11). The database counts, the rates are those of every sheet.
 */
@Stateless
@Guarded
public class AnalysisQueries {

  /** Earlier years that may stand beside a term. */
  public static final int MOST_YEARS = 5;

  @Inject private AnalysisScope scope;
  @Inject private AnalysisCounts counts;
  @Inject private StandingResults standing;
  @Inject private KnownHistory known;
  @Inject private Periods periods;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** The analysis of those results the caller may see. An unknown term or year has none. */
  @RolesAllowed(Permissions.ANALYTICS_READ)
  public AnalysisView of(Asked asked) {
    Narrow own = scope.results();
    List<Period> columns = periods.of(asked);
    if (columns.isEmpty()) {
      return new AnalysisView(
          asked, List.of(), List.of(), Map.of(), Map.of(), AnalysisBase.WITHOUT_EXCUSED);
    }
    Map<Long, int[]> sheets = counts.sheets(terms(columns), scope.sheets());
    List<Wanted> wanted = wanted(columns, asked, own);
    CutSql cut = CutSql.of(asked.by());
    Set<RuleSet> met = new HashSet<>();
    Map<String, Part> parts = new LinkedHashMap<>();
    for (Wanted one : wanted) {
      counts.results(cut, one, parts, met);
      counts.students(cut, one, parts);
    }
    // within a year a student may have been in two parts, and is one student all the same
    boolean apart = asked.by().isOfStudent() && !columns.get(0).isYear();
    return new AnalysisView(
        asked,
        columns.stream().map(period -> column(period, sheets)).toList(),
        parts.values().stream().sorted(ORDER).toList(),
        apart ? sum(parts) : whole(wanted),
        own.whole() ? Map.of() : university(wanted, own),
        AnalysisBase.of(met));
  }

  private static List<Long> terms(List<Period> columns) {
    return columns.stream().flatMap(period -> period.terms().stream()).distinct().toList();
  }

  /** Terms are counted in one statement; of a year the results of all its terms together. */
  private List<Wanted> wanted(List<Period> columns, Asked asked, Narrow own) {
    if (!columns.get(0).isYear()) {
      List<Long> terms = terms(columns);
      return List.of(new Wanted(terms, null, asked.only(), own, standing.fallen(terms)));
    }
    return columns.stream()
        .map(
            year ->
                new Wanted(
                    year.terms(),
                    year.id(),
                    asked.only(),
                    own,
                    standing.fallenOfYear(year.terms())))
        .toList();
  }

  /** The last term with results among those the caller may see; empty where there are none. */
  @RolesAllowed(Permissions.ANALYTICS_READ)
  public String latest() {
    return counts.latest(scope.results(), known.unknown());
  }

  /** By key, those that lie in no part last. */
  private static final Comparator<Part> ORDER =
      Comparator.comparing((Part part) -> part.key().isEmpty()).thenComparing(Part::key);

  private static TermColumn column(Period period, Map<Long, int[]> sheets) {
    int formed = 0;
    int posted = 0;
    for (long term : period.terms()) {
      int[] of = sheets.getOrDefault(term, new int[2]);
      formed += of[0];
      posted += of[1];
    }
    return new TermColumn(period.id(), period.code(), period.type(), period.year(), formed, posted);
  }

  private static Map<Long, AnalysisFigures> sum(Map<String, Part> parts) {
    Map<Long, AnalysisFigures> sum = new HashMap<>();
    parts
        .values()
        .forEach(
            part ->
                part.figures()
                    .forEach((term, figures) -> sum.merge(term, figures, AnalysisFigures::plus)));
    return sum;
  }

  /** Everything in one part: for cuts in which a student lies in several. */
  private Map<Long, AnalysisFigures> whole(List<Wanted> wanted) {
    Map<String, Part> one = new LinkedHashMap<>();
    for (Wanted of : wanted) {
      counts.results(CutSql.WHOLE, of, one, new HashSet<>());
      counts.students(CutSql.WHOLE, of, one);
    }
    return sum(one);
  }

  /**
   * PRG-5. The university beside a narrower scope, where who has results outside the scope are
   * enough. They are counted by their results: narrowing what is asked changes nothing in it.
   */
  private Map<Long, AnalysisFigures> university(List<Wanted> wanted, Narrow own) {
    LocalDate today = time.today();
    List<RuleSet> inForce =
        Arrays.stream(Level.values()).map(level -> rules.inForce(level, today)).toList();
    Map<Long, AnalysisFigures> others =
        whole(wanted.stream().map(one -> one.over(own.others())).toList());
    Map<Long, AnalysisFigures> told =
        whole(wanted.stream().map(one -> one.over(Narrow.everything())).toList());
    told.keySet()
        .removeIf(term -> !others.getOrDefault(term, AnalysisFigures.none()).mayBeTold(inForce));
    return told;
  }
}
