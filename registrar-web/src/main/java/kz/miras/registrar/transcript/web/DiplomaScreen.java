package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.OnceKey;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.transcript.diploma.DiplomaComplete;
import kz.miras.registrar.transcript.diploma.DiplomaTerms;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.diploma.DiplomaDesk;
import kz.miras.registrar.transcript.service.diploma.DiplomaQueries;
import kz.miras.registrar.transcript.service.diploma.DiplomaQueries.View;

/** The diploma of one graduate: what is missing, its number, approval, supplements, issue. */
@Named("diploma")
@ViewScoped
public class DiplomaScreen extends StepForm {

  private static final long serialVersionUID = 1L;

  private static final List<Language> ALL = List.of(Language.KK, Language.RU, Language.EN);

  @Inject private DiplomaQueries queries;
  @Inject private DiplomaDesk desk;
  @Inject private DocumentDesk documents;
  @Inject private OnceKey once;
  @Inject private Notice notice;
  @Inject private DocumentReceiverFields receiver;
  @Inject private May may;

  private String id = KeptAddress.parameter("id");
  private String student = KeptAddress.parameter("student");
  private String number;
  private String qr;
  private String order;
  private String application;
  private LocalDate appliedOn;
  private String act;
  private transient View view;

  public View getView() {
    if (view == null) {
      view = id == null || id.isBlank() ? queries.ofStudent(student) : queries.diploma(id);
    }
    return view;
  }

  private UUID diploma() {
    return getView().diploma().uuid();
  }

  /** What stands against it, what may be right as it is last. */
  public List<Refusal> getGaps() {
    List<Refusal> gaps = new ArrayList<>(getView().line().gaps().refusals());
    gaps.addAll(getView().line().gaps().warnings());
    return gaps;
  }

  /** Whether a gap is only told and stops nothing. */
  public boolean isNote(Refusal gap) {
    return getView().line().gaps().warnings().contains(gap);
  }

  /** Address of the page a gap is mended on. */
  public String place(Refusal gap) {
    return DiplomaPlaces.of(gap, getView().line().number(), getView().line().student(), may);
  }

  /** Whether what the office has drafted may still change. */
  public boolean isOpen() {
    return getView().diploma() != null && getView().diploma().status().isOpen();
  }

  public boolean isApproved() {
    return getView().diploma() != null && getView().diploma().status().isApproved();
  }

  /** DIP-12. How near the last day of issue is; far where nothing is drafted. */
  public DiplomaTerms.Nearness getIssueTerm() {
    return getView().terms() == null
        ? DiplomaTerms.Nearness.FAR
        : getView().terms().issue(getView().diploma().status(), getView().today());
  }

  /** DIP-12. The same of the ministry's month. */
  public DiplomaTerms.Nearness getMinistryTerm() {
    return getView().terms() == null
        ? DiplomaTerms.Nearness.FAR
        : getView().terms().ministry(getView().diploma().status(), getView().today());
  }

  public void enterNumber() {
    desk.number(diploma(), number, qr, order);
    told("diploma.number.done");
  }

  public void approve() {
    desk.approve(diploma());
    told("diploma.approve.done");
  }

  /** DOC-48. Notes who received it; it takes its place in the book of issue. */
  public String handOut() {
    return step(
        "/transcript/diploma.xhtml?faces-redirect=true&id=" + diploma(),
        () -> desk.handOut(diploma(), receiver.receiver()),
        "diploma.hand-out.done");
  }

  @Override
  protected void afresh() {
    view = null;
  }

  /** Begins a duplicate and goes to it. */
  public String duplicate() {
    return "/transcript/diploma.xhtml?faces-redirect=true&id="
        + desk.duplicate(diploma(), application, appliedOn);
  }

  public void annul() {
    desk.annul(diploma(), act);
    view = null;
  }

  /** Prepares a supplement for signature and goes to it. */
  public String prepare(String kind) {
    UUID document =
        documents.prepare(
            getView().line().student(),
            new DocumentDesk.Asked(kind, ALL, 1, getView().diploma().draft().number(), Map.of()),
            once.getKey() + kind);
    return "/transcript/document.xhtml?faces-redirect=true&id=" + document;
  }

  /** Shows a supplement as it would look now. */
  public void preview(String kind) throws IOException {
    Download.pdf(getView().line().name(), queries.preview(getView().line().student(), kind, ALL));
  }

  private void told(String key, Object... figures) {
    view = null;
    notice.done(key, figures);
  }

  /** Whether it is mended right here, where the number is entered. */
  public boolean isHere(Refusal gap) {
    return gap.field().equals(DiplomaComplete.AT_NUMBER);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getStudent() {
    return student;
  }

  public void setStudent(String student) {
    this.student = student;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getQr() {
    return qr;
  }

  public void setQr(String qr) {
    this.qr = qr;
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

  public String getApplication() {
    return application;
  }

  public void setApplication(String application) {
    this.application = application;
  }

  public LocalDate getAppliedOn() {
    return appliedOn;
  }

  public void setAppliedOn(LocalDate appliedOn) {
    this.appliedOn = appliedOn;
  }

  public String getAct() {
    return act;
  }

  public void setAct(String act) {
    this.act = act;
  }
}
