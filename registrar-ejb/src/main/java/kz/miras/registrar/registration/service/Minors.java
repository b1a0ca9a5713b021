package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.StudentMinor;

/** Repository of the minors students follow. */
@ApplicationScoped
class Minors {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  List<StudentMinor> all() {
    return entities
        .createQuery(
            "SELECT m FROM StudentMinor m JOIN FETCH m.student JOIN FETCH m.programme",
            StudentMinor.class)
        .getResultList();
  }

  void add(StudentMinor minor) {
    entities.persist(minor);
  }

  /** The minor recorded for a student, followed now or not. */
  Optional<StudentMinor> of(long student) {
    return entities
        .createQuery(
            "SELECT m FROM StudentMinor m JOIN FETCH m.programme WHERE m.student.id = :student",
            StudentMinor.class)
        .setParameter("student", student)
        .getResultStream()
        .findFirst();
  }

  /**
   * Keys of the disciplines of the minor a student follows in some part of a term; read at the
   * first question.
   */
  Supplier<Set<Long>> disciplines(long student, Term term) {
    return new Supplier<>() {
      private Set<Long> known;

      @Override
      public Set<Long> get() {
        if (known == null) {
          known =
              new HashSet<>(
                  entities
                      .createQuery(
                          "SELECT i.discipline.id FROM CurriculumItem i, StudentMinor m WHERE"
                              + " i.curriculum.programme = m.programme AND m.student.id = :student"
                              + " AND m.validFrom <= :end AND (m.validTo IS NULL OR m.validTo >="
                              + " :start)",
                          Long.class)
                      .setParameter("student", student)
                      .setParameter("start", term.getStartsOn())
                      .setParameter("end", term.getEndsOn())
                      .getResultList());
        }
        return known;
      }
    };
  }
}
