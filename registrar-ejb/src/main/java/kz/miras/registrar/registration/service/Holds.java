package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.registration.StudentHold;
import kz.miras.registrar.registration.rule.HoldFact;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;

/** Holds on registration: what stands against a student, and telling the student of it. */
@ApplicationScoped
public class Holds {

  private static final String CARD = "/student/card.xhtml";

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private Notices notices;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * What stands against a student now, financial holds too: whether those count, the rule of the
   * day says.
   */
  public List<HoldFact> active(long studentId) {
    return entities
        .createQuery(
            "SELECT h FROM StudentHold h WHERE h.student.id = :student AND h.removedAt IS NULL"
                + " ORDER BY h.placedAt",
            StudentHold.class)
        .setParameter("student", studentId)
        .getResultStream()
        .map(hold -> new HoldFact(hold.getKind(), hold.getReason(), hold.getContact()))
        .toList();
  }

  /** What holds a student back today: of all that stands, what the rules of the day count. */
  public List<HoldFact> binding(Student student) {
    RuleSet inForce = rules.inForce(student.getProgramme().getLevel(), time.today());
    return active(student.getId()).stream().filter(hold -> hold.kind().binds(inForce)).toList();
  }

  /** Places one and tells the student. */
  void place(StudentHold hold) {
    entities.persist(hold);
    boolean counts =
        hold.getKind()
            .binds(rules.inForce(hold.getStudent().getProgramme().getLevel(), time.today()));
    notices.tellStudent(
        hold.getStudent().getId(),
        counts ? "registration.notice.hold" : "registration.notice.hold-money",
        CARD,
        hold.getKind(),
        hold.getReason(),
        hold.getContact());
  }

  /** Removes one and tells the student. */
  void remove(StudentHold hold, String why) {
    hold.remove(why, access.current().login(), time.now());
    notices.tellStudent(
        hold.getStudent().getId(),
        "registration.notice.hold-removed",
        CARD,
        hold.getKind(),
        hold.getReason());
  }

  List<StudentHold> of(long student) {
    return entities
        .createQuery(
            "SELECT h FROM StudentHold h LEFT JOIN FETCH h.unit WHERE h.student.id = :student ORDER"
                + " BY h.placedAt DESC",
            StudentHold.class)
        .setParameter("student", student)
        .getResultList();
  }

  /** Those of these kinds that stand, with their students. */
  List<StudentHold> standing(Collection<HoldKind> kinds) {
    return entities
        .createQuery(
            "SELECT h FROM StudentHold h JOIN FETCH h.student LEFT JOIN FETCH h.unit WHERE h.kind IN"
                + " :kinds AND h.removedAt IS NULL",
            StudentHold.class)
        .setParameter("kinds", kinds)
        .getResultList();
  }

  /** Keys of those of these kinds that were removed: student number, kind and reason. */
  Set<String> removed(Collection<HoldKind> kinds) {
    return entities
        .createQuery(
            "SELECT h.student.studentNo, h.kind, h.reason FROM StudentHold h WHERE h.kind IN :kinds"
                + " AND h.removedAt IS NOT NULL",
            Object[].class)
        .setParameter("kinds", kinds)
        .getResultStream()
        .map(row -> row[0] + " " + row[1] + " " + row[2])
        .collect(Collectors.toSet());
  }

  /** With whom holds of these kinds were settled of late, the usual first. */
  List<String> contacts(Collection<HoldKind> kinds) {
    return entities
        .createQuery(
            "SELECT h.contact FROM StudentHold h WHERE h.kind IN :kinds GROUP BY h.contact ORDER BY"
                + " COUNT(h) DESC",
            String.class)
        .setParameter("kinds", kinds)
        .setMaxResults(20)
        .getResultList();
  }

  Optional<StudentHold> byUuid(UUID uuid) {
    return entities
        .createQuery(
            "SELECT h FROM StudentHold h JOIN FETCH h.student WHERE h.uuid = :uuid",
            StudentHold.class)
        .setParameter("uuid", uuid)
        .getResultStream()
        .findFirst();
  }
}
