package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.transcript.edition.EditionState;
import kz.miras.registrar.transcript.service.edition.Edition;
import kz.miras.registrar.transcript.service.edition.EditionDesk;
import kz.miras.registrar.transcript.service.edition.EditionForm;
import kz.miras.registrar.transcript.service.edition.EditionPreview;
import kz.miras.registrar.transcript.service.edition.EditionSubject;

/** One edition: written and tried by its author, compared and decided on by somebody else. */
@Named("edition")
@ViewScoped
public class EditionScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private EditionDesk desk;
  @Inject private EditionPreview trial;
  @Inject private Notice notice;
  @Inject private LanguageChoice tongue;
  @Inject private May may;

  private long id;
  private String source;
  private String note;
  private LocalDate validFrom;
  private String subject;
  private String language;
  private String decision;
  private int version;
  private List<String> found = List.of();
  private Map<String, String> problems = Map.of();
  private List<EditionForm.Group> groups = List.of();
  private EditionValuesPart entered;
  private transient Part file;
  private transient Edition view;

  /** Reads it; not there is a 404. */
  public void load() {
    view = desk.edition(id);
    if (source == null) {
      version = view.version();
      source = view.content();
      note = view.note();
      validFrom = view.validFrom();
      language = tongue.getLanguage().tag();
      groups = desk.form(view.subject().sort());
      entered = new EditionValuesPart(groups, desk.values(id));
    }
  }

  public Edition getView() {
    if (view == null) {
      view = desk.edition(id);
    }
    return view;
  }

  public boolean isEditable() {
    return getView().state() == EditionState.DRAFT
        && may.can("document-setup.edit")
        && may.getLogin().equals(getView().author());
  }

  public boolean isDecidable() {
    return getView().state() == EditionState.PROPOSED && may.can("document-setup.approve");
  }

  /** Keeps what was typed; what is still wrong with it is told. */
  public void save() throws IOException {
    if (keep() && check()) {
      notice.done("transcript.edition.saved");
    }
  }

  /** Takes the text from a file. */
  public void upload() throws IOException {
    if (file == null || file.getSize() == 0) {
      problems = notice.missing("file", "office.import.no-file");
      return;
    }
    try (InputStream in = file.getInputStream()) {
      source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    save();
  }

  /** Shows what it would print; what was typed is kept first. */
  public void preview() throws IOException {
    if (isEditable() && !keep()) {
      return;
    }
    try {
      Download.pdf(getView().subject().name(), trial.document(id, subject, Language.of(language)));
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      found = refused.refusals().stream().map(notice::text).toList();
    }
  }

  /** Sends it to whoever decides. */
  public String propose() throws IOException {
    if (!keep()) {
      return null;
    }
    return after(desk.propose(id), "transcript.edition.proposed");
  }

  public String approve() {
    return after(desk.approve(id, version, decision), "transcript.edition.approved");
  }

  public String giveBack() {
    return after(desk.giveBack(id, decision), "transcript.edition.given-back");
  }

  public String withdraw() {
    return after(desk.withdraw(id), "transcript.edition.withdrawn");
  }

  private boolean keep() throws IOException {
    Verdict verdict =
        isTemplate()
            ? desk.change(id, source, note, validFrom)
            : desk.change(id, entered.entered(), note, validFrom);
    problems = notice.show(verdict);
    view = null;
    return verdict.isAllowed();
  }

  private boolean check() {
    Verdict verdict = desk.check(id);
    if (isTemplate()) {
      found = verdict.refusals().stream().map(notice::text).toList();
    } else {
      problems = notice.show(verdict);
    }
    return verdict.isAllowed();
  }

  private String after(Verdict verdict, String done) {
    problems = notice.show(verdict);
    found =
        verdict.refusals().stream()
            .filter(one -> "source".equals(one.field()))
            .map(notice::text)
            .toList();
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done(done);
    return "/transcript/edition.xhtml?faces-redirect=true&id=" + id;
  }

  public boolean isTemplate() {
    return getView().subject().sort() == EditionSubject.Sort.TEMPLATE;
  }

  public List<EditionForm.Group> getGroups() {
    return groups;
  }

  public Map<String, String> getValues() {
    return entered.values();
  }

  public Map<String, Object> getSeveral() {
    return entered.several();
  }

  public Map<String, Part> getParts() {
    return entered.parts();
  }

  /** The language a value is in, by the end of its code. */
  public String tongue(String code) {
    return code.substring(code.lastIndexOf('.') + 1);
  }

  public String getTitle() {
    return desk.title(getView().subject(), tongue.getLanguage());
  }

  /** Whether it prints something to look at. */
  public boolean isPreviewed() {
    return getView().subject().sort() != EditionSubject.Sort.UNIVERSITY;
  }

  public List<String> getFound() {
    return found;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  /** The version of the edition the page shows: what is approved is what was read. */
  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
