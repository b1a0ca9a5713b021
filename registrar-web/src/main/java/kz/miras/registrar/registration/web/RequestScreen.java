package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RequestDesk;
import kz.miras.registrar.registration.service.RequestQueries;
import kz.miras.registrar.registration.service.RequestView;
import kz.miras.registrar.shared.Verdict;

/** A request for a decision: whom it is about, the figures, the document, deciding it. */
@Named("registrationRequest")
@ViewScoped
public class RequestScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private RequestQueries queries;
  @Inject private RequestDesk desk;
  @Inject private RegistrationCounter counter;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private String note;
  private Map<String, String> problems = Map.of();
  private transient RequestView view;

  public RequestView getView() {
    if (view == null) {
      view = queries.request(id);
    }
    return view;
  }

  public void approve() {
    told(counter.decide(id, true, note), "registration.request.done.approved");
  }

  public void reject() {
    told(counter.decide(id, false, note), "registration.request.done.rejected");
  }

  /** Tries again what is approved. */
  public void carryOut() {
    told(counter.carryOut(id), "registration.request.done.carried-out");
  }

  public void takeBack() {
    told(desk.takeBack(id), "registration.request.done.taken-back");
  }

  private void told(Verdict verdict, String done) {
    problems = notice.show(verdict);
    if (verdict.isAllowed()) {
      notice.done(done);
    }
    view = null;
  }

  /** Sends the file of the document. */
  public void download() throws IOException {
    RequestQueries.File file = queries.file(id);
    Download.attachment(file.mediaType(), file.name(), file.content());
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
