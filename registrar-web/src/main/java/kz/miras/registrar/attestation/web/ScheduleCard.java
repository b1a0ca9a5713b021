package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.service.retake.ScheduleDesk;
import kz.miras.registrar.attestation.service.retake.ScheduleMoving;
import kz.miras.registrar.attestation.service.retake.ScheduleQueries;
import kz.miras.registrar.attestation.service.retake.ScheduleWithdrawal;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** One individual schedule: the dean agrees, the office decides. */
@Named("schedule")
@ViewScoped
public class ScheduleCard implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ScheduleQueries queries;
  @Inject private ScheduleDesk desk;
  @Inject private ScheduleMoving moving;
  @Inject private ScheduleWithdrawal withdrawal;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private final TypedBasis basis = new TypedBasis(BasisDocument.Type.DECISION);
  private LocalDate from;
  private LocalDate to;
  private String note;
  private Map<String, String> problems = Map.of();
  private transient ScheduleQueries.View view;

  public ScheduleQueries.View getView() {
    if (view == null) {
      view = queries.view(id);
    }
    return view;
  }

  /** The dean agrees. */
  public void agree() {
    run(() -> desk.agree(id, true, null));
  }

  /** The dean does not. */
  public void decline() {
    run(() -> desk.agree(id, false, note));
  }

  /** The office approves. */
  public void approve() {
    run(() -> desk.approve(id, basis.document(), from, to));
  }

  /** The office gives the session other days. */
  public void move() {
    run(() -> moving.move(id, basis.document(), from, to));
  }

  /** Who asked takes it back. */
  public void withdraw() {
    run(() -> withdrawal.withdraw(id));
  }

  /** The office refuses. */
  public void refuse() {
    run(() -> desk.refuse(id, note));
  }

  private void run(Runnable act) {
    try {
      act.run();
      view = null;
      notice.say("attestation.schedule.done.decided");
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
    }
  }

  /** Sends the certificate. */
  public void download() throws IOException {
    ScheduleQueries.File file = queries.certificate(id);
    Download.attachment(file.mediaType(), file.name(), file.content());
  }

  public TypedBasis getBasis() {
    return basis;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  /** First day of the individual session, as it is typed. */
  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  /** Its last day. */
  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
