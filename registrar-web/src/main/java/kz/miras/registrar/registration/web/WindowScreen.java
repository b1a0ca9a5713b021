package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.WindowDesk;
import kz.miras.registrar.registration.service.WindowQueries;
import kz.miras.registrar.registration.service.WindowView;
import kz.miras.registrar.shared.Verdict;

/** One window of registration: whom it concerns, its waves, approving it, taking it away. */
@Named("registrationWindow")
@ViewScoped
public class WindowScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private WindowQueries queries;
  @Inject private WindowDesk desk;
  @Inject private Notice notice;
  @Inject private May may;

  private String id = KeptAddress.parameter("id");
  private Integer seen;
  private String reason;
  private Map<String, String> problems = Map.of();
  private transient WindowView view;
  private transient WindowView.Students students;

  public WindowView getView() {
    if (view == null) {
      view = queries.window(id);
      seen = seen == null ? Integer.valueOf(view.version()) : seen;
    }
    return view;
  }

  public WindowView.Students getStudents() {
    if (students == null) {
      students = queries.students(id);
    }
    return students;
  }

  /** Puts what is shown in force. */
  public void approve() {
    getView();
    Verdict verdict =
        desk.approve(List.of(new WindowDesk.Seen(UUID.fromString(view.id()), seen)))
            .get(0)
            .verdict();
    problems = notice.show(verdict);
    if (verdict.isAllowed()) {
      notice.done("registration.window.done.approved");
    }
    view = null;
    seen = null;
  }

  /** Takes it away. */
  public String remove() {
    Verdict verdict = desk.remove(UUID.fromString(getView().id()), reason);
    problems = notice.show(verdict);
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done("registration.window.done.removed");
    return "/office/list.xhtml?faces-redirect=true&list=windows";
  }

  /** Whether the caller may take this one away. */
  public boolean isRemovable() {
    return may.can(
        getView().inForce() == null ? Permissions.WINDOW_EDIT : Permissions.WINDOW_APPROVE);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
