package kz.miras.registrar.attestation.service.retake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.attestation.retake.IndividualSchedule;
import kz.miras.registrar.attestation.retake.IndividualSitting;
import kz.miras.registrar.attestation.retake.ScheduleStatus;
import kz.miras.registrar.shared.RegistrarException;

/** Repository of individual exam schedules. */
@ApplicationScoped
public class Schedules {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  /** Stores one and gives it its key. */
  public void add(IndividualSchedule schedule) {
    entities.persist(schedule);
    entities.flush();
  }

  public void add(IndividualSitting sitting) {
    entities.persist(sitting);
  }

  /** Locks it, so that of two who decide about it one waits for the other. */
  public IndividualSchedule lock(IndividualSchedule schedule) {
    entities.refresh(schedule, LockModeType.PESSIMISTIC_WRITE);
    return schedule;
  }

  /**
   * The schedule of a public id.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  public IndividualSchedule named(String id) {
    try {
      return entities
          .createQuery(
              "SELECT s FROM IndividualSchedule s WHERE s.uuid = :uuid", IndividualSchedule.class)
          .setParameter("uuid", UUID.fromString(String.valueOf(id)))
          .getResultStream()
          .findFirst()
          .orElseThrow(() -> new RegistrarException.NotFound("individual-schedule", id));
    } catch (IllegalArgumentException e) {
      throw new RegistrarException.NotFound("individual-schedule", String.valueOf(id));
    }
  }

  /** Keys of the sheets that requests of a student name which nobody has decided yet. */
  public Set<Long> waiting(long student) {
    return Set.copyOf(
        entities
            .createQuery(
                "SELECT DISTINCT n.sheetId FROM IndividualSitting n, IndividualSchedule s WHERE"
                    + " n.scheduleId = s.id AND s.studentId = :student AND s.status IN :open",
                Long.class)
            .setParameter("student", student)
            .setParameter("open", List.of(ScheduleStatus.ASKED, ScheduleStatus.AGREED))
            .getResultList());
  }

  /** The exams of a schedule, in order of key of their sheets: whoever locks them does so in it. */
  public List<IndividualSitting> sittings(long schedule) {
    return entities
        .createQuery(
            "SELECT s FROM IndividualSitting s WHERE s.scheduleId = :schedule ORDER BY s.sheetId",
            IndividualSitting.class)
        .setParameter("schedule", schedule)
        .getResultList();
  }
}
