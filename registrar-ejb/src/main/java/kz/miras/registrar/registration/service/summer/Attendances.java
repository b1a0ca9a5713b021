package kz.miras.registrar.registration.service.summer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.registration.Duty;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionTeacher;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.registration.summer.AttendanceCheck;
import kz.miras.registrar.registration.summer.Presence;
import kz.miras.registrar.registration.summer.SummerDiscipline;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** Repository of checks of attendance; and whose the groups are. */
@ApplicationScoped
class Attendances {

  /** The last revision of each check counts. */
  private static final String MARKS =
      "SELECT m.student_id, c.held_on, c.lesson, m.presence FROM attendance_check c JOIN section s"
          + " ON s.id = c.section_id JOIN attendance_mark m ON m.check_id = c.id WHERE s.offering_id"
          + " = ? AND NOT EXISTS (SELECT 1 FROM attendance_check n WHERE n.section_id ="
          + " c.section_id AND n.held_on = c.held_on AND n.lesson = c.lesson AND n.revision >"
          + " c.revision) ORDER BY c.held_on, c.lesson";

  private static final String ROSTER =
      "SELECT e.student_id FROM enrolment e JOIN enrolment_place p ON p.enrolment_id = e.id WHERE"
          + " p.section_id = ? AND e.status IN ('ENROLLED', 'COMPLETED')";
  private static final String CHECKS = "SELECT c FROM AttendanceCheck c WHERE ";

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private Offerings offerings;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** Where a student was looked for. */
  record Mark(long student, LocalDate on, int lesson, Presence presence) {}

  void add(AttendanceCheck check) {
    entities.persist(check);
    entities.flush();
  }

  /** What counts for an offering, by key of the student, in order of the lessons. */
  Map<Long, List<Mark>> marks(long offering) {
    List<?> rows = entities.createNativeQuery(MARKS).setParameter(1, offering).getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Mark(
                    ((Number) row[0]).longValue(),
                    LocalDate.parse(String.valueOf(row[1])),
                    ((Number) row[2]).intValue(),
                    Presence.valueOf((String) row[3])))
        .collect(Collectors.groupingBy(Mark::student));
  }

  /** How often the lessons of an offering were checked. */
  int checks(long offering) {
    return ((Number)
            entities
                .createNativeQuery(
                    "SELECT COUNT(DISTINCT c.section_id, c.held_on, c.lesson) FROM attendance_check"
                        + " c JOIN section s ON s.id = c.section_id WHERE s.offering_id = ?")
                .setParameter(1, offering)
                .getSingleResult())
        .intValue();
  }

  /** Keys of the students who have, or had to the end, a seat in a group. */
  List<Long> roster(long section) {
    List<?> rows = entities.createNativeQuery(ROSTER).setParameter(1, section).getResultList();
    return rows.stream().map(id -> ((Number) id).longValue()).toList();
  }

  /** Every revision of the checks of a group, the latest lesson first. */
  List<AttendanceCheck> of(long section) {
    return entities
        .createQuery(
            CHECKS
                + "c.sectionId = :section ORDER BY c.heldOn DESC, c.lesson DESC, c.revision DESC",
            AttendanceCheck.class)
        .setParameter("section", section)
        .getResultList();
  }

  AttendanceCheck check(String id) {
    Optional<UUID> uuid = PublicId.parse(id);
    return uuid.flatMap(
            one ->
                entities
                    .createQuery(CHECKS + "c.uuid = :uuid", AttendanceCheck.class)
                    .setParameter("uuid", one)
                    .getResultStream()
                    .findFirst())
        .orElseThrow(() -> new RegistrarException.NotFound("attendance", id));
  }

  /** The last revision for a lesson; empty where it was not checked. */
  Optional<AttendanceCheck> last(long section, LocalDate on, int lesson) {
    return of(section).stream()
        .filter(one -> one.getHeldOn().equals(on) && one.getLesson() == lesson)
        .findFirst();
  }

  Section section(String id) {
    return PublicId.parse(id)
        .flatMap(
            uuid ->
                entities
                    .createQuery("SELECT s FROM Section s WHERE s.uuid = :uuid", Section.class)
                    .setParameter("uuid", uuid)
                    .getResultStream()
                    .findFirst())
        .orElseThrow(() -> new RegistrarException.NotFound("section", id));
  }

  Section section(long id) {
    return offerings.section(id).orElseThrow();
  }

  /** From here on nobody else records or corrects a check of this group. */
  void takeTurn(Section section) {
    entities.lock(section, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The groups of a discipline the caller may see. */
  List<Section> visible(SummerDiscipline of) {
    return of.getOfferingId() == null
        ? List.of()
        : offerings.sectionsOf(of.getOfferingId()).stream()
            .filter(one -> access.may(Permissions.ATTENDANCE_READ, whose(one, of)))
            .toList();
  }

  /** By key of the discipline, whether the caller may see a group of it. */
  Map<Long, Boolean> visible(Collection<SummerDiscipline> all) {
    if (!access.may(Permissions.ATTENDANCE_READ)) {
      return Map.of();
    }
    // who sees every group needs no look at whose each one is
    boolean everywhere = access.may(Permissions.ATTENDANCE_READ, Target.nobodys());
    return all.stream()
        .collect(
            Collectors.toMap(
                SummerDiscipline::getId,
                one -> everywhere ? one.getStatus().isTaught() : !visible(one).isEmpty()));
  }

  /** Who teaches a group today, and at which school. */
  Target whose(Section section, SummerDiscipline of) {
    OrgUnit department = of.getDiscipline().getDepartment();
    OrgUnit school = department == null ? null : department.getParent();
    return Target.nobodys()
        .taughtBy(
            offerings.teachersOf(section.getId(), time.today()).stream()
                .filter(one -> one.getDuty() == Duty.TEACHER)
                .map(SectionTeacher::getTeacherId)
                .toList())
        .inSchool(school == null ? null : school.getId());
  }
}
