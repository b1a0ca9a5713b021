package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.GpaBasis;
import kz.miras.registrar.curriculum.GpaComparison;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Keyed;

/**
 * PRO-1, PRO-3, HON-1, STP-2. The limits results of a term may carry a student across: the GPA of
 * promotion of the course, the GPA of a diploma with honours, the letters of the stipend.
 *
 * @param basis GPA of the year or of the whole study, for promotion
 * @param term of the results
 * @param promotion null where the Academic council has set none, and in the last course
 * @param honours null where the level has no honours
 * @param comparison how the GPA of honours is compared
 * @param stipend letters it is paid for; empty where the student has none to lose
 */
public record ClosingLimits(
    GpaBasis basis,
    TermRef term,
    BigDecimal promotion,
    BigDecimal honours,
    GpaComparison comparison,
    Set<Letter> stipend)
    implements Serializable {

  public ClosingLimits {
    stipend = Set.copyOf(stipend);
  }

  /** A limit. */
  public enum Limit {
    PROMOTION,
    HONOURS,
    STIPEND
  }

  /** How a limit is crossed. */
  public enum Crossing {
    REACHES,
    FALLS
  }

  /** A limit that is crossed, and how. */
  public record Crossed(Limit limit, Crossing way) implements Keyed, Serializable {

    public boolean falls() {
      return way == Crossing.FALLS;
    }

    @Override
    public String key() {
      return "achievement.forecast." + limit + "." + way;
    }
  }

  /**
   * The limits of a student.
   *
   * @param rules in force for the level
   * @param course year of study, from 1
   * @param years how many the programme has: from the last course nobody is promoted
   * @param paid whether a stipend can be paid: a grant, full-time
   */
  public static ClosingLimits of(RuleSet rules, TermRef term, int course, int years, boolean paid) {
    return new ClosingLimits(
        rules.promotionBasis(),
        term,
        new PromotionPolicy(rules).threshold(course, years).orElse(null),
        rules.level().isHigherEducation() ? rules.honoursMinGpa() : null,
        rules.honoursComparison(),
        paid ? rules.stipendLetters() : Set.of());
  }

  /** Those that are crossed when one record becomes another. */
  List<Crossed> crossed(StudyRecord before, StudyRecord after) {
    List<Crossed> crossed = new ArrayList<>();
    add(crossed, Limit.PROMOTION, isPromoted(before), isPromoted(after));
    add(crossed, Limit.HONOURS, isHonoured(before), isHonoured(after));
    add(crossed, Limit.STIPEND, isPaid(before), isPaid(after));
    return crossed;
  }

  /** Nothing is crossed where one of both is not known. */
  private static void add(List<Crossed> crossed, Limit limit, Boolean was, Boolean is) {
    if (was != null && is != null && !was.equals(is)) {
      crossed.add(new Crossed(limit, is ? Crossing.REACHES : Crossing.FALLS));
    }
  }

  private Boolean isPromoted(StudyRecord record) {
    BigDecimal gpa =
        basis == GpaBasis.CUMULATIVE
            ? record.gpa()
            : record.years().stream()
                .filter(part -> part.year().equals(term.academicYear()))
                .findFirst()
                .map(StudyRecord.YearPart::gpa)
                .orElse(null);
    return promotion == null || gpa == null ? null : gpa.compareTo(promotion) >= 0;
  }

  private Boolean isHonoured(StudyRecord record) {
    return honours == null || record.gpaCredits() == 0
        ? null
        : new Gpa(record.gpaPoints(), record.gpaCredits(), honours.scale())
            .reaches(honours, comparison);
  }

  /** Whether every result of the term is one the stipend is paid for. */
  private Boolean isPaid(StudyRecord record) {
    return stipend.isEmpty()
        ? null
        : record.terms().stream()
            .filter(part -> part.year().equals(term.academicYear()))
            .filter(part -> part.type().equals(term.type().name()))
            .flatMap(part -> part.lines().stream())
            .filter(line -> line.counts() && !line.additional())
            .allMatch(
                line ->
                    line.digital() == null
                        ? Mark.valueOf(line.sign()).meets()
                        : stipend.contains(Letter.of(line.sign())));
  }
}
