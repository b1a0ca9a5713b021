package kz.miras.registrar.curriculum.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import kz.miras.registrar.curriculum.service.ProposalView;
import kz.miras.registrar.curriculum.service.RuleDesk;
import kz.miras.registrar.curriculum.service.RuleQueries;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Verdict;

/** One proposal of rules: what it changes, and its decision. */
@Named
@ViewScoped
public class RuleProposalCard implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private RuleQueries queries;
  @Inject private RuleDesk desk;
  @Inject private Notice notice;

  private long id;
  private String decision;
  private Map<String, String> problems = Map.of();
  private transient ProposalView view;

  /** Reads it; not there is a 404. */
  public void load() {
    view = queries.proposal(id);
  }

  public String approve() {
    return after(desk.approve(id, decision), "curriculum.rules.done.approved");
  }

  public String reject() {
    return after(desk.reject(id, decision), "curriculum.rules.done.rejected");
  }

  public String withdraw() {
    return after(desk.withdraw(id), "curriculum.rules.done.withdrawn");
  }

  private String after(Verdict verdict, String done) {
    problems = notice.show(verdict);
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done(done);
    return "/curriculum/rule-proposal.xhtml?faces-redirect=true&id=" + id;
  }

  public ProposalView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }
}
