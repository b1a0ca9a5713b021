package kz.miras.registrar.curriculum.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.ParameterType;
import kz.miras.registrar.curriculum.service.BasisText;
import kz.miras.registrar.curriculum.service.ProposalView;
import kz.miras.registrar.curriculum.service.RuleQueries;
import kz.miras.registrar.curriculum.service.RuleSetView;
import kz.miras.registrar.curriculum.service.RuleSetView.Line;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Words;

/** The rules of a level: the set in force or an earlier one, and the proposals. */
@Named
@ViewScoped
public class RuleSetCard implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private RuleQueries queries;
  @Inject private Words words;
  @Inject private LanguageChoice language;

  private Level level = Level.BACHELOR;
  private String set;
  private transient RuleSetView view;
  private transient List<ProposalView> proposals;

  /** Reads the set; not there is a 404. */
  public void load() {
    view = queries.set(level, set);
    level = view.level();
  }

  public RuleSetView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  public List<RuleSetView.Row> getSets() {
    return queries.sets(level);
  }

  public List<Level> getLevels() {
    return List.of(Level.values());
  }

  public List<ProposalView> getProposals() {
    if (proposals == null) {
      proposals = queries.proposals();
    }
    return proposals;
  }

  /** Groups of parameters with their lines. */
  public List<Map.Entry<String, List<Line>>> getGroups() {
    return grouped(getView().lines());
  }

  static List<Map.Entry<String, List<Line>>> grouped(List<Line> lines) {
    Map<String, List<Line>> groups = new LinkedHashMap<>();
    for (Line line : lines) {
      groups.computeIfAbsent(line.group(), name -> new ArrayList<>()).add(line);
    }
    return new ArrayList<>(groups.entrySet());
  }

  /** A value as people read it. */
  public String shown(Line line, String value) {
    if (value == null) {
      return words.get("curriculum.rules.unset");
    }
    if (line.kind() == ParameterType.Kind.BOOLEAN) {
      return words.get("curriculum.rules." + ("true".equals(value) ? "yes" : "no"));
    }
    return line.kind() == ParameterType.Kind.CHOICE
        ? words.get("curriculum.choice." + value)
        : value;
  }

  /** Where a parameter comes from, in the reader's words. */
  public String basis(Line line) {
    return BasisText.of(language.getLanguage(), line.basis());
  }

  public Level getLevel() {
    return level;
  }

  public void setLevel(Level level) {
    this.level = level == null ? Level.BACHELOR : level;
  }

  public String getSet() {
    return set;
  }

  public void setSet(String set) {
    this.set = set;
  }
}
