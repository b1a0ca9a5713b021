package kz.miras.registrar.attestation.web.commission;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import kz.miras.registrar.attestation.commission.Appearance;
import kz.miras.registrar.attestation.commission.ProtocolText;
import kz.miras.registrar.attestation.service.commission.ProtocolDesk;
import kz.miras.registrar.attestation.service.commission.ProtocolView;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/** The protocol of a student before an attestation commission. */
@Named("defence")
@ViewScoped
public class DefenceScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int QUESTIONS = 5;

  @Inject private ProtocolDesk desk;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private final TypedProtocol typed = new TypedProtocol();
  private String reason;
  private Map<String, String> problems = Map.of();
  private transient ProtocolView view;

  public ProtocolView getView() {
    if (view == null) {
      view = desk.view(id);
    }
    return view;
  }

  /** Begins with what is kept; there is always room for more questions. */
  public void begin() {
    typed.begin(getView().text(), QUESTIONS);
  }

  private String to(String protocol) {
    return "/attestation/defence.xhtml?faces-redirect=true&id=" + protocol;
  }

  public String save() {
    return step(() -> desk.write(id, text()), "attestation.ak.kept", id);
  }

  /** Keeps it and goes on with the next of the meeting. */
  public String saveNext() {
    String next = getView().after();
    return step(() -> desk.write(id, text()), "attestation.ak.kept", next == null ? id : next);
  }

  public String sign() {
    return step(() -> desk.sign(id), "attestation.ak.signed", id);
  }

  /** Begins the protocol that is to stand in its place, and goes to it. */
  public String correct() {
    try {
      String begun = desk.correct(id, reason);
      notice.done("attestation.ak.correcting");
      return to(begun);
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      view = null;
      return null;
    }
  }

  public String remove() {
    String meeting = getView().where().meeting();
    desk.remove(id);
    notice.done("attestation.ak.removed");
    return "/attestation/meeting.xhtml?faces-redirect=true&id=" + meeting;
  }

  private String step(Runnable work, String said, String next) {
    try {
      work.run();
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      view = null;
      return null;
    }
    notice.done(said);
    return to(next);
  }

  private ProtocolText text() {
    return typed.text(getView().text().kind());
  }

  /** A reason in words. */
  public String told(Refusal why) {
    return notice.text(why);
  }

  public Appearance[] getAppearances() {
    return Appearance.values();
  }

  public TypedProtocol getTyped() {
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

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
