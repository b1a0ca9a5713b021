package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.service.stipend.StipendFile;
import kz.miras.registrar.achievement.service.stipend.StipendProgress;
import kz.miras.registrar.achievement.service.stipend.StipendQueries;
import kz.miras.registrar.achievement.service.stipend.StipendView;
import kz.miras.registrar.achievement.stipend.StipendDecision;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.RegistrarException;

/** Makes the list of stipends of a term, shows how far it is and who is in it. */
@Named("stipends")
@ViewScoped
public class StipendScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Shown of the list beside its answers. */
  private static final String PRESIDENTIAL = "PRESIDENTIAL";

  private static final String CHANGED = "CHANGED";

  @Inject private StipendQueries queries;
  @Inject private StipendFile file;
  @Inject private TermQueries termQueries;
  @Inject private LanguageChoice language;
  @Inject private Words words;
  @Inject private Notice notice;

  private String term;
  private String school = "";
  private String part = StipendDecision.State.ELIGIBLE.name();
  private LocalDate day;
  private List<String> problems = List.of();
  private StipendProgress progress;

  /** Terms by their names, the current one first. */
  public Map<String, String> getTerms() {
    Map<String, String> terms = new LinkedHashMap<>();
    termQueries
        .terms()
        .forEach(
            one ->
                terms.put(
                    one.code() + " · " + words.get("calendar.term." + one.type()), one.code()));
    return terms;
  }

  /** Schools by their names, all first. */
  public Map<String, String> getSchools() {
    Map<String, String> schools = new LinkedHashMap<>();
    schools.put(words.get("achievement.promotion.part.ALL"), "");
    queries
        .schools()
        .forEach(one -> schools.put(one.name().in(language.getLanguage()), one.code()));
    return schools;
  }

  /** What may be shown of the list, by its words with their figures. */
  public Map<String, String> getParts() {
    Map<String, String> parts = new LinkedHashMap<>();
    for (StipendDecision.State state : StipendDecision.State.values()) {
      parts.put(words.get(state.key()) + ": " + getView().of(state).size(), state.name());
    }
    parts.put(
        words.get("achievement.stipend.presidential") + ": " + getView().presidential().size(),
        PRESIDENTIAL);
    if (getView().isPast()) {
      parts.put(
          words.get("achievement.stipend.changed") + ": " + getView().changed().size(), CHANGED);
    }
    return parts;
  }

  public void start() {
    try {
      LocalDate of = queries.day(term, day);
      problems = List.of();
      progress = new StipendProgress();
      queries.listing(term, school, of, progress);
    } catch (RegistrarException.Refused refused) {
      problems = refused.refusals().stream().map(notice::text).toList();
    }
  }

  /** Why no list is made for the day that is named. */
  public List<String> getProblems() {
    return problems;
  }

  public boolean isRunning() {
    return progress != null && !progress.ended();
  }

  public StipendProgress getProgress() {
    return progress;
  }

  /** The list; null before it is made. */
  public StipendView getView() {
    return progress == null ? null : progress.view();
  }

  /** The lines of the part chosen. */
  public List<StipendView.Line> getLines() {
    return switch (part) {
      case PRESIDENTIAL -> getView().presidential();
      case CHANGED -> getView().changed();
      default -> getView().of(StipendDecision.State.valueOf(part));
    };
  }

  /** The list as a workbook. */
  public void xlsx() throws IOException {
    Download.xlsx(name(), file.xlsx(getView(), language.getLanguage()));
  }

  /** The list on paper. */
  public void pdf() throws IOException {
    Download.pdf(name(), file.pdf(getView(), language.getLanguage()));
  }

  /** Of the list that is shown, whatever is chosen for the next. */
  private String name() {
    StipendView list = getView();
    String of = list.school().isEmpty() ? "" : "-" + list.school();
    return "stipends-" + list.term() + of + "-" + list.day();
  }

  public String getTerm() {
    return term;
  }

  public void setTerm(String term) {
    this.term = term;
  }

  public String getSchool() {
    return school;
  }

  public void setSchool(String school) {
    this.school = school == null ? "" : school;
  }

  /** The day the list is to be for; null for the usual one. */
  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }

  public String getPart() {
    return part;
  }

  public void setPart(String part) {
    // a poll that began before the list was there knows no part of it
    this.part = part == null ? this.part : part;
  }
}
