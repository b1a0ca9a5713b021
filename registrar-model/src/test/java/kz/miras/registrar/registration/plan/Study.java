package kz.miras.registrar.registration.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.shared.LocalizedText;

/** A curriculum and a student, described in a few words. */
final class Study {

  private final List<PlanLine> lines = new ArrayList<>();
  private final List<DegreeMinors.Minor> minors = new ArrayList<>();
  private final Map<String, DegreeState> states = new HashMap<>();
  private final Map<String, Collection<String>> prerequisites = new HashMap<>();
  private final Map<String, Collection<String>> corequisites = new HashMap<>();

  Study line(String code, int credits, int term, Cycle cycle, Component component) {
    return add(code, credits, term, cycle, component, null, null);
  }

  /** A discipline of БД and ВК. */
  Study line(String code, int credits, int term) {
    return line(code, credits, term, Cycle.BASIC, Component.UNIVERSITY);
  }

  Study choice(String block, int required, String code, int credits, int term) {
    return add(code, credits, term, Cycle.PROFILE, Component.ELECTIVE, block, required);
  }

  private Study add(
      String code,
      int credits,
      int term,
      Cycle cycle,
      Component component,
      String block,
      Integer required) {
    lines.add(
        new PlanLine(
            code,
            LocalizedText.of(code, code, code),
            false,
            credits,
            term,
            cycle,
            component,
            block,
            required));
    return this;
  }

  Study needs(String code, String... first) {
    prerequisites.put(code, List.of(first));
    return this;
  }

  Study goesWith(String code, String... others) {
    corequisites.put(code, List.of(others));
    return this;
  }

  Study is(DegreeState state, String... codes) {
    Set.of(codes).forEach(code -> states.put(code, state));
    return this;
  }

  /** Taken as a minor; every line of ВК and КВ is one it may be taken in place of. */
  Study minor(DegreeState state, String code, int credits) {
    minors.add(new DegreeMinors.Minor(code, LocalizedText.of(code, code, code), credits, state));
    return this;
  }

  DegreeAudit audit() {
    Set<String> electives = new HashSet<>();
    lines.stream()
        .filter(line -> line.component() != null && line.component().countsAsElective())
        .forEach(line -> electives.add(line.code()));
    return DegreeAudit.of(lines, states, new DegreeMinors(minors, electives));
  }

  GraduationWay way(TermRef first, int limit) {
    return GraduationWay.of(
        audit(),
        code -> prerequisites.getOrDefault(code, List.of()),
        code -> corequisites.getOrDefault(code, List.of()),
        first,
        limit);
  }

  /** For example {@code 2025/2026 AUTUMN: A, B}. */
  static List<String> told(GraduationWay way) {
    return way.terms().stream()
        .map(
            step ->
                step.term()
                    + ": "
                    + String.join(", ", step.lines().stream().map(PlanLine::code).toList()))
        .toList();
  }
}
