package kz.miras.registrar.attestation.rating;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CTL-1, SHT-1, SHT-2, RAT-5. A student's line in the journal of a period: the row of the rating
 * sheet, the points of its weeks, and the disposition where there is one.
 */
public final class RatingLine {

  private final SheetRow row;
  private final Map<Integer, RatingWeek> weeks = new TreeMap<>();
  private final RatingExcuse excuse;
  private final Set<Integer> held;

  /**
   * A line beside which no other is looked at.
   *
   * @param excuse null where the student takes the control with the others
   */
  public RatingLine(SheetRow row, Collection<RatingWeek> weeks, RatingExcuse excuse) {
    this(row, weeks, excuse, Set.of());
  }

  /**
   * A line of a journal.
   *
   * @param excuse null where the student takes the control with the others
   * @param held weeks somebody of the journal has points for
   */
  public RatingLine(
      SheetRow row, Collection<RatingWeek> weeks, RatingExcuse excuse, Set<Integer> held) {
    this.held = Set.copyOf(held);
    this.row = Objects.requireNonNull(row, "row");
    weeks.forEach(week -> this.weeks.put(week.getWeek(), week));
    this.excuse = excuse;
  }

  public SheetRow row() {
    return row;
  }

  /** Empty where the student takes the control with the others. */
  public Optional<RatingExcuse> excuse() {
    return Optional.ofNullable(excuse);
  }

  /** What the formula takes: an individual control stands in place of that of the group. */
  public PeriodScores scores() {
    Map<Integer, BigDecimal> points = new TreeMap<>();
    Map<Integer, Mark> marks = new TreeMap<>();
    weeks.forEach(
        (week, typed) -> {
          if (typed.getPoints() != null) {
            points.put(week, typed.getPoints());
          } else if (typed.getMark() != null) {
            marks.put(week, typed.getMark());
          }
        });
    return scores(points, marks, excuse == null ? control() : excuse.getScore());
  }

  private PeriodScores scores(
      Map<Integer, BigDecimal> points, Map<Integer, Mark> marks, Integer control) {
    PeriodScores typed = new PeriodScores(points, marks, Set.of(), control, excuse != null);
    return new PeriodScores(
        points, marks, excuse == null ? typed.gaps(held) : Set.of(), control, excuse != null);
  }

  /** RAT-8. What the formula would take if these cells, which are not refused, stood here. */
  public PeriodScores with(Collection<RatingCell> cells) {
    PeriodScores standing = scores();
    Map<Integer, BigDecimal> points = new TreeMap<>(standing.weeks());
    Map<Integer, Mark> marks = new TreeMap<>(standing.marks());
    Integer control = standing.control();
    for (RatingCell cell : cells) {
      if (cell.isControl()) {
        control = cell.text().equals(RatingCell.ABSENT) ? Integer.valueOf(0) : cell.number();
      } else if (cell.week() > 0) {
        points.remove(cell.week());
        marks.remove(cell.week());
        if (cell.points() != null) {
          points.put(cell.week(), cell.points());
        } else if (cell.mark() != null) {
          marks.put(cell.week(), cell.mark());
        }
      }
    }
    return scores(points, marks, control);
  }

  private Integer control() {
    return row.scores().mark() == Mark.AB ? Integer.valueOf(0) : row.scores().score();
  }

  /**
   * RAT-3. Whether the student has a rating of the period that no disposition is asked for: AB is
   * what was typed for want of a reason, and the reason may still come.
   *
   * @param written the rating in the sheet it goes to; null for none
   */
  public boolean isRated(RatingFormula formula, BigDecimal written) {
    boolean absent = excuse == null && row.scores().mark() == Mark.AB;
    return !absent && (written != null || formula.rating(scores()).isPresent());
  }

  /**
   * Why a cell is not stored.
   *
   * @param mayType whether the typist may type in this journal
   * @param lessons lessons held in the period; 0 where the timetable does not say
   */
  public Optional<Refusal> refusal(RatingCell cell, boolean mayType, int lessons) {
    if (!mayType) {
      return refused(cell, "attestation.cell.not-yours", "CTL-1");
    }
    if (row.isWithdrawn()) {
      return refused(cell, "attestation.cell.withdrawn", "ATT-1");
    }
    if (row.isExempt()) {
      return refused(cell, "attestation.cell.exempt", "SHT-25");
    }
    if (cell.isControl() && excuse != null) {
      return refused(cell, "attestation.rating.individual", "RAT-3", excuse.getDocumentNo());
    }
    String standing = standing(cell);
    if (!standing.equals(cell.text()) && !standing.equals(cell.before())) {
      return refused(
          cell,
          "attestation.cell.conflict",
          "SHT-1",
          typist(cell),
          standing.isEmpty() ? "—" : standing);
    }
    if (!cell.isReadable()) {
      return refused(cell, "attestation.rating.unreadable", "SHT-2", cell.text());
    }
    return cell.isAbsence() ? absences(cell, lessons) : Optional.empty();
  }

  private Optional<Refusal> absences(RatingCell cell, int lessons) {
    int total = cell.column().equals("total") ? number(cell) : number(row.getAbsencesTotal());
    int valid = cell.column().equals("valid") ? number(cell) : number(row.getAbsencesValid());
    Verdict verdict =
        valid > total
            ? Verdict.refused(Refusal.of("attestation.rating.absences", "RAT-5", valid, total))
            : lessons > 0 && total > lessons
                ? Verdict.refused(Refusal.of("attestation.rating.lessons", "RAT-5", total, lessons))
                : Verdict.allowed();
    return verdict.refusals().stream().findFirst().map(refusal -> refusal.at(cell.column()));
  }

  private static Optional<Refusal> refused(
      RatingCell cell, String code, String rule, Serializable... args) {
    return Optional.of(Refusal.of(code, rule, args).at(cell.column()));
  }

  private static int number(RatingCell cell) {
    return cell.number() == null ? 0 : cell.number();
  }

  private static int number(Short stored) {
    return stored == null ? 0 : stored;
  }

  /** What stands in a cell, as it would be typed; empty for nothing. */
  public String standing(RatingCell cell) {
    if (cell.isControl()) {
      return row.scores().mark() == Mark.AB ? RatingCell.ABSENT : text(row.scores().score());
    }
    if (cell.isAbsence()) {
      return text(cell.column().equals("total") ? row.getAbsencesTotal() : row.getAbsencesValid());
    }
    return points(cell.week());
  }

  /** Points of a week as they would be typed, AB or AE of a missed one; empty for none. */
  public String points(int week) {
    RatingWeek typed = weeks.get(week);
    return typed == null ? "" : typed.text();
  }

  /** What stands in the weeks, as it would be typed; those with nothing left out. */
  public Map<Integer, String> typedWeeks() {
    Map<Integer, String> texts = new TreeMap<>();
    weeks.forEach((week, typed) -> texts.put(week, typed.text()));
    texts.values().removeIf(String::isEmpty);
    return texts;
  }

  private static String text(Number number) {
    return number == null ? "" : number.toString();
  }

  private String typist(RatingCell cell) {
    RatingWeek typed = weeks.get(cell.week());
    return String.valueOf(typed == null ? row.getTypedBy() : typed.getTypedBy());
  }

  /**
   * Writes a cell that is not refused.
   *
   * @return a week typed for the first time, still to be stored
   */
  public Optional<RatingWeek> store(RatingCell cell, String by) {
    if (cell.isControl()) {
      row.grade(cell.number(), cell.text().equals(RatingCell.ABSENT) ? Mark.AB : null, by);
      return Optional.empty();
    }
    row.typedBy(by);
    if (cell.isAbsence()) {
      boolean total = cell.column().equals("total");
      row.countAbsences(
          total ? cell.number() : whole(row.getAbsencesTotal()),
          total ? whole(row.getAbsencesValid()) : cell.number());
      return Optional.empty();
    }
    RatingWeek typed = weeks.get(cell.week());
    if (typed != null) {
      typed.type(cell.points(), cell.mark(), by);
      return Optional.empty();
    }
    RatingWeek first = new RatingWeek(cell.row(), cell.week(), cell.points(), cell.mark(), by);
    weeks.put(cell.week(), first);
    return Optional.of(first);
  }

  private static Integer whole(Short number) {
    return number == null ? null : Integer.valueOf(number);
  }

  /** Everybody who typed in it. */
  public Set<String> typists() {
    Set<String> typists = new TreeSet<>();
    weeks.values().forEach(week -> typists.add(week.getTypedBy()));
    if (row.getScoredBy() != null) {
      typists.add(row.getScoredBy());
    }
    if (row.getTypedBy() != null) {
      typists.add(row.getTypedBy());
    }
    if (excuse != null && excuse.getScoredBy() != null) {
      typists.add(excuse.getScoredBy());
    }
    return typists;
  }
}
