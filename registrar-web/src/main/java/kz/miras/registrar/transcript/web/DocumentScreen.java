package kz.miras.registrar.transcript.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentSignatory;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.Signatures;
import kz.miras.registrar.transcript.TranscriptPart;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentLife;
import kz.miras.registrar.transcript.service.DocumentLife.Course;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.ElmoDesk;
import kz.miras.registrar.transcript.service.PastScanDesk;
import kz.miras.registrar.transcript.service.SignatureDesk;
import kz.miras.registrar.transcript.service.subject.SubjectDesk;

/** One document of record: its state, signing, download, annulment. */
@Named("document")
@ViewScoped
public class DocumentScreen extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/transcript/document.xhtml?faces-redirect=true&id=";

  @Inject private DocumentDesk desk;
  @Inject private SignatureDesk signing;
  @Inject private ElmoDesk elmo;
  @Inject private DocumentLife life;
  @Inject private DocumentReceipts receipts;
  @Inject private PastScanDesk scans;
  @Inject private DocumentReceiverFields receiver;
  @Inject private SubjectDesk subjects;
  @Inject private Words words;

  private String id = KeptAddress.parameter("id");
  private String reason;
  private String error;
  private String lost;
  private String order;
  private transient Stored view;
  private transient Course course;
  private transient List<Place> places;

  public Stored getView() {
    if (view == null) {
      view = desk.stored(uuid());
    }
    return view;
  }

  private UUID uuid() {
    return PublicId.parse(id).orElseThrow(() -> new RegistrarException.NotFound("document", id));
  }

  public boolean isAboutStudent() {
    return getView().kind().isAboutStudent();
  }

  /** DOC-12, DOC-13. The part of the study a transcript is of; empty where it is of the whole. */
  public String getPart() {
    return getView().kind().family() == DocumentFamily.TRANSCRIPT
        ? TranscriptPart.of(getView().order().details()).shown()
        : "";
  }

  /** Where the sheet, group or protocol it is about is shown. */
  public String getSubjectPage() {
    return subjects.page(uuid());
  }

  public boolean isSignable() {
    return signing.maySign(uuid());
  }

  /** The places to be signed, with who has. */
  public List<Place> getPlaces() {
    if (places == null) {
      Signatures signatures = signing.signatures(uuid());
      places =
          signatures.places().stream()
              .map(place -> new Place(roles(place), signatures.signed().get(place.place())))
              .toList();
    }
    return places;
  }

  /**
   * A place to be signed.
   *
   * @param roles who may, in words
   * @param signedBy null for nobody yet
   */
  public record Place(String roles, String signedBy) implements Serializable {}

  private String roles(DocumentSignatory place) {
    if (place.part() != null) {
      return words.of(place.part().key());
    }
    return place.roles().stream()
        .sorted()
        .map(role -> words.of("access.role." + role))
        .collect(Collectors.joining(" / "));
  }

  /** Signs; with the last signature it is issued. */
  public void sign() {
    signing.sign(uuid());
    again();
    String told =
        getView().status() == DocumentStatus.PREPARED
            ? words.of("transcript.sign.next")
            : words.of("transcript.sign.done", getView().number());
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, told, null));
  }

  public void annul() {
    desk.annul(uuid(), reason, order);
    again();
  }

  /** What became of it. */
  public Course getCourse() {
    if (course == null) {
      course = life.course(uuid());
    }
    return course;
  }

  /** Notes who received it at the counter. */
  public String handOver() {
    return step(
        PAGE + id,
        () -> receipts.handOver(uuid(), receiver.receiver()),
        "transcript.hand-over.done");
  }

  /** Takes back what is prepared about a sheet, a group or a protocol. */
  public String withdraw() {
    return step(PAGE + id, () -> subjects.withdraw(uuid(), reason), "transcript.withdraw.done");
  }

  public void spoil() {
    life.spoil(uuid(), reason);
    again();
  }

  /** DOC-54. Makes it anew where it is wrong, and goes to the new one. */
  public String correct() {
    return step(() -> PAGE + life.correct(uuid(), error), "transcript.replace.done");
  }

  /** DOC-54. Duplicates one about a sheet, a group or a protocol, and goes to the duplicate. */
  public String duplicate() {
    return step(() -> PAGE + life.duplicate(uuid(), lost), "transcript.duplicate.done");
  }

  @Override
  protected void afresh() {
    again();
  }

  private void again() {
    view = null;
    course = null;
    places = null;
    reason = null;
    order = null;
  }

  /** Shows what would be signed. */
  public void preview() throws IOException {
    Download.pdf(getView().fullName(), signing.preview(uuid()));
  }

  public String getOrder() {
    return order;
  }

  public void setOrder(String order) {
    this.order = order;
  }

  public DocumentReceiverFields getReceiver() {
    return receiver;
  }

  public String getError() {
    return error;
  }

  public void setError(String error) {
    this.error = error;
  }

  public String getLost() {
    return lost;
  }

  public void setLost(String lost) {
    this.lost = lost;
  }

  /** Sends the file as it was issued. */
  public void download() throws IOException {
    Download.pdf(getView().number(), receipts.download(uuid()));
  }

  /** Whether it can be handed to programs of another university. */
  public boolean isForPrograms() {
    return getView().status() == DocumentStatus.ISSUED && getView().kind().family().hasRecord();
  }

  /** Sends its record as ELMO, with the file itself attached. */
  public void downloadElmo() throws IOException {
    Download.attachment("application/xml", getView().number() + ".xml", elmo.elmo(uuid()));
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
