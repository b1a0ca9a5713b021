package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.plan.DegreeAudit;
import kz.miras.registrar.registration.plan.DegreeMinors;
import kz.miras.registrar.registration.plan.DegreeState;
import kz.miras.registrar.registration.rule.ElectiveRoom;
import kz.miras.registrar.registration.service.CatalogueAdditions.Addition;
import kz.miras.registrar.student.Student;

/** Holds the curriculum of a student against what was done; whom one may see is asked before. */
@ApplicationScoped
public class DegreeReader {

  @Inject private Catalogue catalogue;
  @Inject private AcademicRecord record;
  @Inject private ElectiveRooms electives;
  @Inject private CatalogueAdditions additions;

  /**
   * What a student's degree is made of.
   *
   * @param items lines of the curriculum
   * @param added what the catalogue has added to its choice
   * @param minors keys of disciplines taken as a minor
   * @param past of all of them, of their prerequisites and of what goes with them
   */
  record Own(
      List<CurriculumItem> items,
      List<Addition> added,
      Set<Long> minors,
      Map<Long, AcademicRecord.Past> past) {

    /** Disciplines of the curriculum, those added to it included. */
    List<Discipline> disciplines() {
      return Stream.concat(
              items.stream().map(CurriculumItem::getDiscipline),
              added.stream().map(Addition::discipline))
          .toList();
    }
  }

  /** What of a student's degree is passed; what is only studied or planned is open. */
  public DegreeAudit passed(Student student) {
    Own own = read(student);
    return audit(own, one -> DegreeState.of(own.past().get(one.getId()), false, false));
  }

  Own read(Student student) {
    List<CurriculumItem> items = catalogue.items(student.getCurriculum().getId());
    List<Addition> added = additions.of(student.getCurriculum().getId(), items);
    Own bare = new Own(items, added, Set.of(), Map.of());
    Set<Long> asked = new HashSet<>();
    for (Discipline discipline : bare.disciplines()) {
      asked.add(discipline.getId());
      discipline.getPrerequisites().forEach(needed -> asked.add(needed.getId()));
      discipline.getCorequisites().forEach(needed -> asked.add(needed.getId()));
    }
    Set<Long> minors = electives.minors(student.getId());
    bare.disciplines().forEach(discipline -> minors.remove(discipline.getId()));
    asked.addAll(minors);
    return new Own(items, added, minors, record.past(student.getId(), asked));
  }

  /**
   * The audit of a degree.
   *
   * @param states how each discipline stands
   */
  DegreeAudit audit(Own own, Function<Discipline, DegreeState> states) {
    Map<String, DegreeState> known = new HashMap<>();
    own.disciplines().forEach(one -> known.put(one.getCode(), states.apply(one)));
    return DegreeAudit.of(
        Stream.concat(
                own.items().stream().map(PlanLine::of),
                own.added().stream()
                    .filter(one -> one.counts(known.get(one.line().code())))
                    .map(Addition::line))
            .sorted(Comparator.comparingInt(PlanLine::termNo).thenComparing(PlanLine::code))
            .toList(),
        known,
        minors(own.items(), own.added(), own.minors(), states));
  }

  /** REG-7. What is taken as a minor, and the electives it may be taken in place of. */
  private DegreeMinors minors(
      List<CurriculumItem> items,
      List<Addition> added,
      Set<Long> minors,
      Function<Discipline, DegreeState> states) {
    return minors.isEmpty()
        ? DegreeMinors.NONE
        : new DegreeMinors(
            catalogue.disciplines(minors).stream()
                .sorted(Comparator.comparing(Discipline::getCode))
                .map(
                    one ->
                        new DegreeMinors.Minor(
                            one.getCode(), one.getName(), one.getCredits(), states.apply(one)))
                .toList(),
            Stream.concat(
                    items.stream()
                        .filter(item -> admits(item.getComponent(), item.getDiscipline()))
                        .map(item -> item.getDiscipline().getCode()),
                    added.stream()
                        .filter(one -> admits(one.line().component(), one.discipline()))
                        .map(one -> one.line().code()))
                .collect(Collectors.toSet()));
  }

  private static boolean admits(Component component, Discipline discipline) {
    return ElectiveRoom.admits(component, discipline.getKind());
  }
}
