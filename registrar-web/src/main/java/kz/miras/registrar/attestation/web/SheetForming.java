package kz.miras.registrar.attestation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.miras.registrar.attestation.service.SheetFormation;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.frame.web.Words;

/** Forms the sheets of a term in one act, or that of one group. */
@Named("forming")
@RequestScoped
public class SheetForming {

  @Inject private SheetFormation formation;
  @Inject private TermQueries calendar;
  @Inject private Words words;

  private long term;

  /** Terms to choose from, the latest first. */
  public Map<String, Long> getTerms() {
    Map<String, Long> terms = new LinkedHashMap<>();
    calendar
        .terms()
        .forEach(t -> terms.put(t.code() + " · " + words.get("calendar.term." + t.type()), t.id()));
    return terms;
  }

  public void form() {
    int formed = formation.formTerm(term);
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage(
                FacesMessage.SEVERITY_INFO, words.of("attestation.form.done", formed), null));
  }

  /** Forms the sheet of a group and goes to it. */
  public String sheet(long section) {
    return "/attestation/sheet.xhtml?faces-redirect=true&id=" + formation.form(section);
  }

  public long getTerm() {
    return term;
  }

  public void setTerm(long term) {
    this.term = term;
  }
}
