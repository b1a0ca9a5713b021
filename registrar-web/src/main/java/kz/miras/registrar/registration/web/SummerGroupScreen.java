package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.service.summer.ElsewhereDesk;
import kz.miras.registrar.registration.service.summer.SummerDesk;
import kz.miras.registrar.registration.service.summer.SummerQueries;
import kz.miras.registrar.registration.service.summer.SummerSteps;
import kz.miras.registrar.registration.service.summer.SummerView;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Again;

/** A discipline of the summer semester: who has applied, who has paid, and what is decided. */
@Named("summerGroup")
@ViewScoped
public class SummerGroupScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String PAGE =
      "/registration/summer-discipline.xhtml?faces-redirect=true&id=";

  @Inject private SummerQueries queries;
  @Inject private SummerDesk desk;
  @Inject private ElsewhereDesk elsewhere;
  @Inject private SummerSteps steps;
  @Inject private Notice notice;

  private String id;
  private int groups = 1;
  private Integer capacity;
  private String reason;
  private String who;
  private String university;
  private SummerPurpose purpose = SummerPurpose.DEBT;
  private Map<String, String> problems = Map.of();
  private List<SummerDesk.Left> left = List.of();
  private transient SummerQueries.Group group;

  public void load() {
    group = queries.group(id);
    if (capacity == null) {
      capacity = Math.max(group.line().minimum(), group.line().applications());
    }
  }

  /** Opens groups. */
  public String open() {
    return opened(Again.of(() -> desk.open(id, groups, capacity == null ? 0 : capacity)));
  }

  /** Teaches the few at a price of their own. */
  public String individual() {
    return opened(Again.of(() -> desk.individual(id)));
  }

  private String opened(SummerDesk.Opened opened) {
    left = opened.left();
    if (opened.verdict().isAllowed()) {
      group = null;
    }
    if (opened.verdict().isAllowed() && !left.isEmpty()) {
      notice.say("registration.summer.done.opened-part", opened.done(), left.size());
      return null;
    }
    return after(opened.verdict(), "registration.summer.done.opened");
  }

  /** Does not teach it. */
  public String refuse() {
    Verdict verdict = Again.of(() -> desk.refuse(id, reason));
    return after(verdict, "registration.summer.done.refused");
  }

  /** Applies for a student. */
  public String apply() {
    if (who == null || who.isBlank()) {
      notice.warn("registration.summer.who-missing");
      return null;
    }
    return after(
        Again.of(() -> desk.apply(who.strip(), id, purpose, university)),
        "registration.summer.done.applied-for");
  }

  /** Accepts study at another university. */
  public String acceptElsewhere(String application) {
    return after(elsewhere.accept(application), "registration.summer.done.elsewhere");
  }

  /** Marks an application as checked. */
  public String check(String application) {
    return after(Again.of(() -> steps.check(application)), "registration.summer.done.checked");
  }

  /**
   * Marks every application that waits for it as checked; what hinders one does not hinder others.
   */
  public String checkAll() {
    Verdict verdict = Verdict.allowed();
    for (SummerView.Application one : getGroup().applications()) {
      if (one.isToCheck()) {
        verdict = verdict.and(Again.of(() -> steps.check(one.id())));
      }
    }
    return after(verdict, "registration.summer.done.checked");
  }

  /** Whether any application waits to be checked. */
  public boolean isToCheck() {
    return getGroup().applications().stream().anyMatch(SummerView.Application::isToCheck);
  }

  /** Asks once more to let in whom the rules did not. */
  public String accept(String application) {
    return after(Again.of(() -> steps.accept(application)), "registration.summer.done.accepted");
  }

  /** Refuses one student with the reason typed. */
  public String reject(String application) {
    return after(
        Again.of(() -> desk.reject(application, reason)), "registration.summer.done.rejected");
  }

  private String after(Verdict verdict, String done) {
    problems = notice.show(verdict);
    // a part may be done where another part was refused
    group = null;
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done(done);
    return PAGE + id;
  }

  public SummerQueries.Group getGroup() {
    if (group == null) {
      group = queries.group(id);
    }
    return group;
  }

  public SummerPurpose[] getPurposes() {
    return SummerPurpose.values();
  }

  public List<SummerDesk.Left> getLeft() {
    return left;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public int getGroups() {
    return groups;
  }

  public void setGroups(int groups) {
    this.groups = groups;
  }

  public Integer getCapacity() {
    return capacity;
  }

  public void setCapacity(Integer capacity) {
    this.capacity = capacity;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getWho() {
    return who;
  }

  public void setWho(String who) {
    this.who = who;
  }

  public String getUniversity() {
    return university;
  }

  public void setUniversity(String university) {
    this.university = university;
  }

  public SummerPurpose getPurpose() {
    return purpose;
  }

  public void setPurpose(SummerPurpose purpose) {
    this.purpose = purpose;
  }
}
