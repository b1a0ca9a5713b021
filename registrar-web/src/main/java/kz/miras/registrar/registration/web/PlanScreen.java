package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.service.PlanApprovalDesk;
import kz.miras.registrar.registration.service.PlanApprovalDesk.Findings;
import kz.miras.registrar.registration.service.PlanApprovalDesk.Seen;
import kz.miras.registrar.registration.service.PlanFile;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/** One individual study plan: its terms, what the rules say, what changed, and decisions. */
@Named("studyPlan")
@ViewScoped
public class PlanScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private PlanQueries queries;
  @Inject private PlanApprovalDesk desk;
  @Inject private Notice notice;
  @Inject private PlanFile file;
  @Inject private LanguageChoice language;
  @Inject private May may;

  private String id = KeptAddress.parameter("id");
  private final Map<Long, String> remarks = new HashMap<>();
  private final Map<Long, Boolean> chosen = new HashMap<>();
  private Integer seen;
  private Map<String, String> problems = Map.of();
  private transient PlanView view;
  private transient Findings findings;
  private transient Boolean deanSigns;
  private transient PlanQueries.Sealed sealed;

  public PlanView getView() {
    if (view == null) {
      view = queries.plan(key());
      if (seen == null) {
        shown(view);
      }
    }
    return view;
  }

  /** What is shown is what is decided about: all of it, unless lines are left out. */
  private void shown(PlanView plan) {
    seen = plan.version();
    chosen.clear();
    plan.lines().stream()
        .filter(line -> isOpen(plan, line))
        .forEach(line -> chosen.put(line.key(), true));
  }

  /** Whether the caller may decide about a line by itself. */
  public boolean isOpen(PlanView.Line line) {
    return isOpen(getView(), line);
  }

  private boolean isOpen(PlanView plan, PlanView.Line line) {
    return may.can(Permissions.PLAN_APPROVE) && plan.lets(line, PlanLineStatus.APPROVED)
        || may.can(Permissions.PLAN_CONFIRM) && plan.lets(line, PlanLineStatus.REGISTERED);
  }

  private Seen seen() {
    getView();
    return new Seen(key(), seen);
  }

  private UUID key() {
    return PublicId.parse(id).orElseThrow(() -> new RegistrarException.NotFound("plan", id));
  }

  /** Whether its history is as it was written. */
  public PlanQueries.Sealed getSealed() {
    if (sealed == null) {
      sealed = queries.sealed(key());
    }
    return sealed;
  }

  /** What the rules say of it; asked only by those who decide. */
  public Findings getFindings() {
    if (findings == null) {
      findings = desk.findings(key());
    }
    return findings;
  }

  public boolean isDecider() {
    return may.can(Permissions.PLAN_APPROVE)
        || may.can(Permissions.PLAN_CONFIRM)
        || may.can(Permissions.PLAN_SIGN);
  }

  /** Whether the adviser may approve something now. */
  public boolean isApprovable() {
    return may.can(Permissions.PLAN_APPROVE) && getView().lets(PlanLineStatus.APPROVED);
  }

  /** Whether something lies with the office, signed or not. */
  private boolean isWithOffice() {
    return may.can(Permissions.PLAN_CONFIRM) && getView().lets(PlanLineStatus.REGISTERED);
  }

  /** Whether the office waits for the dean's signature. */
  public boolean isUnsigned() {
    return isWithOffice() && !getView().isSigned() && isDeanSigning();
  }

  /** Whether the office may confirm something now. */
  public boolean isConfirmable() {
    return isWithOffice() && !isUnsigned();
  }

  /** Whether lines are ticked to be approved or confirmed. */
  public boolean isTicked() {
    return isApprovable() || isConfirmable();
  }

  /** Whether the dean may sign it now. */
  public boolean isSignable() {
    return may.can(Permissions.PLAN_SIGN) && getView().isSignable() && isDeanSigning();
  }

  /** Whether the rules ask for a signature: read once, for the page asks with every line. */
  private boolean isDeanSigning() {
    if (deanSigns == null) {
      deanSigns = desk.isSigned(key());
    }
    return deanSigns;
  }

  /** Whether the caller may give something back now. */
  public boolean isReturnable() {
    return isApprovable() || isWithOffice() || isSignable();
  }

  public List<PlanView.Line> lines(String term) {
    return getView().lines().stream().filter(line -> line.term().equals(term)).toList();
  }

  /** The plan on paper, in the user's language. */
  public void print() throws IOException {
    Download.pdf(
        getView().studentNo(), file.print(List.of(key()), List.of(language.getLanguage())));
  }

  /** The plan on paper, a copy in each language. */
  public void printAll() throws IOException {
    Download.pdf(getView().studentNo(), file.print(List.of(key()), List.of(Language.values())));
  }

  /** Approves the chosen lines that lie with the adviser. */
  public void approve() {
    List<Long> keys = chosen(PlanLineStatus.APPROVED);
    if (!keys.isEmpty()) {
      told(desk.approve(seen(), keys), "registration.plan.approved");
    }
  }

  /** Confirms the chosen lines that are approved. */
  public void confirm() {
    List<Long> keys = chosen(PlanLineStatus.REGISTERED);
    if (!keys.isEmpty()) {
      told(desk.confirm(seen(), keys), "registration.plan.confirmed");
    }
  }

  /** Lines that are ticked; one with a remark is about to be given back. */
  private List<Long> chosen(PlanLineStatus to) {
    List<Long> keys =
        getView().lines().stream()
            .filter(line -> getView().lets(line, to))
            .map(PlanView.Line::key)
            .filter(key -> Boolean.TRUE.equals(chosen.get(key)))
            .filter(key -> remarks.get(key) == null || remarks.get(key).isBlank())
            .toList();
    if (keys.isEmpty()) {
      notice.warn("registration.plan.none-chosen");
    }
    return keys;
  }

  public void sign() {
    told(desk.sign(List.of(seen())).get(0).verdict(), "registration.plan.signed");
  }

  /** Gives back every line with a remark. */
  public void giveBack() {
    Map<Long, String> written = new HashMap<>();
    remarks.forEach(
        (line, remark) -> {
          if (remark != null && !remark.isBlank()) {
            written.put(line, remark.strip());
          }
        });
    Verdict verdict = desk.giveBack(seen(), written);
    if (verdict.isAllowed()) {
      remarks.clear();
    }
    told(verdict, "registration.plan.given-back");
  }

  private void told(Verdict verdict, String done) {
    problems = notice.show(verdict);
    if (verdict.isAllowed()) {
      notice.done(done);
    }
    view = null;
    findings = null;
    deanSigns = null;
    seen = null;
  }

  public Map<Long, String> getRemarks() {
    return remarks;
  }

  public Map<Long, Boolean> getChosen() {
    return chosen;
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
}
