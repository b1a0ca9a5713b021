package kz.miras.registrar.registration.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.PlanLine;

/**
 * The shortest way to graduation: which discipline to take in which coming term, so that
 * prerequisites come first, corequisites no later (REG-17), every discipline is taken in the kind
 * of term it is taught in, and no term exceeds the credits. What is studied now is expected to be
 * passed.
 *
 * @param terms with something to take, in order of time
 * @param blocked what cannot be taken as the curriculum stands
 */
public record GraduationWay(List<Step> terms, List<Blocked> blocked) implements Serializable {

  /** What to take in one term. */
  public record Step(TermRef term, List<PlanLine> lines) implements Serializable {

    public Step {
      lines = List.copyOf(lines);
    }

    public int credits() {
      return lines.stream().mapToInt(PlanLine::credits).sum();
    }
  }

  /**
   * A discipline that can never be taken.
   *
   * @param needs the prerequisite or corequisite that is neither passed nor part of the way
   */
  public record Blocked(PlanLine line, String needs) implements Serializable {}

  public GraduationWay {
    terms = List.copyOf(terms);
    blocked = List.copyOf(blocked);
  }

  /**
   * Looks for the way.
   *
   * @param audit what is still to be taken
   * @param prerequisites codes of the prerequisites by code of discipline
   * @param corequisites codes of the corequisites by code of discipline
   * @param first the next term to register for; a summer semester is passed over
   * @param limit credits of a term; a single larger discipline is taken alone
   */
  public static GraduationWay of(
      DegreeAudit audit,
      Function<String, Collection<String>> prerequisites,
      Function<String, Collection<String>> corequisites,
      TermRef first,
      int limit) {
    TermRef start = first.type().isSummer() ? TermRef.autumn(first.yearStart() + 1) : first;
    OpenLines open = OpenLines.of(audit, prerequisites, corequisites);
    List<TermType> types =
        Arrays.stream(TermType.values())
            .filter(t -> start.type().isTrimester() ? t.isTrimester() : t.isSemester())
            .toList();
    WaySearch search = new WaySearch(open, types.size(), types.indexOf(start.type()), limit);
    List<Step> steps = new ArrayList<>();
    List<List<PlanLine>> schedule = search.shortest();
    for (int term = 0; term < schedule.size(); term++) {
      if (!schedule.get(term).isEmpty()) {
        int at = types.indexOf(start.type()) + term;
        TermRef ref =
            new TermRef(start.yearStart() + at / types.size(), types.get(at % types.size()));
        steps.add(new Step(ref, schedule.get(term)));
      }
    }
    return new GraduationWay(steps, open.blocked());
  }

  /** Number of terms in which something is taken. */
  public int length() {
    return terms.size();
  }
}
