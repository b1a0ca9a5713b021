package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.AcademicDifference;

/** Repository of academic differences. */
@ApplicationScoped
public class Differences {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  List<AcademicDifference> all() {
    return entities
        .createQuery(
            "SELECT d FROM AcademicDifference d JOIN FETCH d.student JOIN FETCH d.discipline",
            AcademicDifference.class)
        .getResultList();
  }

  /** What is asked of a student on a day, passed or not, in the order it was to be closed. */
  List<AcademicDifference> standing(long student, LocalDate day) {
    return entities
        .createQuery(
            "SELECT d FROM AcademicDifference d JOIN FETCH d.discipline WHERE d.student.id ="
                + " :student ORDER BY d.dueOn, d.id",
            AcademicDifference.class)
        .setParameter("student", student)
        .getResultStream()
        .filter(one -> one.standsOn(day))
        .toList();
  }

  /** What is asked of each of these students, by their keys; whatever day it stands on. */
  public Map<Long, List<AcademicDifference>> of(Collection<Long> students) {
    return students.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "SELECT d FROM AcademicDifference d JOIN FETCH d.discipline WHERE d.student.id IN"
                    + " :students ORDER BY d.dueOn, d.id",
                AcademicDifference.class)
            .setParameter("students", students)
            .getResultStream()
            .collect(Collectors.groupingBy(one -> one.getStudent().getId()));
  }

  void add(AcademicDifference difference) {
    entities.persist(difference);
  }
}
