package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.elective.DemandSendDesk;
import kz.miras.registrar.registration.service.elective.DemandSendDesk.OfTerm;
import kz.miras.registrar.shared.Verdict;

/** The demand of whole terms goes to the departments. */
@Named("demandSending")
@ViewScoped
public class DemandSending implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private DemandSendDesk desk;
  @Inject private Notice notice;

  private transient List<OfTerm> terms;

  /** Sends the demand of a term. */
  public void send(String term) {
    Verdict verdict = desk.send(term);
    notice.show(verdict);
    if (verdict.isAllowed()) {
      notice.done("registration.demand.done.sent");
    }
    terms = null;
  }

  public List<OfTerm> getTerms() {
    if (terms == null) {
      terms = desk.terms();
    }
    return terms;
  }
}
