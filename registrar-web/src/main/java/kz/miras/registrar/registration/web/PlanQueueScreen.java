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
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.LateAdvisers;
import kz.miras.registrar.registration.service.PlanApprovalDesk;
import kz.miras.registrar.registration.service.PlanApprovalDesk.Decided;
import kz.miras.registrar.registration.service.PlanFile;
import kz.miras.registrar.registration.service.PlanQueue;
import kz.miras.registrar.registration.service.PlanQueue.Waiting;

/** The queue of plans of an adviser, a dean or the office, many decided at once. */
@Named("planQueue")
@ViewScoped
public class PlanQueueScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private PlanQueue queue;
  @Inject private PlanApprovalDesk desk;
  @Inject private Notice notice;
  @Inject private May may;
  @Inject private LateAdvisers advisers;
  @Inject private PlanFile file;
  @Inject private LanguageChoice language;

  private final Map<UUID, Boolean> chosen = new HashMap<>();
  private List<Decided> refused = List.of();
  private transient List<Waiting> waiting;
  private transient List<LateAdvisers.Late> late;

  /** What the caller decides here: approve, sign or confirm. */
  public String getDuty() {
    if (may.can(Permissions.PLAN_APPROVE)) {
      return "approve";
    }
    return may.can(Permissions.PLAN_SIGN) ? "sign" : "confirm";
  }

  /** Whether the caller decides anything here: a dean does only where deans sign. */
  public boolean isDeciding() {
    return !getDuty().equals("sign") || queue.isSigned();
  }

  /** Advisers who are late, for those who may have them replaced. */
  public List<LateAdvisers.Late> getLate() {
    if (late == null) {
      late = may.can(Permissions.ADVISER_REPLACE) ? advisers.all() : List.of();
    }
    return late;
  }

  public List<Waiting> getWaiting() {
    if (waiting == null) {
      waiting =
          switch (getDuty()) {
            case "approve" -> queue.toApprove();
            case "sign" -> queue.toSign();
            default -> queue.toConfirm();
          };
    }
    return waiting;
  }

  /** Decides about the chosen plans; those with open questions stay, with the reasons. */
  public void decide() {
    List<UUID> ids =
        getWaiting().stream()
            .map(Waiting::id)
            .filter(id -> Boolean.TRUE.equals(chosen.get(id)))
            .toList();
    if (ids.isEmpty()) {
      notice.warn("registration.queue.none-chosen");
      return;
    }
    List<Decided> decided =
        switch (getDuty()) {
          case "approve" -> desk.approveAll(ids);
          case "sign" -> desk.sign(ids);
          default -> desk.confirmAll(ids);
        };
    refused = decided.stream().filter(one -> !one.verdict().isAllowed()).toList();
    notice.say("registration.queue.done", decided.size() - refused.size(), refused.size());
    chosen.clear();
    waiting = null;
  }

  /** The chosen plans on paper, in one file. */
  public void print() throws IOException {
    List<UUID> ids =
        getWaiting().stream()
            .map(Waiting::id)
            .filter(id -> Boolean.TRUE.equals(chosen.get(id)))
            .toList();
    if (ids.isEmpty()) {
      notice.warn("registration.queue.none-chosen");
      return;
    }
    Download.pdf("plans", file.print(ids, List.of(language.getLanguage())));
  }

  public Map<UUID, Boolean> getChosen() {
    return chosen;
  }

  public List<Decided> getRefused() {
    return refused;
  }
}
