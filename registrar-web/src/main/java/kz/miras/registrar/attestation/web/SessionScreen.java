package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.service.SheetFormation;
import kz.miras.registrar.attestation.service.SheetFormation.Preview;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;

/** The sheets of a term: what forming them will do, what stands in the way, and the act itself. */
@Named("sessionSheets")
@ViewScoped
public class SessionScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private SheetFormation formation;
  @Inject private TermQueries calendar;
  @Inject private Words words;
  @Inject private Notice notice;

  private Long term;
  private transient List<TermChoice> choices;
  private transient Preview preview;

  /** Terms to choose from, the current one first, then the latest. */
  public Map<String, Long> getTerms() {
    Map<String, Long> terms = new LinkedHashMap<>();
    choices()
        .forEach(t -> terms.put(t.code() + " · " + words.get("calendar.term." + t.type()), t.id()));
    return terms;
  }

  private List<TermChoice> choices() {
    if (choices == null) {
      choices = calendar.terms();
    }
    return choices;
  }

  /** What forming will do as things stand. */
  public Preview getPreview() {
    if (preview == null) {
      Long chosen = getTerm();
      preview = chosen == null ? new Preview(0, List.of(), List.of()) : formation.preview(chosen);
    }
    return preview;
  }

  /** Forms all that is missing. */
  public void form() {
    if (getTerm() != null) {
      notice.say("attestation.form.done", formation.formTerm(term));
    }
    preview = null;
  }

  public Long getTerm() {
    if (term == null && !choices().isEmpty()) {
      term = choices().get(0).id();
    }
    return term;
  }

  /** Another term has another preview. */
  public void setTerm(Long term) {
    this.term = term;
    this.preview = null;
  }

  /** Code of the term, as addresses name it; an unknown one leaves the current term. */
  public String getCode() {
    Long chosen = getTerm();
    return choices().stream()
        .filter(t -> chosen != null && t.id() == chosen)
        .map(TermChoice::code)
        .findFirst()
        .orElse(null);
  }

  public void setCode(String code) {
    choices().stream()
        .filter(t -> t.code().equals(code))
        .findFirst()
        .ifPresent(t -> setTerm(t.id()));
  }
}
