package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.transcript.service.edition.Edition;
import kz.miras.registrar.transcript.service.edition.EditionDesk;
import kz.miras.registrar.transcript.service.edition.EditionDesk.Standing;
import kz.miras.registrar.transcript.service.edition.EditionSubject;

/** The editions of one template, certificate or of the details of the university. */
@Named("editions")
@ViewScoped
public class EditionsScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private EditionDesk desk;
  @Inject private LanguageChoice language;

  private String of = KeptAddress.parameter("of");
  private transient Standing standing;
  private transient List<Edition> history;

  /** Reads it; not there is a 404. */
  public void load() {
    getStanding();
  }

  public Standing getStanding() {
    if (standing == null) {
      standing = desk.standing(EditionSubject.of(of));
    }
    return standing;
  }

  public String getTitle() {
    return desk.title(getStanding().subject(), language.getLanguage());
  }

  public List<Edition> getHistory() {
    if (history == null) {
      history = desk.history(EditionSubject.of(of));
    }
    return history;
  }

  /** Begins a draft with the content of an edition, and goes to it. */
  public String draft(int no) {
    return "/transcript/edition.xhtml?faces-redirect=true&id="
        + desk.draft(EditionSubject.of(of), no, "");
  }

  /** Sends the content of an edition as a file. */
  public void download(int no) throws IOException {
    EditionSubject subject = EditionSubject.of(of);
    boolean template = subject.sort() == EditionSubject.Sort.TEMPLATE;
    Download.attachment(
        template ? "application/xhtml+xml" : "application/json",
        subject.name() + "-" + no + (template ? ".xhtml" : ".json"),
        desk.content(subject, no).getBytes(StandardCharsets.UTF_8));
  }

  public String getOf() {
    return of;
  }

  public void setOf(String of) {
    this.of = of;
  }
}
