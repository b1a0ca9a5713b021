package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.elective.CatalogueView;
import kz.miras.registrar.registration.service.elective.ElectiveDesk;
import kz.miras.registrar.registration.service.elective.ElectiveFile;
import kz.miras.registrar.registration.service.elective.ElectiveQueries;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;

/** A catalogue of electives, block by block; the student's own where the address names none. */
@Named
@ViewScoped
public class CatalogueCard implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/registration/catalogue.xhtml?faces-redirect=true&id=";

  @Inject private ElectiveQueries queries;
  @Inject private ElectiveDesk desk;
  @Inject private ElectiveFile file;
  @Inject private Notice notice;

  private String id;
  private String decision;
  private String reason;
  private Map<String, String> problems = Map.of();
  private transient CatalogueView view;

  /** Finds the student's own where none is named; there may be none yet. */
  public void load() {
    if (id == null || id.isBlank()) {
      id = queries.own();
    }
    if (id != null) {
      view = queries.catalogue(id);
    }
  }

  /** Writes the approval down. */
  public String approve() {
    return after(desk.approve(id, decision), "registration.catalogue.done.approved");
  }

  /** Opens what was approved for changes again. */
  public String reopen() {
    return after(desk.reopen(id, reason), "registration.catalogue.done.reopened");
  }

  /** Shows it to students. */
  public String publish() {
    return after(desk.publish(id), "registration.catalogue.done.published");
  }

  /** Takes a discipline out of the draft. */
  public String remove(String discipline) {
    return after(desk.remove(id, discipline), "registration.catalogue.done.removed");
  }

  /** Begins the edition that will supersede it. */
  public String nextEdition() {
    String draft = desk.nextEdition(id);
    notice.done("registration.catalogue.done.edition");
    return PAGE + draft;
  }

  /** On paper, in the language of a tag. */
  public void print(String tag) throws IOException {
    CatalogueView shown = getView();
    Download.pdf(
        shown.programme() + "-" + shown.admissionYear() + "-" + shown.year() + "-" + tag,
        file.print(id, Language.of(tag)));
  }

  private String after(Verdict verdict, String done) {
    problems = notice.show(verdict);
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done(done);
    return PAGE + id;
  }

  /** The catalogue; null where the student has none yet. */
  public CatalogueView getView() {
    if (view == null && id != null) {
      view = queries.catalogue(id);
    }
    return view;
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

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
