package kz.miras.registrar.curriculum.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.ParameterType;
import kz.miras.registrar.curriculum.service.RuleDesk;
import kz.miras.registrar.curriculum.service.RuleQueries;
import kz.miras.registrar.curriculum.service.RuleSetView.Line;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.Verdict;

/** Proposes a new set of rules, beginning with the values in force. */
@Named
@ViewScoped
public class ProposeRules implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private RuleQueries queries;
  @Inject private RuleDesk desk;
  @Inject private Notice notice;
  @Inject private Words words;

  private Level level = Level.BACHELOR;
  private LocalDate validFrom;
  private String basis;
  private final Map<String, String> values = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private Map<String, String> problems = Map.of();

  /** Fills the form with the rules in force today. */
  public void load() {
    lines.clear();
    for (Line line : queries.set(level, null).lines()) {
      lines.add(line);
      values.put(line.key(), line.value());
    }
  }

  /** Sends the proposal for approval. */
  public String send() {
    Verdict verdict = desk.propose(level, validFrom, basis, values);
    problems = notice.show(verdict);
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done("curriculum.rules.done.proposed");
    return "/curriculum/rules.xhtml?faces-redirect=true&level=" + level;
  }

  /** Says beside the fields why what was typed cannot be tried. */
  public void tell(Verdict verdict) {
    problems = notice.show(verdict);
  }

  public List<Map.Entry<String, List<Line>>> getGroups() {
    return RuleSetCard.grouped(lines);
  }

  /** Choices of a parameter with their names. */
  public Map<String, String> choices(Line line) {
    Map<String, String> choices = new LinkedHashMap<>();
    if (line.kind() == ParameterType.Kind.BOOLEAN) {
      choices.put(words.get("curriculum.rules.yes"), "true");
      choices.put(words.get("curriculum.rules.no"), "false");
    } else if (line.kind() == ParameterType.Kind.CHOICE) {
      Arrays.stream(line.range().split(", "))
          .forEach(name -> choices.put(words.get("curriculum.choice." + name), name));
    }
    return choices;
  }

  public boolean isChosen(Line line) {
    return line.kind() == ParameterType.Kind.BOOLEAN || line.kind() == ParameterType.Kind.CHOICE;
  }

  public Map<String, String> getValues() {
    return values;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public Level getLevel() {
    return level;
  }

  public void setLevel(Level level) {
    this.level = level == null ? Level.BACHELOR : level;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public String getBasis() {
    return basis;
  }

  public void setBasis(String basis) {
    this.basis = basis;
  }
}
