package kz.miras.registrar.attestation.service.room;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.PostedResults;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.room.AttendanceRecord;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.room.ExamIncident;
import kz.miras.registrar.attestation.room.IncidentAct;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetClocks;
import kz.miras.registrar.attestation.service.SheetRecords;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * EXR-7, EXR-8. Acts about incidents: one person draws an act up, another annuls the result or lets
 * it stand. A result that is posted is annulled by a new entry of the history that names the act;
 * one that is not becomes 0 in its row, and nobody types over it (CTL-16).
 */
@Stateless
@Guarded
public class IncidentDesk {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetClocks clocks;
  @Inject private SheetRecords typists;
  @Inject private Rooms rooms;
  @Inject private RoomRecords records;
  @Inject private Incidents incidents;
  @Inject private IncidentNews news;
  @Inject private PostedResults results;
  @Inject private Access access;
  @Inject private RuleBook rules;
  @Inject private AuditContext audit;
  @Inject private Event<ExamAnnulled> annulled;
  @Inject private UniversityTime time;

  /**
   * Draws up an act about a student of a sheet.
   *
   * @param row key of the student's row
   * @return public id of the act
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.INCIDENT_REGISTER)
  public String register(String id, long row, IncidentAct act) {
    Sheet sheet = whose.room(id);
    whose.require(Permissions.INCIDENT_REGISTER, sheet);
    if (sheet.getStatus() == SheetStatus.CREATED) {
      throw new RegistrarException.Refused(
          Refusal.of(
              "attestation.sheet.wrong-state", "CTL-15", sheet.getNumber(), sheet.getStatus()));
    }
    sheets.lock(sheet);
    SheetRow of = sheets.row(sheet, row);
    RoomFacts facts = records.of(sheet.getId());
    RoomFacts.Person person = facts.people().get(of.getStudentId());
    refuse(
        act.judge(
            sheet.getExamDate(),
            person.name(),
            rules.named(sheet.getRuleSetCode()),
            time.now(),
            time.zone()));
    ExamIncident incident =
        new ExamIncident(
            incidents.nextNumber(time.today().getYear()),
            sheet.getId(),
            of.getStudentId(),
            act,
            access.current().login(),
            time.now());
    incidents.add(incident);
    if (act.removed()) {
      remove(sheet, of.getStudentId(), facts.attendance().get(of.getStudentId()));
    }
    news.registered(incident, sheet, person.name());
    return incident.getUuid().toString();
  }

  /** Who was there and known by a document is recorded as sent out, where that may be recorded. */
  private void remove(Sheet sheet, long student, RoomFacts.Came came) {
    if (came != null && came.state().came() && rooms.mayRecord(sheet).isAllowed()) {
      rooms.store(
          sheet, student, new AttendanceRecord(ExamAttendance.REMOVED, came.identity()), came);
    }
  }

  /**
   * Decides an act. The result is annulled where it is now: in the sheet of another group where the
   * student has gone there since (RAT-7).
   *
   * @param annul whether the result is annulled; else it stands
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.INCIDENT_DECIDE)
  public void decide(String id, boolean annul, BasisDocument basis) {
    ExamIncident incident = incidents.require(id);
    Sheet exam = sheets.byId(incident.getSheetId()).orElseThrow();
    whose.require(Permissions.INCIDENT_DECIDE, exam);
    Sheet sheet = sheets.lock(incidents.followed(incident, exam));
    incidents.lock(incident);
    String me = access.current().login();
    LocalDate until = clocks.annulUntil(exam).orElse(null);
    Mark instead = annul ? instead(sheet, incident) : null;
    Verdict verdict =
        rooms
            .duty(sheet)
            .and(exam.equals(sheet) ? Verdict.allowed() : rooms.duty(exam))
            .and(incident.judge(annul, basis, me, until, instead, time.today()));
    refuse(verdict);
    audit.because(basis.reason().strip());
    incident.decide(annul, basis, me, time.now());
    if (annul) {
      annul(sheet, incident, basis, me);
    }
    news.decided(incident, sheet);
  }

  private void annul(Sheet sheet, ExamIncident incident, BasisDocument basis, String me) {
    if (sheet.getStatus().isPosted()) {
      annulled.fire(
          new ExamAnnulled(incident.getStudentId(), sheet.getId(), incident.getNumber(), basis));
    } else {
      student(sheet, incident.getStudentId()).annul(incident.getNumber(), me);
      typists.typed(sheet.getId(), me);
    }
  }

  /** The mark that stands in place of a result; null where a score stands, or nothing yet. */
  private Mark instead(Sheet sheet, ExamIncident incident) {
    if (incidents.annulled(incident)) {
      throw nothing();
    }
    long student = incident.getStudentId();
    if (!sheet.getStatus().isPosted()) {
      return student(sheet, student).scores().mark();
    }
    PostedResults.Posted posted = results.of(student).get(sheet.getId());
    if (posted == null) {
      throw nothing();
    }
    Mark mark = posted.grade().mark();
    return mark == Mark.P || mark == Mark.NP ? null : mark;
  }

  private SheetRow student(Sheet sheet, long student) {
    return sheets.rows(sheet.getId()).stream()
        .filter(one -> one.getStudentId() == student)
        .findFirst()
        .orElseThrow(IncidentDesk::nothing);
  }

  private static RegistrarException.Refused nothing() {
    return new RegistrarException.Refused(Refusal.of("attestation.incident.nothing", "EXR-8"));
  }
}
