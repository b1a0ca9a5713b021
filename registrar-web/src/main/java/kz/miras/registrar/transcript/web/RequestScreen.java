package kz.miras.registrar.transcript.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.TranscriptRequestStatus;
import kz.miras.registrar.transcript.service.TranscriptRequestDesk;
import kz.miras.registrar.transcript.service.TranscriptRequestStore.Stored;

/** A transcript an organisation asks for: the office prepares the document or rejects. */
@Named("transcriptRequest")
@ViewScoped
public class RequestScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private TranscriptRequestDesk desk;
  @Inject private Words words;
  @Inject private May may;

  private String id = KeptAddress.parameter("id");
  private String reason;
  private transient Stored view;

  public Stored getView() {
    if (view == null) {
      view = desk.stored(uuid());
    }
    return view;
  }

  private UUID uuid() {
    return PublicId.parse(id)
        .orElseThrow(() -> new RegistrarException.NotFound("transcript-request", id));
  }

  /** Waits for the caller: still open, and the caller may prepare transcripts. */
  public boolean isWaiting() {
    return getView().status() == TranscriptRequestStatus.RECEIVED
        && may.can(Permissions.TRANSCRIPT_PREPARE);
  }

  /** Prepares the document and goes to it. */
  public String prepare() {
    return "/transcript/document.xhtml?faces-redirect=true&id=" + desk.prepare(uuid());
  }

  /** Rejects with the reason. */
  public void reject() {
    desk.reject(uuid(), reason);
    view = null;
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage(
                FacesMessage.SEVERITY_INFO, words.get("transcript.request.rejected"), null));
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
