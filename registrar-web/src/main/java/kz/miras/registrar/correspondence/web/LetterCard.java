package kz.miras.registrar.correspondence.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.correspondence.LetterLinkKind;
import kz.miras.registrar.correspondence.service.EnquiryDesk;
import kz.miras.registrar.correspondence.service.LetterDesk;
import kz.miras.registrar.correspondence.service.LetterLinkDesk;
import kz.miras.registrar.correspondence.service.LetterQueries;
import kz.miras.registrar.correspondence.service.LetterView;
import kz.miras.registrar.correspondence.service.ResolutionDesk;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.StepForm;

/** A letter with what became of it, and what its reader may do with it. */
@Named("letter")
@ViewScoped
public class LetterCard extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/correspondence/letter.xhtml?faces-redirect=true&id=";

  @Inject private LetterQueries queries;
  @Inject private LetterDesk desk;
  @Inject private ResolutionDesk resolutions;
  @Inject private EnquiryDesk enquiries;
  @Inject private LetterLinkDesk links;

  private String id = KeptAddress.parameter("id");
  private String words;
  private String executor;
  private String second;
  private String third;
  private LocalDate due;
  private boolean controlled;
  private LocalDate after;
  private String reason;
  private String voidReason;
  private String note;
  private String answer;
  private LetterLinkKind linkKind = LetterLinkKind.STUDENT;
  private String linkText;
  private transient List<Part> files;
  private transient LetterView view;
  private transient List<LetterView.Person> executors;

  public LetterView getView() {
    if (view == null) {
      view = queries.view(id);
    }
    return view;
  }

  @Override
  protected void afresh() {
    view = null;
  }

  /** Who may execute the letter, where the reader resolves. */
  public List<LetterView.Person> getExecutors() {
    if (executors == null) {
      executors = getView().may().resolve() ? queries.executors() : List.of();
    }
    return executors;
  }

  public String resolve() {
    List<String> named = new ArrayList<>();
    named.add(executor);
    named.add(second);
    named.add(third);
    return done(() -> resolutions.resolve(id, words, named, due, controlled), "resolved");
  }

  public String take() {
    return done(() -> resolutions.take(id), "taken");
  }

  public String execute() {
    return done(() -> resolutions.execute(id, note), "executed");
  }

  public String extend() {
    return done(() -> resolutions.extend(id, after, reason), "extended");
  }

  public String putAway() {
    return done(() -> resolutions.file(id), "filed");
  }

  public String markWrong() {
    return done(() -> desk.markWrong(id, voidReason), "voided");
  }

  public String link() {
    return done(() -> links.link(id, linkKind, linkText), "linked");
  }

  /** Takes away something the letter is not about. */
  public String unlink(String link) {
    return done(() -> links.unlink(id, link), "unlinked");
  }

  public String attach() {
    return done(() -> desk.attach(id, Uploads.of(files)), "attached");
  }

  public String reply() {
    return done(() -> enquiries.answer(id, answer, Uploads.of(files)), "answered");
  }

  private String done(Runnable work, String what) {
    return step(PAGE + id, work, "correspondence.done." + what);
  }

  /** Gives out a file as it was kept. */
  public void open(String file) throws IOException {
    LetterQueries.Content content = queries.file(file);
    Download.attachment(content.mediaType(), content.name(), content.content());
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public String getExecutor() {
    return executor;
  }

  public void setExecutor(String executor) {
    this.executor = executor;
  }

  public String getSecond() {
    return second;
  }

  public void setSecond(String second) {
    this.second = second;
  }

  public String getThird() {
    return third;
  }

  public void setThird(String third) {
    this.third = third;
  }

  public LocalDate getDue() {
    return due;
  }

  public void setDue(LocalDate due) {
    this.due = due;
  }

  public boolean isControlled() {
    return controlled;
  }

  public void setControlled(boolean controlled) {
    this.controlled = controlled;
  }

  public LocalDate getAfter() {
    return after;
  }

  public void setAfter(LocalDate after) {
    this.after = after;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getVoidReason() {
    return voidReason;
  }

  public void setVoidReason(String voidReason) {
    this.voidReason = voidReason;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getAnswer() {
    return answer;
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }

  public LetterLinkKind[] getLinkKinds() {
    return LetterLinkKind.values();
  }

  public LetterLinkKind getLinkKind() {
    return linkKind;
  }

  public void setLinkKind(LetterLinkKind linkKind) {
    this.linkKind = linkKind;
  }

  public String getLinkText() {
    return linkText;
  }

  public void setLinkText(String linkText) {
    this.linkText = linkText;
  }

  public List<Part> getFiles() {
    return files;
  }

  public void setFiles(List<Part> files) {
    this.files = files;
  }
}
