package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.WindowDesk;
import kz.miras.registrar.registration.service.WindowDesk.Seen;
import kz.miras.registrar.registration.service.WindowQueries;
import kz.miras.registrar.registration.service.WindowView;
import kz.miras.registrar.shared.Refusal;

/** Windows that wait for approval, several approved at once. */
@Named("windowApprovals")
@ViewScoped
public class WindowApprovals implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private WindowQueries queries;
  @Inject private WindowDesk desk;
  @Inject private Notice notice;

  private final Map<String, Boolean> chosen = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private Map<String, List<Refusal>> refused = Map.of();
  private transient List<WindowView> waiting;

  public List<WindowView> getWaiting() {
    if (waiting == null) {
      waiting = queries.waiting();
      waiting.forEach(window -> seen.putIfAbsent(window.id(), window.version()));
    }
    return waiting;
  }

  /** Approves those chosen, each as it was shown. */
  public void approve() {
    List<Seen> wanted =
        chosen.entrySet().stream()
            .filter(one -> Boolean.TRUE.equals(one.getValue()) && seen.containsKey(one.getKey()))
            .map(one -> new Seen(UUID.fromString(one.getKey()), seen.get(one.getKey())))
            .toList();
    if (wanted.isEmpty()) {
      notice.warn("registration.window.none-chosen");
      return;
    }
    refused = new HashMap<>();
    for (WindowDesk.Answer answer : desk.approve(wanted)) {
      if (!answer.verdict().isAllowed()) {
        refused.put(answer.id().toString(), answer.verdict().refusals());
      }
    }
    if (refused.size() < wanted.size()) {
      notice.done("registration.window.done.approved");
    }
    chosen.clear();
    seen.clear();
    waiting = null;
  }

  /** Why one of those chosen was not approved. */
  public List<Refusal> refused(String id) {
    return refused.getOrDefault(id, List.of());
  }

  public Map<String, Boolean> getChosen() {
    return chosen;
  }
}
