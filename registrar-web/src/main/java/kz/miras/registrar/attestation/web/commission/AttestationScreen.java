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
import kz.miras.registrar.attestation.commission.ReportApproval;
import kz.miras.registrar.attestation.service.commission.AttestationOrderDesk;
import kz.miras.registrar.attestation.service.commission.CommissionApprovals;
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
  @Inject private CommissionApprovals approvals;
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
  private String late;
  private String reportNo;
  private LocalDate reportOn;
  private boolean planning;
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
      planning = true;
      problems = notice.show(refused);
      card = null;
      return null;
    }
  }

  public void remark() {
    step(() -> desk.remark(id, remarks), "attestation.ak.remarked");
  }

  /** AK-4. Approves what waits as the schedule. */
  public void approve() {
    planning = false;
    try {
      notice.say("attestation.ak.schedule-approved", approvals.schedule(id, late));
      late = null;
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
    }
    card = null;
  }

  /** AK-13. Keeps the decision of the council on the report. */
  public void report() {
    step(
        () -> approvals.report(id, new ReportApproval(reportNo, reportOn)),
        "attestation.ak.reported");
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
    planning = false;
    try {
      work.run();
      notice.say(said);
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
    }
    card = null;
  }

  /** Whether a meeting was just refused: its form stays open. */
  public boolean isPlanning() {
    return planning;
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

  /** Why the schedule is approved late. */
  public String getLate() {
    return late;
  }

  public void setLate(String late) {
    this.late = late;
  }

  public String getReportNo() {
    return reportNo;
  }

  public void setReportNo(String reportNo) {
    this.reportNo = reportNo;
  }

  public LocalDate getReportOn() {
    return reportOn;
  }

  public void setReportOn(LocalDate reportOn) {
    this.reportOn = reportOn;
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
