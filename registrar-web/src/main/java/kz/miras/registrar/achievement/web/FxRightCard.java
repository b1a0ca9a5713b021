package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import kz.miras.registrar.achievement.service.FxDesk;
import kz.miras.registrar.achievement.service.FxQueries;
import kz.miras.registrar.achievement.service.FxSlipFile;
import kz.miras.registrar.achievement.service.FxView;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** One right of an FX retake: asked for, paid, given its slip. */
@Named("fxRight")
@ViewScoped
public class FxRightCard implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private FxQueries queries;
  @Inject private FxDesk desk;
  @Inject private FxSlipFile file;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private LocalDate paidOn;
  private String document;
  private Map<String, String> problems = Map.of();
  private transient FxView view;

  public FxView getView() {
    if (view == null) {
      view = queries.right(id);
    }
    return view;
  }

  /** Asks for the retake. */
  public void ask() {
    desk.ask(id);
    view = null;
    notice.say("achievement.fx.asked");
  }

  /** Marks the payment. */
  public void pay() {
    try {
      desk.pay(id, paidOn, document);
      view = null;
      notice.say("achievement.fx.paid");
    } catch (RegistrarException.Refused e) {
      problems = notice.show(e);
    }
  }

  /** Issues the slip. */
  public void issue() {
    desk.issue(id);
    view = null;
    notice.say("achievement.fx.issued");
  }

  /** Shows the slip. */
  public void print() throws IOException {
    Download.pdf(getView().slipNo(), file.print(id, language.getLanguage()));
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

  public LocalDate getPaidOn() {
    return paidOn;
  }

  public void setPaidOn(LocalDate paidOn) {
    this.paidOn = paidOn;
  }

  public String getDocument() {
    return document;
  }

  public void setDocument(String document) {
    this.document = document;
  }
}
