package kz.miras.registrar.access.web.subsystem;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import kz.miras.registrar.access.service.subsystem.SubsystemDesk;
import kz.miras.registrar.access.service.subsystem.SubsystemQueries;
import kz.miras.registrar.access.service.subsystem.SubsystemQueries.Card;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.shared.service.UniversityTime;

/** A subsystem: who answers for it, its scopes, its secrets, and the switch that blocks it. */
@Named("subsystem")
@ViewScoped
public class SubsystemScreen extends StepForm {

  static final String PAGE = "/access/subsystem.xhtml?faces-redirect=true&id=";

  private static final long serialVersionUID = 1L;
  private static final String SECRET = "subsystemSecret";
  private static final int USUAL_OVERLAP = 14;

  @Inject private SubsystemQueries queries;
  @Inject private SubsystemDesk desk;
  @Inject private UniversityTime time;

  private String id = KeptAddress.parameter("id");
  private String reason;
  private LocalDate until;
  private Integer overlap = USUAL_OVERLAP;
  private SubsystemForm form;
  private transient Card card;

  @Override
  protected void afresh() {
    card = null;
  }

  public Card getCard() {
    if (card == null) {
      card = queries.card(id);
    }
    return card;
  }

  /** Changes names, who answers for it, and scopes. */
  public String save() {
    return step(PAGE + id, () -> desk.edit(id, form.typed()), "access.subsystem.done.saved");
  }

  /** Blocks it from its next call on. */
  public String block() {
    return step(PAGE + id, () -> desk.block(id, reason), "access.subsystem.done.blocked");
  }

  /** Lets it in again. */
  public String unblock() {
    return step(PAGE + id, () -> desk.unblock(id, reason), "access.subsystem.done.unblocked");
  }

  /** Makes a secret and shows it, on the page that answers this click and never again. */
  public String issue() {
    return step(
        () -> {
          String secret = desk.issue(id, until, overlap);
          FacesContext.getCurrentInstance()
              .getExternalContext()
              .getRequestMap()
              .put(SECRET, secret);
          afresh();
          return null;
        },
        "access.subsystem.done.issued");
  }

  /** Ends a secret at once. */
  public String endSecret(String secret) {
    return step(PAGE + id, () -> desk.endSecret(id, secret), "access.subsystem.done.ended");
  }

  /** To begin with what is known of it. */
  public SubsystemForm getForm() {
    if (form == null) {
      form = SubsystemForm.over(getCard().description());
    }
    return form;
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

  /** Last day of a new secret; to begin with a year from today. */
  public LocalDate getUntil() {
    return until == null ? time.today().plusYears(1) : until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }

  public Integer getOverlap() {
    return overlap;
  }

  public void setOverlap(Integer overlap) {
    this.overlap = overlap;
  }
}
