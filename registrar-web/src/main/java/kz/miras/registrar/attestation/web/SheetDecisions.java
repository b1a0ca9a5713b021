package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.service.ExcuseDesk;
import kz.miras.registrar.attestation.service.LateEntryDesk;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** What is decided about a sheet: late entry, publication, an excused absence. */
@Named("decisions")
@ViewScoped
public class SheetDecisions implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private LateEntryDesk entries;
  @Inject private PublicationDesk publications;
  @Inject private ExcuseDesk excuses;
  @Inject private Notice notice;

  private final TypedBasis late = new TypedBasis(BasisDocument.Type.DECISION);
  private final TypedBasis excuse = new TypedBasis(BasisDocument.Type.CERTIFICATE);
  private final TypedBasis lifting = new TypedBasis(BasisDocument.Type.DECISION);
  private LocalDate day;
  private LocalTime time;
  private Long row;
  private Long excused;
  private String remark;
  private Map<String, String> lateProblems = Map.of();
  private Map<String, String> excuseProblems = Map.of();
  private Map<String, String> liftProblems = Map.of();

  /** Lets entry go on and shows the sheet anew; what is refused stands beside its field. */
  public String extend(String sheet) {
    try {
      entries.extend(sheet, day, time, late.document());
    } catch (RegistrarException.Refused refused) {
      lateProblems = notice.show(refused);
      return null;
    }
    return done(sheet, "attestation.extension.stored");
  }

  /** Gives the sheet back and lets its entry go on; what is refused stands beside its field. */
  public String giveBack(String sheet) {
    try {
      entries.giveBack(sheet, remark, day, time, late.document());
    } catch (RegistrarException.Refused refused) {
      lateProblems = notice.show(refused);
      return null;
    }
    return done(sheet, "attestation.extension.stored");
  }

  /** Excuses the chosen student's absence. */
  public String excuse(String sheet) {
    if (row == null) {
      excuseProblems = notice.missing("row", "attestation.excuse.whom");
      return null;
    }
    try {
      excuses.excuse(sheet, row, excuse.document());
    } catch (RegistrarException.Refused refused) {
      excuseProblems = notice.show(refused);
      return null;
    }
    return done(sheet, "attestation.excuse.stored");
  }

  /** Takes the excuse of the chosen student back. */
  public String liftExcuse(String sheet) {
    if (excused == null) {
      liftProblems = notice.missing("row", "attestation.excuse.whom");
      return null;
    }
    try {
      excuses.lift(sheet, excused, lifting.document());
    } catch (RegistrarException.Refused refused) {
      liftProblems = notice.show(refused);
      return null;
    }
    return done(sheet, "attestation.excuse.lifted");
  }

  /**
   * Publishes a part.
   *
   * @param part name of a {@link SheetPart}, as pages say it
   */
  public String publish(String sheet, String part) {
    publications.publish(sheet, SheetPart.valueOf(part));
    return done(sheet, "attestation.publication.stored");
  }

  private String done(String sheet, String key) {
    notice.done(key);
    return "/attestation/sheet.xhtml?faces-redirect=true&id=" + sheet;
  }

  public BasisDocument.Type[] getTypes() {
    return BasisDocument.Type.values();
  }

  public TypedBasis getLate() {
    return late;
  }

  public TypedBasis getExcuse() {
    return excuse;
  }

  public Map<String, String> getLateProblems() {
    return lateProblems;
  }

  public Map<String, String> getExcuseProblems() {
    return excuseProblems;
  }

  /** The document by which an excuse is taken back. */
  public TypedBasis getLifting() {
    return lifting;
  }

  public Map<String, String> getLiftProblems() {
    return liftProblems;
  }

  public Long getExcused() {
    return excused;
  }

  public void setExcused(Long excused) {
    this.excused = excused;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }

  public LocalTime getTime() {
    return time;
  }

  public void setTime(LocalTime time) {
    this.time = time;
  }

  public String getRemark() {
    return remark;
  }

  public void setRemark(String remark) {
    this.remark = remark;
  }

  public Long getRow() {
    return row;
  }

  public void setRow(Long row) {
    this.row = row;
  }
}
