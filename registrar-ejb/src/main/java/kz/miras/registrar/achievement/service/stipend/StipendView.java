package kz.miras.registrar.achievement.service.stipend;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.stipend.StipendDecision;
import kz.miras.registrar.shared.Refusal;

/**
 * Who may be paid a stipend after a session.
 *
 * @param term code
 * @param day on which debts are reckoned
 * @param lines by programme, course and name
 */
public record StipendView(String term, LocalDate day, List<Line> lines) implements Serializable {

  public StipendView {
    lines = List.copyOf(lines);
  }

  /** Lines of a state. */
  public List<Line> of(StipendDecision.State state) {
    return lines.stream().filter(line -> line.decision().state() == state).toList();
  }

  /** Those for whom the presidential stipend may be proposed. */
  public List<Line> presidential() {
    return lines.stream().filter(line -> line.decision().presidential()).toList();
  }

  /**
   * A student.
   *
   * @param gpa of the term; null where there is none
   * @param results counted in the term
   * @param reasons against it or still open, with disciplines by name
   * @param ruleSet the criteria it was judged by
   */
  public record Line(
      String id,
      String number,
      String name,
      String programme,
      String group,
      int course,
      BigDecimal gpa,
      int results,
      StipendDecision decision,
      List<Refusal> reasons,
      String ruleSet)
      implements Serializable {

    public Line {
      reasons = List.copyOf(reasons);
    }
  }
}
