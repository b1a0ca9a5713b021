package kz.miras.registrar.transcript.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentLife;
import kz.miras.registrar.transcript.service.DocumentLife.Course;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.PastScanDesk;

/** One document of record: its state, signing, download, annulment. */
@Named("document")
@ViewScoped
public class DocumentScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private DocumentDesk desk;
  @Inject private DocumentLife life;
  @Inject private PastScanDesk scans;
  @Inject private Words words;
  @Inject private May may;

  private String id = KeptAddress.parameter("id");
  private String reason;
  private String receiver;
  private transient Stored view;
  private transient Course course;

  public Stored getView() {
    if (view == null) {
      view = desk.stored(uuid());
    }
    return view;
  }

  private UUID uuid() {
    return PublicId.parse(id).orElseThrow(() -> new RegistrarException.NotFound("document", id));
  }

  public boolean isSignable() {
    DocumentStatus status = getView().status();
    return (status == DocumentStatus.PREPARED || status == DocumentStatus.RESERVED)
        && may.can("transcript.sign")
        && !may.getLogin().equals(getView().preparedBy());
  }

  /** Signs and issues. */
  public void sign() {
    desk.sign(uuid());
    view = null;
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage(
                FacesMessage.SEVERITY_INFO,
                words.of("transcript.sign.done", getView().number()),
                null));
  }

  public void annul() {
    desk.annul(uuid(), reason);
    again();
  }

  /** What became of it. */
  public Course getCourse() {
    if (course == null) {
      course = life.course(uuid());
    }
    return course;
  }

  public void handOver() {
    life.handOver(uuid(), receiver);
    again();
  }

  public void spoil() {
    life.spoil(uuid(), reason);
    again();
  }

  /** Prepares another one in its place and goes to it. */
  public String replace() {
    return "/transcript/document.xhtml?faces-redirect=true&id=" + life.replace(uuid(), reason);
  }

  private void again() {
    view = null;
    course = null;
    reason = null;
  }

  /** Shows what would be signed. */
  public void preview() throws IOException {
    List<Language> languages =
        Arrays.stream(getView().languages().split(" ")).map(Language::of).toList();
    Download.pdf(getView().fullName(), desk.preview(getView().student(), languages));
  }

  public String getReceiver() {
    return receiver;
  }

  public void setReceiver(String receiver) {
    this.receiver = receiver;
  }

  /** Sends the file as it was issued. */
  public void download() throws IOException {
    Download.pdf(getView().number(), desk.file(uuid()));
  }

  /** Sends the scan of a document of the time before this system. */
  public void downloadScan() throws IOException {
    PastScanDesk.Scan scan = scans.scan(uuid());
    Download.attachment(scan.mediaType(), scan.name(), scan.content());
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
