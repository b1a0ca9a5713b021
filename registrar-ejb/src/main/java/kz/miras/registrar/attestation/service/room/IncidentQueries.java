package kz.miras.registrar.attestation.service.room;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.room.ExamIncident;
import kz.miras.registrar.attestation.room.IncidentStatus;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetClocks;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** Acts about incidents as screens show them. */
@Stateless
@Guarded
public class IncidentQueries {

  @Inject private Incidents incidents;
  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetClocks clocks;
  @Inject private Rooms rooms;
  @Inject private Students students;
  @Inject private Access access;

  /**
   * An act.
   *
   * @throws RegistrarException.NotFound where the caller may not see it
   */
  @RolesAllowed(Permissions.EXAM_ROOM_READ)
  public IncidentView view(String id) {
    ExamIncident incident = incidents.require(id);
    Sheet sheet = sheets.byId(incident.getSheetId()).orElseThrow();
    access.requireVisible(Permissions.EXAM_ROOM_READ, whose.target(sheet), "incident", id);
    Student student = students.byId(incident.getStudentId()).orElseThrow();
    return new IncidentView(
        incident.getUuid().toString(),
        incident.getNumber(),
        incident.getStatus(),
        rooms.head(sheet),
        student.fullName(),
        student.getStudentNo(),
        incident.getKind(),
        incident.getOccurredAt(),
        incident.isRemoved(),
        incident.getDescription(),
        incident.getWitnesses(),
        incident.getExplanation(),
        incident.getRegisteredBy(),
        incident.getRegisteredAt(),
        incident.getBasis(),
        incident.getDecidedBy(),
        incident.getDecidedAt(),
        clocks.annulUntil(sheet).orElse(null),
        sheet.getStatus().isPosted(),
        decides(incident, sheet));
  }

  private boolean decides(ExamIncident incident, Sheet sheet) {
    return incident.getStatus() == IncidentStatus.REGISTERED
        && whose.may(Permissions.INCIDENT_DECIDE, sheet)
        && rooms.isOthers(sheet)
        && !incident.getRegisteredBy().equals(access.current().login());
  }
}
