package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.service.SeatedLessons.Beside;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/** REG-11. Whose lessons overlap although they have their seats: timetables move afterwards. */
@Stateless
@Guarded
public class ClashQueries {

  @Inject private SeatedLessons seated;
  @Inject private Offerings offerings;
  @Inject private StudentScope scope;
  @Inject private PlanWishes terms;

  /**
   * Somebody whose lessons overlap.
   *
   * @param section code of the section of the offering
   * @param link public id of the student
   * @param with what they overlap with
   */
  public record Clashing(
      String section, String link, String number, String name, List<Refusal> with)
      implements Serializable {}

  /** Students of an offering whose lessons in it overlap with others of theirs, by name. */
  @RolesAllowed({Permissions.OFFERING_EDIT, Permissions.OFFERING_APPROVE})
  public List<Clashing> of(long offering) {
    Map<Long, String> codes = new LinkedHashMap<>();
    for (Section section : offerings.sectionsOf(offering)) {
      codes.put(section.getId(), section.getCode());
    }
    List<Beside> beside = seated.beside(codes.keySet());
    Map<String, Clashing> clashing = new LinkedHashMap<>();
    SeatedLessons.clashes(beside, seated.lessons(beside))
        .forEach(
            (one, with) ->
                clashing
                    .computeIfAbsent(
                        one.person().id() + " " + one.section(),
                        key ->
                            new Clashing(
                                codes.get(one.section()),
                                one.person().link().toString(),
                                one.person().number(),
                                one.person().name(),
                                new ArrayList<>()))
                    .with()
                    .addAll(with));
    return List.copyOf(clashing.values());
  }

  /**
   * The disciplines of a student in a term whose lessons overlap with others of theirs, by code.
   *
   * @param student public id or number
   * @param term code of the term
   */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public Map<String, List<Refusal>> of(String student, String term) {
    Student found = scope.visible(student, Permissions.PLAN_READ, Permissions.PLAN_MAKE);
    List<Beside> beside = seated.ofStudent(found.getId(), terms.term(term).getId());
    Map<String, List<Refusal>> clashing = new LinkedHashMap<>();
    SeatedLessons.clashes(beside, seated.lessons(beside))
        .forEach(
            (one, with) ->
                clashing
                    .computeIfAbsent(one.discipline(), key -> new ArrayList<>())
                    .addAll(with.stream().filter(w -> !has(clashing, one, w)).toList()));
    return clashing;
  }

  private static boolean has(Map<String, List<Refusal>> clashing, Beside one, Refusal with) {
    return clashing.getOrDefault(one.discipline(), List.of()).contains(with);
  }
}
