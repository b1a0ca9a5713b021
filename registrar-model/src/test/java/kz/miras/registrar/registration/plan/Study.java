package kz.miras.registrar.registration.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
  private final Map<String, DegreeState> states = new HashMap<>();
  private final Map<String, Collection<String>> prerequisites = new HashMap<>();

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

  Study is(DegreeState state, String... codes) {
    Set.of(codes).forEach(code -> states.put(code, state));
    return this;
  }

  DegreeAudit audit() {
    return DegreeAudit.of(lines, states);
  }

  GraduationWay way(TermRef first, int limit) {
    return GraduationWay.of(
        audit(), code -> prerequisites.getOrDefault(code, List.of()), first, limit);
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
