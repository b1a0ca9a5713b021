package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.together.SheetRun;
import kz.miras.registrar.attestation.service.together.SheetRunDesk;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.frame.web.Words;

/** Publishes what waits in a whole term in one act, and shows how far it is. */
@Named("publishing")
@ViewScoped
public class SheetPublishing implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private PublicationDesk desk;
  @Inject private SheetRunDesk together;
  @Inject private TermQueries calendar;
  @Inject private Words words;

  private String term;
  private transient List<TermChoice> choices;
  private transient Map<SheetPart, Integer> counted;
  private transient boolean watched;

  /** Terms to choose from, the current one first. */
  public Map<String, String> getTerms() {
    Map<String, String> terms = new LinkedHashMap<>();
    choices()
        .forEach(
            t -> terms.put(t.code() + " · " + words.get("calendar.term." + t.type()), t.code()));
    return terms;
  }

  private List<TermChoice> choices() {
    if (choices == null) {
      choices = calendar.terms();
    }
    return choices;
  }

  /** How many sheets wait with this part. */
  public int ready(SheetPart part) {
    if (counted == null) {
      counted = new EnumMap<>(SheetPart.class);
    }
    return counted.computeIfAbsent(
        part,
        one ->
            choices().stream()
                .filter(t -> t.code().equals(getTerm()))
                .findFirst()
                .map(t -> desk.ready(t.id(), one))
                .orElse(0));
  }

  /** Shows the chosen term at an address of its own. */
  public String look() {
    return "/attestation/publish.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** Begins to publish it. */
  public void publish(SheetPart part) {
    together.publish(getTerm(), part);
    counted = null;
  }

  /** What goes on or went last in this term, of each part. */
  public List<SheetRun> getRuns() {
    return Stream.of(SheetPart.values())
        .map(part -> together.publishing(getTerm(), part).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Whether something is being published in this term; what waits is counted anew then, and once
   * after.
   */
  public boolean isRunning() {
    boolean running = getRuns().stream().anyMatch(run -> !run.ended());
    if (running || watched) {
      counted = null;
    }
    watched = running;
    return running;
  }

  /** Stops after the sheets that are being published. */
  public void stop(SheetRun.Kind kind) {
    together.stopPublishing(
        getTerm(), kind == SheetRun.Kind.RATING ? SheetPart.RATING : SheetPart.RESULT);
  }

  public SheetPart[] getParts() {
    return SheetPart.values();
  }

  /** Code of the chosen term, the current one at first. */
  public String getTerm() {
    return term == null || term.isBlank()
        ? getTerms().values().stream().findFirst().orElse("")
        : term;
  }

  public void setTerm(String term) {
    this.term = term;
  }
}
