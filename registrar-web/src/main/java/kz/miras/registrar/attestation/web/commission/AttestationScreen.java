package kz.miras.registrar.attestation.web.commission;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import kz.miras.registrar.attestation.commission.DefenceKind;
import kz.miras.registrar.attestation.commission.MeetingPlan;
import kz.miras.registrar.attestation.service.commission.AttestationOrderDesk;
import kz.miras.registrar.attestation.service.commission.CommissionCard;
import kz.miras.registrar.attestation.service.commission.MeetingDesk;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** An attestation commission: its order, members, meetings, figures, and the end of its work. */
@Named("attestationCommission")
@ViewScoped
public class AttestationScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private AttestationOrderDesk desk;
  @Inject private MeetingDesk meetings;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private LocalDate lastDay;
  private String remarks;
  private DefenceKind kind = DefenceKind.DEFENCE;
  private LocalDate day;
  private LocalTime from;
  private LocalTime to;
  private String place;
  private String admissionNo;
  private LocalDate admissionOn;
  private Map<String, String> problems = Map.of();
  private transient CommissionCard card;

  public CommissionCard getCard() {
    if (card == null) {
      card = desk.card(id);
    }
    return card;
  }

  /** Begins with what the chair has recommended. */
  public void begin() {
    remarks = getCard().remarks();
  }

  /** Plans a meeting and goes to it; what is refused stands beside its field. */
  public String plan() {
    try {
      String meeting =
          meetings.plan(id, new MeetingPlan(kind, day, from, to, place, admissionNo, admissionOn));
      notice.done("attestation.ak.planned");
      return "/attestation/meeting.xhtml?faces-redirect=true&id=" + meeting;
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      card = null;
      return null;
    }
  }

  public void remark() {
    step(() -> desk.remark(id, remarks), "attestation.ak.remarked");
  }

  public void end() {
    step(() -> desk.end(id, lastDay), "attestation.ak.ended");
  }

  public void renew() {
    try {
      notice.say("attestation.commission.renewed", desk.renewRights(id));
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
    }
    card = null;
  }

  private void step(Runnable work, String said) {
    try {
      work.run();
      notice.say(said);
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
    }
    card = null;
  }

  public DefenceKind[] getKinds() {
    return DefenceKind.values();
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

  public LocalDate getLastDay() {
    return lastDay;
  }

  public void setLastDay(LocalDate lastDay) {
    this.lastDay = lastDay;
  }

  public String getRemarks() {
    return remarks;
  }

  public void setRemarks(String remarks) {
    this.remarks = remarks;
  }

  public DefenceKind getKind() {
    return kind;
  }

  public void setKind(DefenceKind kind) {
    this.kind = kind;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }

  public LocalTime getFrom() {
    return from;
  }

  public void setFrom(LocalTime from) {
    this.from = from;
  }

  public LocalTime getTo() {
    return to;
  }

  public void setTo(LocalTime to) {
    this.to = to;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }

  public String getAdmissionNo() {
    return admissionNo;
  }

  public void setAdmissionNo(String admissionNo) {
    this.admissionNo = admissionNo;
  }

  public LocalDate getAdmissionOn() {
    return admissionOn;
  }

  public void setAdmissionOn(LocalDate admissionOn) {
    this.admissionOn = admissionOn;
  }
}
