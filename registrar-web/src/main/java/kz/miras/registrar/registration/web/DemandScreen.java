package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.elective.DemandDesk;
import kz.miras.registrar.registration.service.elective.DemandView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;

/** The demand for a discipline before it has groups, and what is decided about it. */
@Named("demand")
@ViewScoped
public class DemandScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String LIST = "/office/list.xhtml?faces-redirect=true&list=demand";

  @Inject private DemandDesk desk;
  @Inject private Notice notice;

  private String of;
  private Integer groups;
  private Integer capacity;
  private String why;
  private String into;
  private String mergeReason;
  private String refusalReason;
  private Map<String, String> problems = Map.of();
  private transient DemandView view;

  public void load() {
    view = desk.demand(of);
    if (groups == null) {
      groups = view.proposed();
      capacity = view.most();
    }
  }

  /** Offers it with groups. */
  public String open() {
    Verdict verdict =
        desk.open(of, groups == null ? 0 : groups, capacity == null ? 0 : capacity, why);
    return after(verdict, "registration.demand.done.opened");
  }

  /** Lets its students join those of another language. */
  public String merge() {
    Verdict verdict = desk.merge(of, into == null ? null : Language.of(into), mergeReason);
    return after(verdict, "registration.demand.done.merged");
  }

  /** Does not offer it. */
  public String refuse() {
    Verdict verdict = desk.refuse(of, refusalReason);
    return after(verdict, "registration.demand.done.returned");
  }

  private String after(Verdict verdict, String done) {
    problems = notice.show(verdict);
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done(done);
    return LIST;
  }

  public DemandView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  /** Tags of the other languages. */
  public List<String> getOthers() {
    return List.of("kk", "ru", "en").stream()
        .filter(tag -> !tag.equals(getView().language()))
        .toList();
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getOf() {
    return of;
  }

  public void setOf(String of) {
    this.of = of;
  }

  public Integer getGroups() {
    return groups;
  }

  public void setGroups(Integer groups) {
    this.groups = groups;
  }

  public Integer getCapacity() {
    return capacity;
  }

  public void setCapacity(Integer capacity) {
    this.capacity = capacity;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  public String getInto() {
    return into;
  }

  public void setInto(String into) {
    this.into = into;
  }

  public String getMergeReason() {
    return mergeReason;
  }

  public void setMergeReason(String mergeReason) {
    this.mergeReason = mergeReason;
  }

  public String getRefusalReason() {
    return refusalReason;
  }

  public void setRefusalReason(String refusalReason) {
    this.refusalReason = refusalReason;
  }
}
