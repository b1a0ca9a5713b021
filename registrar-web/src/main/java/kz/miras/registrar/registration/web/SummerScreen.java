package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.service.summer.SummerDesk;
import kz.miras.registrar.registration.service.summer.SummerPlanDesk;
import kz.miras.registrar.registration.service.summer.SummerQueries;
import kz.miras.registrar.registration.service.summer.SummerSteps;
import kz.miras.registrar.registration.service.summer.SummerView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Again;

/** A summer semester: its plan and its life for the office, its applications for students. */
@Named("summer")
@ViewScoped
public class SummerScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/registration/summer.xhtml?faces-redirect=true&id=";

  @Inject private SummerQueries queries;
  @Inject private SummerPlanDesk desk;
  @Inject private SummerDesk counter;
  @Inject private SummerSteps steps;
  @Inject private Notice notice;
  @Inject private May may;

  private String id;
  private LocalDate from;
  private LocalDate to;
  private String decision;
  private String remark;
  private String discipline;
  private String taught = "ru";
  private final Map<String, String> purposes = new HashMap<>();
  private final Map<String, String> universities = new HashMap<>();
  private Map<String, String> problems = Map.of();
  private Verdict refused = Verdict.allowed();
  private transient SummerView view;
  private transient List<SummerView.Application> toAgree;

  /** Shows the latest semester where the address names none; there may be none. */
  public void load() {
    if (id == null || id.isBlank()) {
      List<SummerView.Other> all = queries.all();
      id = all.isEmpty() ? null : all.get(0).id();
    }
    if (id != null) {
      view = queries.plan(id);
      from = view.from();
      to = view.to();
    }
  }

  /** Whether the account decides about disciplines or checks their applications. */
  public boolean isDeciding() {
    return may.can(Permissions.RETAKE_APPROVE) || may.can(Permissions.RETAKE_CHECK);
  }

  /** Begins the plan of a semester of the calendar. */
  public String begin(String term) {
    return PAGE + desk.begin(term);
  }

  /** Sets when applications come. */
  public String setDates() {
    return after(desk.dates(id, from, to), "registration.summer.done.dates");
  }

  /** Proposes a discipline for a school. */
  public String propose() {
    return after(
        desk.propose(id, discipline, Language.of(taught)), "registration.summer.done.proposed");
  }

  /** Takes a discipline out of the draft. */
  public String remove(String line) {
    return after(desk.remove(line), "registration.summer.done.removed");
  }

  /** Submits the plan. */
  public String submit() {
    return after(desk.submit(id), "registration.summer.done.submitted");
  }

  /** Approves the plan. */
  public String approve() {
    return after(desk.approve(id, decision), "registration.summer.done.approved");
  }

  /** Gives the plan back. */
  public String giveBack() {
    return after(desk.giveBack(id, remark), "registration.summer.done.returned");
  }

  /** Closes the semester. */
  public String close() {
    return after(Again.of(() -> desk.close(id)), "registration.summer.done.closed");
  }

  /** The student behind the account applies. */
  public String apply(String line) {
    refused = Again.of(() -> counter.apply(null, line, purpose(line), universities.get(line)));
    if (!refused.isAllowed()) {
      notice.show(refused);
      problems = Map.of(line, "");
      return null;
    }
    notice.done("registration.summer.done.applied");
    return PAGE + id;
  }

  private SummerPurpose purpose(String line) {
    String chosen = purposes.get(line);
    return chosen == null || chosen.isEmpty() ? null : SummerPurpose.valueOf(chosen);
  }

  /** The student behind the account takes an application back. */
  public String withdraw(String application) {
    return after(
        Again.of(() -> counter.withdraw(application)), "registration.summer.done.withdrawn");
  }

  /** Applications the caller may agree to as adviser or dean. */
  public List<SummerView.Application> getToAgree() {
    if (toAgree == null) {
      toAgree = id != null && may.can(Permissions.RETAKE_AGREE) ? steps.toAgree(id) : List.of();
    }
    return toAgree;
  }

  /** Agrees to the application of an advisee, or of a student of the school. */
  public String agree(String application) {
    return after(Again.of(() -> steps.agree(application)), "registration.summer.done.agreed");
  }

  private String after(Verdict verdict, String done) {
    problems = notice.show(verdict);
    // a part may be done where another part was refused
    view = null;
    toAgree = null;
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done(done);
    return PAGE + id;
  }

  /** What stands against submitting the draft. */
  public Verdict getFindings() {
    return desk.check(id);
  }

  /** The semester; null where there is none to be seen. */
  public SummerView getView() {
    if (view == null && id != null) {
      view = queries.plan(id);
    }
    return view;
  }

  public List<SummerView.Other> getAll() {
    return queries.all();
  }

  /** Semesters of the calendar without a plan, for who may begin one. */
  public List<String> getWithoutPlan() {
    return may.can("summer.plan") ? queries.withoutPlan() : List.of();
  }

  /**
   * Whether the caller reads what the semester comes to; of a plan that holds there is something.
   */
  public boolean isReported() {
    return may.can(Permissions.SUMMER_REPORT_READ) && getView().status().isApproved();
  }

  /** Whether a student reads the page. */
  public boolean isStudent() {
    return may.can(Permissions.RETAKE_APPLY);
  }

  public SummerPurpose[] getAllPurposes() {
    return SummerPurpose.values();
  }

  public Map<String, String> getPurposes() {
    return purposes;
  }

  public Map<String, String> getUniversities() {
    return universities;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public Verdict getRefused() {
    return refused;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }

  public String getRemark() {
    return remark;
  }

  public void setRemark(String remark) {
    this.remark = remark;
  }

  public String getDiscipline() {
    return discipline;
  }

  public void setDiscipline(String discipline) {
    this.discipline = discipline;
  }

  public String getTaught() {
    return taught;
  }

  public void setTaught(String taught) {
    this.taught = taught;
  }
}
