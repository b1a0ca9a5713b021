package kz.miras.registrar.registration.summer;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import kz.miras.registrar.access.CanonicalBytes;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.LocalizedText;

/**
 * SUM-14. What a summer semester came to: at the moment it was closed, and from then on the same
 * for ever; before that a preview.
 *
 * @param term code of its term
 * @param begins first day of the term
 * @param ends last day of the term
 * @param weeks of study
 * @param decision by which its plan was approved; null where it is not
 * @param act the closing; null for a preview
 * @param lines its disciplines, by code and language
 */
public record ClosingReport(
    String term,
    LocalDate begins,
    LocalDate ends,
    int weeks,
    String decision,
    Act act,
    List<Line> lines)
    implements Serializable {

  public ClosingReport {
    Objects.requireNonNull(term, "term");
    lines = List.copyOf(lines);
  }

  /**
   * The closing of a semester.
   *
   * @param by login of who closed it
   * @param name of that person on that day
   * @param at to the microsecond, as the database keeps it
   */
  public record Act(String by, String name, Instant at) implements Serializable {}

  /**
   * A discipline.
   *
   * @param name as it was on that day
   * @param language tag of the language it was taught in
   * @param reason why it was refused; null where it was not
   */
  public record Line(
      String code,
      LocalizedText name,
      String language,
      SummerGroupStatus status,
      String reason,
      Figures figures)
      implements Serializable {}

  /**
   * Figures of a discipline, or of all.
   *
   * @param applications that counted
   * @param paid enrolments paid for, with an application or through the plan of studies
   * @param groups that were opened
   * @param enrolled students with a seat
   * @param credits ECTS of everybody with a seat
   * @param income tenge marked as paid
   * @param cost tenge its groups cost; null where it was not taught or that is not known
   * @param passed students with a posted result they passed with
   * @param failed students with a posted result they did not pass with
   * @param checks how often attendance was checked
   * @param attendance of everybody together
   * @param flagged students who had missed more than the rules allow (SUM-12)
   */
  public record Figures(
      int applications,
      int paid,
      int groups,
      int enrolled,
      int credits,
      BigDecimal income,
      BigDecimal cost,
      int passed,
      int failed,
      int checks,
      AttendanceTally attendance,
      int flagged)
      implements Serializable {

    /** Nothing was taught and nobody came. */
    public static final Figures NONE =
        new Figures(0, 0, 0, 0, 0, BigDecimal.ZERO, null, 0, 0, 0, AttendanceTally.NONE, 0);

    /** Both together; what only one of them knows the cost of costs that. */
    public Figures plus(Figures other) {
      return new Figures(
          applications + other.applications,
          paid + other.paid,
          groups + other.groups,
          enrolled + other.enrolled,
          credits + other.credits,
          income.add(other.income),
          cost == null ? other.cost : other.cost == null ? cost : cost.add(other.cost),
          passed + other.passed,
          failed + other.failed,
          checks + other.checks,
          attendance.plus(other.attendance),
          flagged + other.flagged);
    }

    /** Students with a seat and without a posted result. */
    public int withoutResult() {
      return enrolled - passed - failed;
    }

    /** Share of presence, whole percent; null where attendance was not checked. */
    public Integer attendedPercent() {
      return checks == 0 ? null : attendance.attendedPercent();
    }

    private void add(CanonicalBytes content) {
      content
          .number(applications)
          .number(paid)
          .number(groups)
          .number(enrolled)
          .number(credits)
          .decimal(income)
          .decimal(cost)
          .number(passed)
          .number(failed)
          .number(checks)
          .number(attendance.checks())
          .number(attendance.missed())
          .number(attendance.excused())
          .number(flagged);
    }
  }

  /** What all disciplines come to. */
  public Figures total() {
    return lines.stream().map(Line::figures).reduce(Figures.NONE, Figures::plus);
  }

  /** SHA-256 over everything that is kept, 32 bytes: another figure, another checksum. */
  public byte[] checksum() {
    CanonicalBytes content =
        new CanonicalBytes()
            .text(term)
            .day(begins)
            .day(ends)
            .number(weeks)
            .text(decision)
            .text(act == null ? null : act.by())
            .text(act == null ? null : act.name())
            .instant(act == null ? null : act.at())
            .number(lines.size());
    for (Line line : lines) {
      content
          .text(line.code())
          .text(line.name().getKk())
          .text(line.name().getRu())
          .text(line.name().getEn())
          .text(line.language())
          .text(line.status().name())
          .text(line.reason());
      line.figures().add(content);
    }
    return Checksum.sha256(content.toBytes());
  }
}
