package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.miras.registrar.attestation.service.room.WorkDesk;
import kz.miras.registrar.attestation.service.room.WorksView;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/** Coded works for whoever marks them: codes, and no names. */
@Named("works")
@ViewScoped
public class WorksScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private WorkDesk desk;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private final Map<String, String> typed = new HashMap<>();
  private final Map<String, String> seen = new HashMap<>();
  private final Map<String, String> problems = new HashMap<>();
  private transient WorksView view;

  /** The works; what was typed and refused stays as it was typed. */
  public WorksView getView() {
    if (view == null) {
      view = desk.view(id);
      for (WorksView.Line line : view.lines()) {
        seen.putIfAbsent(line.code(), text(line.score()));
        typed.putIfAbsent(line.code(), text(line.score()));
      }
    }
    return view;
  }

  private static String text(Integer score) {
    return score == null ? "" : score.toString();
  }

  /** Stores what was changed; what is refused stands beside its code. */
  public void store() {
    List<WorkDesk.Marked> changed = new ArrayList<>();
    for (WorksView.Line line : getView().lines()) {
      String before = seen.get(line.code());
      String now = Objects.requireNonNullElse(typed.get(line.code()), "").strip();
      if (!now.equals(before)) {
        changed.add(
            new WorkDesk.Marked(
                line.code(), now, before.isEmpty() ? null : Integer.valueOf(before)));
      }
    }
    problems.clear();
    try {
      Map<String, Refusal> refused = desk.mark(id, changed);
      // what was refused stays as it was typed, everything else is read anew
      typed.keySet().retainAll(refused.keySet());
      seen.clear();
      refused.forEach((code, why) -> problems.put(code, notice.text(why)));
      if (refused.isEmpty()) {
        notice.say("attestation.coding.stored");
      }
    } catch (RegistrarException.Refused refused) {
      notice.show(new Verdict(refused.refusals(), List.of(), false));
    }
    view = null;
  }

  /** A refusal as a sentence. */
  public String text(Refusal refusal) {
    return notice.text(refusal);
  }

  public Map<String, String> getTyped() {
    return typed;
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
