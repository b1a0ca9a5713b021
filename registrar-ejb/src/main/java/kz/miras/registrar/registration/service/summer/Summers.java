package kz.miras.registrar.registration.service.summer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.service.ChosenPurposes;
import kz.miras.registrar.registration.service.payment.SpecialPrice;
import kz.miras.registrar.registration.summer.SummerApplication;
import kz.miras.registrar.registration.summer.SummerApplicationStatus;
import kz.miras.registrar.registration.summer.SummerDiscipline;
import kz.miras.registrar.registration.summer.SummerGroupStatus;
import kz.miras.registrar.registration.summer.SummerPlan;
import kz.miras.registrar.registration.summer.SummerStatus;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/** Repository of summer semesters. */
@ApplicationScoped
class Summers implements SpecialPrice, ChosenPurposes {

  private static final String PLANS =
      "SELECT p FROM SummerPlan p JOIN FETCH p.term t JOIN FETCH t.academicYear";
  private static final String DISCIPLINES =
      "SELECT d FROM SummerDiscipline d JOIN FETCH d.discipline JOIN FETCH d.plan p";
  private static final String APPLICATIONS =
      "SELECT a FROM SummerApplication a JOIN FETCH a.discipline d JOIN FETCH d.discipline";

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private SummerCounts counts;

  void add(Object entity) {
    entities.persist(entity);
  }

  void remove(SummerDiscipline discipline) {
    entities.remove(discipline);
  }

  void flush() {
    entities.flush();
  }

  List<SummerPlan> plans() {
    return entities
        .createQuery(PLANS + " ORDER BY t.startsOn DESC", SummerPlan.class)
        .getResultList();
  }

  SummerPlan plan(String id) {
    return PublicId.parse(id)
        .flatMap(
            uuid ->
                entities
                    .createQuery(PLANS + " WHERE p.uuid = :uuid", SummerPlan.class)
                    .setParameter("uuid", uuid)
                    .getResultStream()
                    .findFirst())
        .orElseThrow(() -> new RegistrarException.NotFound("summer", id));
  }

  /** The plan, which nobody else changes until this transaction ends. */
  SummerPlan locked(String id) {
    SummerPlan plan = plan(id);
    entities.refresh(plan, LockModeType.PESSIMISTIC_WRITE);
    return plan;
  }

  List<SummerDiscipline> disciplines(SummerPlan plan) {
    return entities
        .createQuery(
            DISCIPLINES + " WHERE d.plan = :plan ORDER BY d.discipline.code, d.language",
            SummerDiscipline.class)
        .setParameter("plan", plan)
        .getResultList();
  }

  List<SummerDiscipline> disciplines() {
    return entities.createQuery(DISCIPLINES, SummerDiscipline.class).getResultList();
  }

  SummerDiscipline discipline(String id) {
    return PublicId.parse(id)
        .flatMap(
            uuid ->
                entities
                    .createQuery(DISCIPLINES + " WHERE d.uuid = :uuid", SummerDiscipline.class)
                    .setParameter("uuid", uuid)
                    .getResultStream()
                    .findFirst())
        .orElseThrow(() -> new RegistrarException.NotFound("summer", id));
  }

  /** The discipline an offering was opened for. */
  SummerDiscipline taught(long offering) {
    return entities
        .createQuery(
            DISCIPLINES + " WHERE d.offeringId = :offering AND d.status <> :refused",
            SummerDiscipline.class)
        .setParameter("offering", offering)
        .setParameter("refused", SummerGroupStatus.REFUSED)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new RegistrarException.NotFound("summer", offering));
  }

  /** Applications that count for a discipline, in the order they came. */
  List<SummerApplication> active(SummerDiscipline discipline) {
    return entities
        .createQuery(
            APPLICATIONS
                + " WHERE a.discipline = :discipline AND a.status IN :active ORDER BY a.appliedAt,"
                + " a.id",
            SummerApplication.class)
        .setParameter("discipline", discipline)
        .setParameter("active", SummerApplicationStatus.active())
        .getResultList();
  }

  /** Applications of a plan that wait for their group, in the order they came. */
  List<SummerApplication> waiting(SummerPlan plan) {
    return entities
        .createQuery(
            APPLICATIONS
                + " WHERE d.plan = :plan AND a.status = :applied ORDER BY a.appliedAt, a.id",
            SummerApplication.class)
        .setParameter("plan", plan)
        .setParameter("applied", SummerApplicationStatus.APPLIED)
        .getResultList();
  }

  /** Every application for a discipline, those that count first. */
  List<SummerApplication> all(SummerDiscipline discipline) {
    return entities
        .createQuery(
            APPLICATIONS + " WHERE a.discipline = :discipline ORDER BY a.status, a.appliedAt, a.id",
            SummerApplication.class)
        .setParameter("discipline", discipline)
        .getResultList();
  }

  /** A student's applications in a plan, the newest first. */
  List<SummerApplication> of(SummerPlan plan, long student) {
    return entities
        .createQuery(
            APPLICATIONS
                + " WHERE d.plan = :plan AND a.studentId = :student ORDER BY a.appliedAt DESC",
            SummerApplication.class)
        .setParameter("plan", plan)
        .setParameter("student", student)
        .getResultList();
  }

  SummerApplication application(String id) {
    Optional<UUID> uuid = PublicId.parse(id);
    return uuid.flatMap(
            one ->
                entities
                    .createQuery(APPLICATIONS + " WHERE a.uuid = :uuid", SummerApplication.class)
                    .setParameter("uuid", one)
                    .getResultStream()
                    .findFirst())
        .orElseThrow(() -> new RegistrarException.NotFound("summer", id));
  }

  /** Those that have not ended, nor their enrolment. */
  List<SummerApplication> counting(List<SummerApplication> all) {
    Map<Long, EnrolmentStatus> enrolled = enrolments(all);
    return all.stream()
        .filter(one -> one.getStatus().isActive())
        .filter(
            one ->
                !enrolled.containsKey(one.getEnrolmentId())
                    || enrolled.get(one.getEnrolmentId()).isActive())
        .toList();
  }

  /** Those that want lessons of ours. */
  static List<SummerApplication> here(List<SummerApplication> all) {
    return all.stream().filter(one -> !one.isRecredit()).toList();
  }

  /** What became of the enrolment of an application; empty where there is none. */
  Optional<EnrolmentStatus> enrolment(SummerApplication application) {
    return Optional.ofNullable(enrolments(List.of(application)).get(application.getEnrolmentId()));
  }

  /** What became of the enrolments of applications, by key of the enrolment. */
  Map<Long, EnrolmentStatus> enrolments(Collection<SummerApplication> applications) {
    List<Long> keys =
        applications.stream()
            .map(SummerApplication::getEnrolmentId)
            .filter(Objects::nonNull)
            .toList();
    return counts.statuses(keys);
  }

  @Override
  public Map<Long, SummerPurpose> purposes(long student, long term) {
    Map<Long, SummerPurpose> purposes = new HashMap<>();
    entities
        .createQuery(
            APPLICATIONS
                + " WHERE a.studentId = :student AND d.plan.term.id = :term AND a.status IN :active"
                + " ORDER BY a.appliedAt, a.id",
            SummerApplication.class)
        .setParameter("student", student)
        .setParameter("term", term)
        .setParameter("active", SummerApplicationStatus.active())
        .getResultList()
        .forEach(
            one -> purposes.put(one.getDiscipline().getDiscipline().getId(), one.getPurpose()));
    return purposes;
  }

  @Override
  public Map<Long, Set<Long>> planned(long term) {
    Map<Long, Set<Long>> planned = new HashMap<>();
    entities
        .createQuery(
            DISCIPLINES
                + " WHERE p.term.id = :term AND p.status IN :approved AND d.proposed = FALSE AND"
                + " d.status <> :refused",
            SummerDiscipline.class)
        .setParameter("term", term)
        .setParameter("approved", List.of(SummerStatus.APPROVED, SummerStatus.CLOSED))
        .setParameter("refused", SummerGroupStatus.REFUSED)
        .getResultList()
        .forEach(
            one -> {
              Set<Long> taught =
                  planned.computeIfAbsent(one.getDiscipline().getId(), key -> new HashSet<>());
              if (one.getStatus().isTaught()) {
                taught.add(one.getOfferingId());
              }
            });
    return planned;
  }

  @Override
  public Optional<BigDecimal> of(long offering) {
    return entities
        .createQuery(
            "SELECT d FROM SummerDiscipline d WHERE d.offeringId = :offering",
            SummerDiscipline.class)
        .setParameter("offering", offering)
        .getResultStream()
        .findFirst()
        .map(SummerDiscipline::specialPrice);
  }
}
