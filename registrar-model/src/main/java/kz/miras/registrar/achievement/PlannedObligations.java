package kz.miras.registrar.achievement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.CurriculumSound;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.PlanLine;

/**
 * DEB-1. When the disciplines of a working curriculum fall due for a student: counted from the
 * years in which the student was in each course, so that a repeated year or a leave moves them. Of
 * a choice block nobody owes one discipline in particular, but its credits.
 */
public final class PlannedObligations {

  /** Begins the key of what is owed to a choice block. */
  public static final String BLOCK = "block:";

  private PlannedObligations() {}

  /**
   * What the plan obliges to.
   *
   * @param items of the working curriculum
   * @param years the programme lasts
   * @param counted the whole ledger, judged: what was taken of a choice block, passed or not
   * @param listed keys of disciplines that are owed as differences (DEB-3): of a choice block the
   *     credits of these are not owed a second time
   * @param course the student is in
   */
  public static List<Obligation> of(
      List<CurriculumItem> items,
      int years,
      CountedResults counted,
      Set<String> listed,
      CourseTime course) {
    int perYear = perYear(items, years);
    List<Obligation> obligations = new ArrayList<>();
    for (CurriculumItem item : items) {
      if (item.getChoiceBlock() == null && item.getCycle() != Cycle.ADDITIONAL) {
        obligations.add(
            Obligation.planned(key(item), credits(item), due(course, perYear, item.getTermNo())));
      }
    }
    Map<String, List<CurriculumItem>> blocks =
        items.stream()
            .filter(item -> item.getChoiceBlock() != null)
            .collect(
                Collectors.groupingBy(
                    CurriculumItem::getChoiceBlock, LinkedHashMap::new, Collectors.toList()));
    blocks.forEach(
        (name, block) -> {
          int open = open(block, counted, listed);
          if (open > 0) {
            TermRef due = due(course, perYear, block.get(0).getTermNo());
            obligations.add(Obligation.planned(BLOCK + name, Credits.of(open), due));
          }
        });
    return obligations;
  }

  /**
   * The last term of the plan's kind, semester or trimester, that is over on a day; before all
   * terms where none is.
   */
  public static TermRef over(
      List<CurriculumItem> items, int years, LocalDate day, Collection<Term> calendar) {
    boolean semesters = perYear(items, years) == 2;
    return calendar.stream()
        .filter(term -> term.getEndsOn().isBefore(day))
        .filter(term -> semesters ? term.getType().isSemester() : term.getType().isTrimester())
        .max(Comparator.comparing(Term::getEndsOn))
        .map(Term::ref)
        .orElse(TermRef.autumn(0));
  }

  private static int perYear(List<CurriculumItem> items, int years) {
    return CurriculumSound.termsPerYear(
        items.stream().map(CurriculumItem::getTermNo).toList(), years);
  }

  /** Credits of a block for which no discipline of it has been taken, or listed to be taken. */
  private static int open(List<CurriculumItem> block, CountedResults counted, Set<String> listed) {
    int wanted = PlanLine.of(block.get(0)).blockCredits();
    int taken =
        block.stream()
            .filter(item -> counted.isTaken(key(item)) || listed.contains(key(item)))
            .mapToInt(item -> credits(item).value())
            .sum();
    return wanted - taken;
  }

  /** The term that began last on or before a day; the autumn of its year before all terms. */
  public static TermRef termOf(LocalDate day, Collection<Term> calendar) {
    return calendar.stream()
        .filter(term -> !term.getStartsOn().isAfter(day))
        .max(Comparator.comparing(Term::getStartsOn))
        .map(Term::ref)
        .orElse(TermRef.autumn(day.getYear()));
  }

  private static String key(CurriculumItem item) {
    return "id:" + item.getDiscipline().getId();
  }

  private static Credits credits(CurriculumItem item) {
    return Credits.of(item.getDiscipline().getCredits());
  }

  private static TermRef due(CourseTime course, int perYear, int termNo) {
    List<TermType> types =
        Arrays.stream(TermType.values())
            .filter(type -> perYear == 2 ? type.isSemester() : type.isTrimester())
            .toList();
    return course.due((termNo - 1) / perYear + 1, types.get((termNo - 1) % perYear));
  }
}
