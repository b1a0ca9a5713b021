package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.service.ExemptionDesk;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** Exempting students of a sheet on a document, and taking that off again. */
@Named("exemptions")
@ViewScoped
public class SheetExemptions implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ExemptionDesk desk;
  @Inject private Notice notice;

  private final TypedBasis basis = new TypedBasis(BasisDocument.Type.ORDER);
  private Long row;
  private Long lifted;
  private String why;
  private Map<String, String> problems = Map.of();
  private Map<String, String> liftProblems = Map.of();

  /** Exempts the chosen student; what is refused stands beside its field. */
  public String exempt(String sheet) {
    if (row == null) {
      problems = notice.missing("row", "attestation.excuse.whom");
      return null;
    }
    try {
      desk.exempt(sheet, row, basis.document());
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return null;
    }
    return done(sheet, "attestation.exempt.stored");
  }

  /** Takes the chosen student's exemption off. */
  public String lift(String sheet) {
    if (lifted == null) {
      liftProblems = notice.missing("row", "attestation.excuse.whom");
      return null;
    }
    try {
      desk.lift(sheet, lifted, why);
    } catch (RegistrarException.Refused refused) {
      liftProblems = notice.show(refused);
      return null;
    }
    return done(sheet, "attestation.exempt.lifted");
  }

  private String done(String sheet, String key) {
    notice.done(key);
    return "/attestation/sheet.xhtml?faces-redirect=true&id=" + sheet;
  }

  public TypedBasis getBasis() {
    return basis;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public Map<String, String> getLiftProblems() {
    return liftProblems;
  }

  public Long getRow() {
    return row;
  }

  public void setRow(Long row) {
    this.row = row;
  }

  public Long getLifted() {
    return lifted;
  }

  public void setLifted(Long lifted) {
    this.lifted = lifted;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }
}
