package kz.miras.registrar.curriculum.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.service.CatalogueDesk;
import kz.miras.registrar.curriculum.service.CatalogueQueries;
import kz.miras.registrar.curriculum.service.CurriculumView;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Verdict;

/** A working curriculum, term by term, with what stands against it. */
@Named
@ViewScoped
public class PlanCard implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private CatalogueQueries queries;
  @Inject private CatalogueDesk desk;
  @Inject private Notice notice;

  private String programme;
  private int year;
  private Long plan;
  private Long line;
  private String decision;
  private String reason;
  private Integer toYear;
  private Map<String, String> problems = Map.of();
  private transient CurriculumView view;

  /** Reads it, named by programme and year, by its key or by one of its lines. */
  public void load() {
    if (programme == null) {
      CatalogueQueries.PlanName name =
          plan != null ? queries.plan(plan) : queries.planOfLine(line == null ? -1 : line);
      programme = name.programme();
      year = name.admissionYear();
    }
    view = queries.curriculum(programme, year);
    if (toYear == null) {
      toYear = year + 1;
    }
  }

  /** Writes the approval down. */
  public String approve() {
    return after(desk.approve(programme, year, decision), "curriculum.plan.done.approved", year);
  }

  /** Opens it for changes again. */
  public String reopen() {
    return after(desk.reopen(programme, year, reason), "curriculum.plan.done.reopened", year);
  }

  /** Takes a discipline out. */
  public String remove(String discipline) {
    return after(desk.remove(programme, year, discipline), "curriculum.plan.done.removed", year);
  }

  /** Makes the plan of another year from it. */
  public String copy() {
    int target = toYear == null ? 0 : toYear;
    return after(desk.copy(programme, year, target), "curriculum.plan.done.copied", target);
  }

  private String after(Verdict verdict, String done, int target) {
    problems = notice.show(verdict);
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done(done);
    return "/curriculum/plan.xhtml?faces-redirect=true&programme=" + programme + "&year=" + target;
  }

  /** Cycles the plan has, in their order. */
  public List<Cycle> getCycles() {
    return new ArrayList<>(getView().cycles().keySet());
  }

  public CurriculumView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public Long getPlan() {
    return plan;
  }

  public void setPlan(Long plan) {
    this.plan = plan;
  }

  public Long getLine() {
    return line;
  }

  public void setLine(Long line) {
    this.line = line;
  }

  public String getProgramme() {
    return programme;
  }

  public void setProgramme(String programme) {
    this.programme = programme;
  }

  public int getYear() {
    return year;
  }

  public void setYear(int year) {
    this.year = year;
  }

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Integer getToYear() {
    return toYear;
  }

  public void setToYear(Integer toYear) {
    this.toYear = toYear;
  }
}
