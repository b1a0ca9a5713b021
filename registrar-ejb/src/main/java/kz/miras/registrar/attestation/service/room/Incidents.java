package kz.miras.registrar.attestation.service.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.room.ExamIncident;
import kz.miras.registrar.attestation.room.IncidentStatus;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/** Repository of acts about incidents. */
@ApplicationScoped
class Incidents {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  void add(ExamIncident incident) {
    entities.persist(incident);
    entities.flush();
  }

  /**
   * The act of a public id.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  ExamIncident require(String id) {
    return PublicId.parse(id)
        .flatMap(
            uuid ->
                entities
                    .createQuery(
                        "SELECT i FROM ExamIncident i WHERE i.uuid = :uuid", ExamIncident.class)
                    .setParameter("uuid", uuid)
                    .getResultStream()
                    .findFirst())
        .orElseThrow(() -> new RegistrarException.NotFound("incident", String.valueOf(id)));
  }

  /** Locks it and reads it anew, so that two decisions never cross. */
  ExamIncident lock(ExamIncident incident) {
    entities.refresh(incident, LockModeType.PESSIMISTIC_WRITE);
    return incident;
  }

  /**
   * The sheet its student is in now: another group's of the same discipline where the row has gone
   * there (RAT-7), else that of the exam.
   *
   * @param exam the sheet it was drawn up about
   */
  Sheet followed(ExamIncident incident, Sheet exam) {
    List<Sheet> all =
        entities
            .createQuery(
                "SELECT r.sheet FROM SheetRow r WHERE r.studentId = :student AND (r.sheet = :sheet"
                    + " OR r.sheet.disciplineId = :discipline AND r.sheet.termId = :term AND"
                    + " r.sheet.continuesId IS NULL AND r.sheet.ratesId IS NULL) ORDER BY r.sheet.id",
                Sheet.class)
            .setParameter("student", incident.getStudentId())
            .setParameter("sheet", exam)
            .setParameter("discipline", exam.getDisciplineId())
            .setParameter("term", exam.getTermId())
            .getResultList();
    return all.isEmpty() || all.contains(exam) ? exam : all.get(all.size() - 1);
  }

  /** Acts at the exam of a sheet. */
  List<ExamIncident> of(long sheet) {
    return entities
        .createQuery(
            "SELECT i FROM ExamIncident i WHERE i.sheetId = :sheet ORDER BY i.number",
            ExamIncident.class)
        .setParameter("sheet", sheet)
        .getResultList();
  }

  /** Whether the result it is about has been annulled: once is all there can be. */
  boolean annulled(ExamIncident incident) {
    return of(incident.getSheetId()).stream()
        .anyMatch(
            one ->
                one.getStudentId() == incident.getStudentId()
                    && one.getStatus() == IncidentStatus.ANNULLED);
  }

  /** How many of them wait for their decision. */
  long undecided(long sheet) {
    return entities
        .createQuery(
            "SELECT COUNT(i) FROM ExamIncident i WHERE i.sheetId = :sheet AND i.status ="
                + " kz.miras.registrar.attestation.room.IncidentStatus.REGISTERED",
            Long.class)
        .setParameter("sheet", sheet)
        .getSingleResult();
  }

  /** The next number of a calendar year; its row is locked till the transaction ends. */
  String nextNumber(int year) {
    entities
        .createNativeQuery(
            "INSERT INTO incident_series (year, last_number) VALUES (?, 1) ON DUPLICATE KEY UPDATE"
                + " last_number = last_number + 1")
        .setParameter(1, year)
        .executeUpdate();
    Number last =
        (Number)
            entities
                .createNativeQuery("SELECT last_number FROM incident_series WHERE year = ?")
                .setParameter(1, year)
                .getSingleResult();
    return String.format("%d-%04d", year, last.longValue());
  }
}
