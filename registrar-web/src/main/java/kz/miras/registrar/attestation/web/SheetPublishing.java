package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;

/** Publishes what waits in a whole term in one act. */
@Named("publishing")
@ViewScoped
public class SheetPublishing implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private PublicationDesk desk;
  @Inject private TermQueries calendar;
  @Inject private Notice notice;
  @Inject private Words words;

  private Long term;
  private transient Map<SheetPart, Integer> counted;

  /** Terms to choose from, the current one first. */
  public Map<String, Long> getTerms() {
    Map<String, Long> terms = new LinkedHashMap<>();
    calendar
        .terms()
        .forEach(t -> terms.put(t.code() + " · " + words.get("calendar.term." + t.type()), t.id()));
    return terms;
  }

  /** How many sheets wait with this part. */
  public int ready(SheetPart part) {
    if (counted == null) {
      counted = new EnumMap<>(SheetPart.class);
    }
    return counted.computeIfAbsent(part, one -> getTerm() == null ? 0 : desk.ready(getTerm(), one));
  }

  /** Shows the chosen term at an address of its own. */
  public String look() {
    return "/attestation/publish.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** Publishes it. */
  public void publish(SheetPart part) {
    notice.say("attestation.publish.done", desk.publishAll(getTerm(), part));
    counted = null;
  }

  public SheetPart[] getParts() {
    return SheetPart.values();
  }

  /** The chosen term, the current one at first. */
  public Long getTerm() {
    if (term == null) {
      term = getTerms().values().stream().findFirst().orElse(null);
    }
    return term;
  }

  public void setTerm(Long term) {
    this.term = term;
  }
}
