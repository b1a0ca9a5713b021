package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.service.trial.TrialDesk;
import kz.miras.registrar.achievement.service.trial.TrialQueries;
import kz.miras.registrar.achievement.service.trial.TrialView;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.Verdict;

/** Beginning a trial of rules beside the page on which they are proposed or decided. */
@Named
@ViewScoped
public class TrialStart implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private TrialDesk desk;
  @Inject private TrialQueries queries;
  @Inject private Notice notice;
  @Inject private Words words;

  private List<String> terms = new ArrayList<>();
  private Map<String, String> problems = Map.of();
  private Map<String, String> tried;
  private transient List<TrialView.Row> rows;
  private transient Map<String, String> choices;

  /** Terms with results of a level by their names, the latest first. */
  public Map<String, String> choices(Level level) {
    if (choices == null) {
      choices = new LinkedHashMap<>();
      queries
          .terms(level)
          .forEach(
              one ->
                  choices.put(
                      one.code() + " · " + words.get("calendar.term." + one.type()), one.code()));
    }
    return choices;
  }

  /** Tries what is being prepared; what was typed stays on the page. */
  public Verdict prepared(Level level, Map<String, String> values) {
    TrialDesk.Begun begun = desk.prepared(level, values, terms);
    if (begun.verdict().isAllowed()) {
      tried = new HashMap<>(values);
      rows = null;
      notice.say("achievement.trial.begun");
    }
    return begun.verdict();
  }

  /** Tries a proposal and shows what comes of it. */
  public String proposal(long id) {
    TrialDesk.Begun begun = desk.proposal(id, terms);
    problems = notice.show(begun.verdict());
    return begun.id() == null
        ? null
        : "/achievement/rule-trial.xhtml?faces-redirect=true&id=" + begun.id();
  }

  /** Trials of a proposal. */
  public List<TrialView.Row> ofProposal(long id) {
    if (rows == null) {
      rows = queries.ofProposal(id);
    }
    return rows;
  }

  /** Trials of the values that were tried last on this page. */
  public List<TrialView.Row> ofPrepared(Level level) {
    if (rows == null) {
      rows = tried == null ? List.of() : queries.ofPrepared(level, tried);
    }
    return rows;
  }

  public List<String> getTerms() {
    return terms;
  }

  public void setTerms(List<String> terms) {
    this.terms = terms == null ? new ArrayList<>() : new ArrayList<>(terms);
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
