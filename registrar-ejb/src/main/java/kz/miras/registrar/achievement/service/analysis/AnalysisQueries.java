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
import kz.miras.registrar.achievement.service.analysis.AnalysisScope.Narrow;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Part;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.TermColumn;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
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
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** The analysis of those results the caller may see. An unknown term has none. */
  @RolesAllowed(Permissions.ANALYTICS_READ)
  public AnalysisView of(Asked asked) {
    Narrow own = scope.results();
    List<Term> terms = terms(asked);
    Map<Long, int[]> sheets =
        counts.sheets(terms.stream().map(Term::getId).toList(), scope.sheets());
    List<TermColumn> columns = terms.stream().map(term -> column(term, sheets)).toList();
    if (columns.isEmpty()) {
      return new AnalysisView(
          asked, List.of(), List.of(), Map.of(), Map.of(), AnalysisBase.WITHOUT_EXCUSED);
    }
    List<Long> ids = columns.stream().map(TermColumn::id).toList();
    Set<Long> fallen = standing.fallen(ids);
    AnalysisCounts.Wanted wanted = new AnalysisCounts.Wanted(ids, asked.only(), own, fallen);
    CutSql cut = CutSql.of(asked.by());
    Set<RuleSet> met = new HashSet<>();
    Map<String, Part> parts = new LinkedHashMap<>();
    counts.results(cut, wanted, parts, met);
    counts.students(cut, wanted, parts);
    Map<Long, AnalysisFigures> all =
        asked.by().isOfStudent() ? sum(parts) : whole(wanted, new HashSet<>());
    return new AnalysisView(
        asked,
        columns,
        parts.values().stream().sorted(ORDER).toList(),
        all,
        own.whole() ? Map.of() : university(ids, fallen, own),
        AnalysisBase.of(met));
  }

  /** The last term with results among those the caller may see; empty where there are none. */
  @RolesAllowed(Permissions.ANALYTICS_READ)
  public String latest() {
    return counts.latest(scope.results(), known.unknown());
  }

  /** By key, those that lie in no part last. */
  private static final Comparator<Part> ORDER =
      Comparator.comparing((Part part) -> part.key().isEmpty()).thenComparing(Part::key);

  private List<Term> terms(Asked asked) {
    Term term = calendars.term(asked.term()).orElse(null);
    if (term == null) {
      return List.of();
    }
    int year = term.ref().yearStart();
    int years = Math.min(Math.max(0, asked.years()), MOST_YEARS);
    return calendars.terms().stream()
        .filter(one -> one.getType() == term.getType())
        .filter(one -> one.ref().yearStart() <= year && one.ref().yearStart() >= year - years)
        .sorted(Comparator.comparing(Term::getStartsOn).reversed())
        .toList();
  }

  private static TermColumn column(Term term, Map<Long, int[]> sheets) {
    int[] formed = sheets.getOrDefault(term.getId(), new int[2]);
    return new TermColumn(
        term.getId(),
        term.getCode(),
        term.getType().name(),
        term.ref().academicYear(),
        formed[0],
        formed[1]);
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
  private Map<Long, AnalysisFigures> whole(AnalysisCounts.Wanted wanted, Set<RuleSet> met) {
    Map<String, Part> one = new LinkedHashMap<>();
    counts.results(CutSql.WHOLE, wanted, one, met);
    counts.students(CutSql.WHOLE, wanted, one);
    return sum(one);
  }

  /**
   * PRG-5. The university beside a narrower scope, where who has results outside the scope are
   * enough. They are counted by their results: narrowing what is asked changes nothing in it.
   */
  private Map<Long, AnalysisFigures> university(List<Long> terms, Set<Long> fallen, Narrow own) {
    LocalDate today = time.today();
    List<RuleSet> inForce =
        Arrays.stream(Level.values()).map(level -> rules.inForce(level, today)).toList();
    Map<Long, AnalysisFigures> others =
        whole(new AnalysisCounts.Wanted(terms, Map.of(), own.others(), fallen), new HashSet<>());
    Map<Long, AnalysisFigures> told =
        whole(
            new AnalysisCounts.Wanted(terms, Map.of(), Narrow.everything(), fallen),
            new HashSet<>());
    told.keySet()
        .removeIf(term -> !others.getOrDefault(term, AnalysisFigures.none()).mayBeTold(inForce));
    return told;
  }
}
