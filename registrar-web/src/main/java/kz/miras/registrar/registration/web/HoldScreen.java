package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.HoldDesk;
import kz.miras.registrar.registration.service.HoldQueries;
import kz.miras.registrar.registration.service.HoldView;
import kz.miras.registrar.shared.Verdict;

/** One hold: what it says, and removing it. */
@Named("hold")
@ViewScoped
public class HoldScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private HoldQueries queries;
  @Inject private HoldDesk desk;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private String why;
  private Map<String, String> problems = Map.of();
  private transient HoldView view;

  public HoldView getView() {
    if (view == null) {
      view = queries.hold(id);
    }
    return view;
  }

  /** Removes it. */
  public void remove() {
    Verdict verdict = desk.remove(id, why);
    problems = notice.show(verdict);
    if (verdict.isAllowed()) {
      notice.done("registration.hold.done.removed");
      view = null;
    }
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
