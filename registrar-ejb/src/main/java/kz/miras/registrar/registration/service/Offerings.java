package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.SectionTeacher;

/** Repository of offerings, sections, seats and enrolments. */
@ApplicationScoped
public class Offerings {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  public void add(Object entity) {
    entities.persist(entity);
  }

  public void remove(SectionSlot slot) {
    entities.remove(slot);
  }

  /** The timetable of a term. */
  public List<SectionSlot> slotsIn(long term) {
    return entities
        .createQuery(
            "SELECT s FROM SectionSlot s WHERE s.sectionId IN (SELECT x.id FROM Section x WHERE"
                + " x.offering.termId = :term)",
            SectionSlot.class)
        .setParameter("term", term)
        .getResultList();
  }

  public void flush() {
    entities.flush();
  }

  public List<Offering> all() {
    return entities.createQuery("SELECT o FROM Offering o", Offering.class).getResultList();
  }

  public List<Section> sections() {
    return entities
        .createQuery("SELECT s FROM Section s JOIN FETCH s.offering", Section.class)
        .getResultList();
  }

  /** Sections of a term with their offerings. */
  public List<Section> sectionsIn(long term) {
    return entities
        .createQuery(
            "SELECT s FROM Section s JOIN FETCH s.offering o WHERE o.termId = :term", Section.class)
        .setParameter("term", term)
        .getResultList();
  }

  public Optional<Offering> offering(long id) {
    return Optional.ofNullable(entities.find(Offering.class, id));
  }

  public Optional<Section> section(long id) {
    return Optional.ofNullable(entities.find(Section.class, id));
  }

  public List<Section> sectionsOf(long offering) {
    return entities
        .createQuery(
            "SELECT s FROM Section s WHERE s.offering.id = :offering ORDER BY s.kind, s.code",
            Section.class)
        .setParameter("offering", offering)
        .getResultList();
  }

  /** Offerings of a term, in the order of their codes. */
  public List<Offering> ofTerm(long term) {
    return entities
        .createQuery(
            "SELECT o FROM Offering o WHERE o.termId = :term ORDER BY o.code", Offering.class)
        .setParameter("term", term)
        .getResultList();
  }

  /** The offering of a code in the term of a code. */
  Optional<Offering> ofCode(String term, String code) {
    return entities
        .createQuery(
            "SELECT o FROM Offering o WHERE o.code = :code AND o.termId IN (SELECT t.id FROM Term t"
                + " WHERE t.code = :term)",
            Offering.class)
        .setParameter("code", code)
        .setParameter("term", term)
        .getResultStream()
        .findFirst();
  }

  /** Offerings of public ids. */
  List<Offering> byLinks(Collection<UUID> links) {
    return links.isEmpty()
        ? List.of()
        : entities
            .createQuery("SELECT o FROM Offering o WHERE o.uuid IN :links", Offering.class)
            .setParameter("links", links)
            .getResultList();
  }

  /** Offerings of keys. */
  public List<Offering> byIds(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("SELECT o FROM Offering o WHERE o.id IN :ids", Offering.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Sections of several offerings, each offering's in the order of kind and code. */
  List<Section> sectionsOf(Collection<Long> offerings) {
    return offerings.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "SELECT s FROM Section s JOIN FETCH s.offering WHERE s.offering.id IN :offerings"
                    + " ORDER BY s.kind, s.code",
                Section.class)
            .setParameter("offerings", offerings)
            .getResultList();
  }

  /** An enrolment of a student's own, over or not, by its public id. */
  Optional<Enrolment> enrolment(long student, UUID link) {
    return entities
        .createQuery(
            "SELECT e FROM Enrolment e WHERE e.uuid = :link AND e.studentId = :student",
            Enrolment.class)
        .setParameter("link", link)
        .setParameter("student", student)
        .getResultStream()
        .findFirst();
  }

  /** An enrolment of a student's own in a term that is not over, by its public id. */
  Optional<Enrolment> openByLink(long student, long term, UUID link) {
    return enrolment(student, link)
        .filter(enrolment -> EnrolmentStatus.open().contains(enrolment.getStatus()))
        .filter(
            enrolment ->
                offering(enrolment.getOfferingId())
                    .filter(offering -> offering.getTermId() == term)
                    .isPresent());
  }

  public List<SectionTeacher> teachersOf(long section) {
    return entities
        .createQuery(
            "SELECT t FROM SectionTeacher t WHERE t.sectionId = :section ORDER BY t.validFrom",
            SectionTeacher.class)
        .setParameter("section", section)
        .getResultList();
  }

  /** Appointments in force on a day. */
  public List<SectionTeacher> teachersOf(long section, LocalDate day) {
    return teachersOf(section).stream()
        .filter(t -> !t.getValidFrom().isAfter(day))
        .filter(t -> t.getValidTo() == null || !t.getValidTo().isBefore(day))
        .toList();
  }

  /** Appointments of many sections in force on a day. */
  List<SectionTeacher> teachersOf(Collection<Long> sections, LocalDate day) {
    return sections.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "SELECT t FROM SectionTeacher t WHERE t.sectionId IN :sections AND t.validFrom <="
                    + " :day AND (t.validTo IS NULL OR t.validTo >= :day)",
                SectionTeacher.class)
            .setParameter("sections", sections)
            .setParameter("day", day)
            .getResultList();
  }

  public List<SectionSlot> slotsOf(Collection<Long> sections) {
    return sections.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "SELECT s FROM SectionSlot s WHERE s.sectionId IN :sections", SectionSlot.class)
            .setParameter("sections", sections)
            .getResultList();
  }

  public Optional<Enrolment> enrolment(long id) {
    return Optional.ofNullable(entities.find(Enrolment.class, id, LockModeType.OPTIMISTIC));
  }

  /** Many at once. */
  public List<Enrolment> enrolments(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("SELECT e FROM Enrolment e WHERE e.id IN :ids", Enrolment.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** An active enrolment and what is studied. */
  record Planned(Enrolment enrolment, Discipline discipline) {}

  /** What a student has chosen for a term. */
  List<Planned> plan(long student, long term) {
    return entities
        .createQuery(
            "SELECT e, d FROM Enrolment e, Offering o, Discipline d WHERE o.id = e.offeringId AND"
                + " d.id = o.disciplineId AND e.studentId = :student AND o.termId = :term AND"
                + " e.status IN :active",
            Object[].class)
        .setParameter("student", student)
        .setParameter("term", term)
        .setParameter("active", EnrolmentStatus.active())
        .getResultStream()
        .map(pair -> new Planned((Enrolment) pair[0], (Discipline) pair[1]))
        .toList();
  }

  /** Enrolments of a student that are not over. */
  public List<Enrolment> open(long student) {
    return entities
        .createQuery(
            "SELECT e FROM Enrolment e WHERE e.studentId = :student AND e.status IN :open",
            Enrolment.class)
        .setParameter("student", student)
        .setParameter("open", EnrolmentStatus.open())
        .getResultList();
  }

  /** Enrolments of an offering that are not over. */
  List<Enrolment> openIn(long offering) {
    return entities
        .createQuery(
            "SELECT e FROM Enrolment e WHERE e.offeringId = :offering AND e.status IN :open ORDER BY"
                + " e.studentId",
            Enrolment.class)
        .setParameter("offering", offering)
        .setParameter("open", EnrolmentStatus.open())
        .getResultList();
  }

  /**
   * Whom the sheet of a section has a row for: each student once, as enrolled or, where nothing
   * else is left of it, as withdrawn.
   */
  public List<Enrolment> inSheet(long section) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT e.* FROM enrolment e JOIN enrolment_place p ON p.enrolment_id = e.id WHERE"
                    + " p.section_id = ? AND e.status IN ('ENROLLED', 'WITHDRAWN') ORDER BY"
                    + " e.status = 'ENROLLED', e.ended_at",
                Enrolment.class)
            .setParameter(1, section)
            .getResultList();
    Map<Long, Enrolment> last = new LinkedHashMap<>();
    found.stream()
        .map(Enrolment.class::cast)
        .forEach(enrolment -> last.put(enrolment.getStudentId(), enrolment));
    return List.copyOf(last.values());
  }

  /** Keys of those who teach or examine, on a day, where an enrolment has its places. */
  public List<Long> teachersOfEnrolment(long enrolment, LocalDate day) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT DISTINCT t.teacher_id FROM section_teacher t JOIN enrolment_place p ON"
                    + " p.section_id = t.section_id WHERE p.enrolment_id = ? AND t.valid_from <= ?"
                    + " AND (t.valid_to IS NULL OR t.valid_to >= ?)")
            .setParameter(1, enrolment)
            .setParameter(2, day)
            .setParameter(3, day)
            .getResultList();
    return found.stream().map(id -> ((Number) id).longValue()).toList();
  }
}
