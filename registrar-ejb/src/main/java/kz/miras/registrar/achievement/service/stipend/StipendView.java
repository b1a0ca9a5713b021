package kz.miras.registrar.achievement.service.stipend;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.stipend.StipendDecision;
import kz.miras.registrar.shared.Refusal;

/**
 * Who may be paid a stipend after a session, as one list that is shown and printed (STP-5). A list
 * of a day that is past is by what was recorded by then; what is known otherwise today stands
 * beside it.
 *
 * @param term code
 * @param school code; empty for all
 * @param day on which everybody is judged: standing, results, criteria and debts
 * @param today the day it was made
 * @param madeAt moment before the first of it was read
 * @param lines by programme, course and name
 */
public record StipendView(
    String term, String school, LocalDate day, LocalDate today, Instant madeAt, List<Line> lines)
    implements Serializable {

  public StipendView {
    lines = List.copyOf(lines);
  }

  /** Codes of the sets of rules whose criteria judged it, in order. */
  public String criteria() {
    return lines.stream().map(Line::ruleSet).distinct().sorted().collect(Collectors.joining(", "));
  }

  /** Lines of a state. */
  public List<Line> of(StipendDecision.State state) {
    return lines.stream().filter(line -> line.decision().state() == state).toList();
  }

  /** Whether the day is past, so that something may be known otherwise today. */
  public boolean isPast() {
    return day.isBefore(today);
  }

  /** Those of whom something is known otherwise today. */
  public List<Line> changed() {
    return lines.stream().filter(line -> line.later() != null).toList();
  }

  /** Those for whom the presidential stipend may be proposed. */
  public List<Line> presidential() {
    return lines.stream().filter(line -> line.decision().presidential()).toList();
  }

  /**
   * The answer for a student, by what is known on a day.
   *
   * @param gpa of the term; null where there is none
   * @param results counted in the term
   * @param reasons against it or still open, with disciplines by name
   */
  public record Answer(BigDecimal gpa, int results, StipendDecision decision, List<Refusal> reasons)
      implements Serializable {

    public Answer {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A student.
   *
   * @param programme of the day, as group and course
   * @param then by what was known on the day
   * @param later by what is known today; null where that is the same
   * @param ruleSet the criteria it was judged by
   */
  public record Line(
      String id,
      String number,
      String name,
      String programme,
      String group,
      int course,
      Answer then,
      Answer later,
      String ruleSet)
      implements Serializable {

    public BigDecimal gpa() {
      return then.gpa();
    }

    public int results() {
      return then.results();
    }

    public StipendDecision decision() {
      return then.decision();
    }

    public List<Refusal> reasons() {
      return then.reasons();
    }
  }
}
