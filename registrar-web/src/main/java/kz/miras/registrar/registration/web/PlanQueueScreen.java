package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.LateAdvisers;
import kz.miras.registrar.registration.service.PlanApprovalDesk;
import kz.miras.registrar.registration.service.PlanApprovalDesk.Decided;
import kz.miras.registrar.registration.service.PlanApprovalDesk.Seen;
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

  private static final Map<String, String> RIGHTS = new LinkedHashMap<>();

  static {
    RIGHTS.put("approve", Permissions.PLAN_APPROVE);
    RIGHTS.put("sign", Permissions.PLAN_SIGN);
    RIGHTS.put("confirm", Permissions.PLAN_CONFIRM);
  }

  private final String asked = KeptAddress.parameter("duty");
  private final Map<UUID, Boolean> chosen = new HashMap<>();
  private final Map<UUID, Integer> versions = new HashMap<>();
  private List<Decided> refused = List.of();
  private boolean more;
  private transient List<Waiting> waiting;
  private transient List<LateAdvisers.Late> late;

  /** What the caller may decide here, each with a queue of its own: approve, sign, confirm. */
  public List<String> getDuties() {
    return RIGHTS.entrySet().stream()
        .filter(right -> may.can(right.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What is decided now: as the address says, or the first. */
  public String getDuty() {
    List<String> duties = getDuties();
    return duties.contains(asked) ? asked : duties.isEmpty() ? "confirm" : duties.get(0);
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
      more = waiting.size() > PlanQueue.MOST;
      waiting = waiting.subList(0, Math.min(PlanQueue.MOST, waiting.size()));
      waiting.forEach(one -> versions.putIfAbsent(one.id(), one.version()));
    }
    return waiting;
  }

  /** Decides about the chosen plans; those with open questions stay, with the reasons. */
  public void decide() {
    List<Seen> seen =
        getWaiting().stream()
            .filter(one -> Boolean.TRUE.equals(chosen.get(one.id())))
            .map(one -> new Seen(one.id(), versions.get(one.id())))
            .toList();
    if (seen.isEmpty()) {
      notice.warn("registration.queue.none-chosen");
      return;
    }
    List<Decided> decided =
        switch (getDuty()) {
          case "approve" -> desk.approveAll(seen);
          case "sign" -> desk.sign(seen);
          default -> desk.confirmAll(seen);
        };
    refused = decided.stream().filter(one -> !one.verdict().isAllowed()).toList();
    notice.say("registration.queue.done", decided.size() - refused.size(), refused.size());
    chosen.clear();
    versions.clear();
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

  /** Whether more plans wait than are shown. */
  public boolean isMore() {
    getWaiting();
    return more;
  }

  /** How many are shown at most. */
  public int getMost() {
    return PlanQueue.MOST;
  }

  public Map<UUID, Boolean> getChosen() {
    return chosen;
  }

  public List<Decided> getRefused() {
    return refused;
  }
}
