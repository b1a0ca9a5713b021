package kz.miras.registrar.achievement.web;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.miras.registrar.achievement.analysis.AnalysisCut;
import kz.miras.registrar.achievement.analysis.AnalysisFigures;
import kz.miras.registrar.achievement.analysis.AnalysisOutcome;
import kz.miras.registrar.achievement.service.analysis.AnalysisFile;
import kz.miras.registrar.achievement.service.analysis.AnalysisQueries;
import kz.miras.registrar.achievement.service.analysis.AnalysisView;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Part;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.TermColumn;
import kz.miras.registrar.achievement.service.analysis.ResultQueries;
import kz.miras.registrar.attestation.GradeDistribution;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Shown;
import kz.miras.registrar.frame.web.Words;

/** Analysis of progress: what is asked stands in the address, so that a colleague sees the same. */
@Named("analysis")
@ViewScoped
public class AnalysisScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/achievement/analysis.xhtml";
  private static final String RESULTS = "/achievement/analysis-results.xhtml";

  @Inject private AnalysisQueries queries;
  @Inject private ResultQueries results;
  @Inject private AnalysisFile file;
  @Inject private TermQueries termQueries;
  @Inject private LanguageChoice language;
  @Inject private Shown shown;
  @Inject private Words words;

  private Asked asked;
  private AnalysisOutcome outcome;
  private transient List<TermChoice> terms;
  private transient AnalysisView view;
  private transient ResultQueries.Found found;

  /** Reads what the address asks for; what it does not say, or says wrong, is as usual. */
  @PostConstruct
  void read() {
    Map<String, String> address =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    String term = address.get("term");
    String by = address.getOrDefault("by", "");
    String years = address.getOrDefault("years", "");
    asked =
        new Asked(
            term == null ? "" : term.strip(),
            AnalysisCut.of(by).orElse(AnalysisCut.SCHOOL),
            AnalysisAddress.parts(address.get(AnalysisAddress.WITHIN)),
            years.matches("[0-5]") ? Integer.parseInt(years) : 1);
    for (AnalysisOutcome one : AnalysisOutcome.values()) {
      outcome = one.name().equals(address.get("outcome")) ? one : outcome;
    }
  }

  public AnalysisView getView() {
    if (view == null) {
      view = queries.of(getAsked());
    }
    return view;
  }

  /** The results behind a figure. */
  public ResultQueries.Found getFound() {
    if (found == null) {
      found = results.of(getAsked(), outcome, false);
    }
    return found;
  }

  public List<TermChoice> getTerms() {
    if (terms == null) {
      terms = termQueries.terms();
    }
    return terms;
  }

  /** Academic years that can be looked at as a whole, the latest first. */
  public List<String> getAcademicYears() {
    return termQueries.academicYears();
  }

  /** What is asked for; where the address names no term, of the last one with results. */
  public Asked getAsked() {
    if (asked.term().isEmpty()) {
      asked = new Asked(queries.latest(), asked.by(), asked.only(), asked.years());
    }
    return asked;
  }

  public AnalysisOutcome getOutcome() {
    return outcome;
  }

  public AnalysisCut[] getCuts() {
    return AnalysisCut.values();
  }

  public AnalysisOutcome[] getOutcomes() {
    return AnalysisOutcome.values();
  }

  /** How many earlier years may stand beside the term. */
  public List<Integer> getYears() {
    return IntStream.rangeClosed(0, AnalysisQueries.MOST_YEARS).boxed().toList();
  }

  /** The parts it is narrowed to, as the address has them. */
  public String getWithin() {
    return AnalysisAddress.within(getAsked().only());
  }

  public List<GradeDistribution.Line> getDistribution() {
    return GradeDistribution.of(now(null).results());
  }

  /** Figures of a part in the term asked for; of everything where there is no part. */
  public AnalysisFigures now(Part part) {
    TermColumn now = getView().now();
    return now == null
        ? AnalysisFigures.none()
        : part == null ? getView().total(now) : part.in(now);
  }

  /** Figures of the year before; null where none stands beside. */
  public AnalysisFigures before(Part part) {
    TermColumn before = getView().before();
    return before == null ? null : part == null ? getView().total(before) : part.in(before);
  }

  /** A rate as it is read; a dash where nobody counts. */
  public String rate(Optional<BigDecimal> rate) {
    return rate.map(shown::rate).orElse("—");
  }

  /** By how much a rate has changed, with its sign; empty where one of both is missing. */
  public String change(Optional<BigDecimal> now, Optional<BigDecimal> before) {
    if (now.isEmpty() || before.isEmpty()) {
      return "";
    }
    BigDecimal change = now.get().subtract(before.get());
    String sign = change.signum() > 0 ? "+" : change.signum() < 0 ? "−" : "±";
    return sign + shown.rate(change.abs());
  }

  /** What a part is called. */
  public String name(Part part) {
    if (part.key().isEmpty()) {
      return words.get("achievement.analysis.none");
    }
    if (part.word() != null) {
      return words.get(part.word());
    }
    return part.name() == null ? part.key() : part.name().in(language.getLanguage());
  }

  /** Whether the key of a part says more than its name. */
  public boolean hasCode(Part part) {
    return part.name() != null && !part.key().isEmpty();
  }

  /** Results of an outcome, as the table counts them. */
  public int count(AnalysisFigures figures, AnalysisOutcome of) {
    return figures.count(of);
  }

  /** The same by another cut. */
  public String by(AnalysisCut cut) {
    return address(PAGE, getAsked().by(cut), null);
  }

  /** A part by the cut one looks at next. */
  public String into(Part part) {
    AnalysisCut next = getAsked().by().narrower();
    while (getAsked().only().containsKey(next) && next != AnalysisCut.TEACHER) {
      next = next.narrower();
    }
    return address(PAGE, narrowed(part).by(next), null);
  }

  /** The same without one of the parts it is narrowed to. */
  public String without(AnalysisCut cut) {
    Map<AnalysisCut, String> only = new LinkedHashMap<>(getAsked().only());
    only.remove(cut);
    return address(
        PAGE, new Asked(getAsked().term(), getAsked().by(), only, getAsked().years()), null);
  }

  /** Results of a part, or of everything, with an outcome or all. */
  public String results(Part part, AnalysisOutcome of) {
    return address(RESULTS, part == null ? getAsked() : narrowed(part), of);
  }

  /** Back from results to the figures. */
  public String getFigures() {
    return address(PAGE, getAsked(), null);
  }

  private Asked narrowed(Part part) {
    Map<AnalysisCut, String> only = new EnumMap<>(AnalysisCut.class);
    only.putAll(getAsked().only());
    only.put(getAsked().by(), part.key());
    return new Asked(getAsked().term(), getAsked().by(), only, getAsked().years());
  }

  private static String address(String page, Asked of, AnalysisOutcome outcome) {
    return AnalysisAddress.of(page, of, outcome);
  }

  /** The rates of the parts as a chart. */
  public String getPartsChart() {
    return AnalysisCharts.parts(
        getView(), part -> hasCode(part) ? part.key() + " " + name(part) : name(part), words);
  }

  /** The letters of the term and of earlier years as a chart. */
  public String getGradesChart() {
    return AnalysisCharts.grades(getView());
  }

  /** The rates of everything over the years as a chart. */
  public String getYearsChart() {
    return AnalysisCharts.years(getView(), words);
  }

  /** A term or year as part of the name of a file. */
  private static String file(String term) {
    return term.replace('/', '-');
  }

  public void xlsx() throws IOException {
    Download.xlsx(
        "analysis-" + file(getAsked().term()) + "-" + getAsked().by().parameter(),
        file.xlsx(getAsked(), language.getLanguage()));
  }

  public void pdf() throws IOException {
    Download.pdf(
        "analysis-" + file(getAsked().term()) + "-" + getAsked().by().parameter(),
        file.pdf(getAsked(), language.getLanguage()));
  }

  /** The results behind the figure, all of them. */
  public void resultsXlsx() throws IOException {
    Download.xlsx(
        "results-" + file(getAsked().term()),
        file.results(getAsked(), outcome, language.getLanguage()));
  }
}
