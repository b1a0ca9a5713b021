package kz.miras.registrar.attestation.service.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.room.ExamIncident;
import kz.miras.registrar.attestation.room.IncidentStatus;
import kz.miras.registrar.curriculum.service.Catalogue;

/** Tells everybody an act concerns what has become of it. */
@ApplicationScoped
class IncidentNews {

  private static final String OWN = "/achievement/my-session.xhtml";

  @Inject private Notices notices;
  @Inject private Catalogue catalogue;

  /** The student knows of it, and whoever decides has it before them. */
  void registered(ExamIncident incident, Sheet sheet, String student) {
    String discipline = discipline(sheet);
    notices.tellStudent(
        incident.getStudentId(),
        "attestation.incident.notice.student",
        OWN,
        incident.getNumber(),
        discipline,
        incident.getKind());
    notices.tellHolders(
        Permissions.INCIDENT_DECIDE,
        "attestation.incident.notice.to-decide",
        page(incident),
        incident.getNumber(),
        discipline,
        student);
  }

  /** The student, whoever drew it up and the examiner know what was decided. */
  void decided(ExamIncident incident, Sheet sheet) {
    boolean annulled = incident.getStatus() == IncidentStatus.ANNULLED;
    Serializable[] args = {
      incident.getNumber(),
      discipline(sheet),
      incident.getBasis().number(),
      incident.getBasis().date()
    };
    String code =
        annulled ? "attestation.incident.notice.annulled" : "attestation.incident.notice.dismissed";
    notices.tellStudent(incident.getStudentId(), code, OWN, args);
    notices.tellAccount(incident.getRegisteredBy(), code, page(incident), args);
    if (sheet.getExaminerId() != null) {
      notices.tellTeacher(sheet.getExaminerId(), code, page(incident), args);
    }
  }

  private String discipline(Sheet sheet) {
    return catalogue.discipline(sheet.getDisciplineId()).orElseThrow().getCode();
  }

  private static String page(ExamIncident incident) {
    return "/attestation/incident.xhtml?id=" + incident.getUuid();
  }
}
