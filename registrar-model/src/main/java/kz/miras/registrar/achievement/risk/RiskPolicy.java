package kz.miras.registrar.achievement.risk;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.miras.registrar.achievement.PromotionPolicy;
import kz.miras.registrar.curriculum.GpaComparison;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** RSK-1 to RSK-6. Says why a student is at risk; it never refuses. */
public final class RiskPolicy {

  private static final String KEY = "achievement.risk.";

  private final RuleSet rules;

  /** By the limits in force on the day. */
  public RiskPolicy(RuleSet rules) {
    this.rules = Objects.requireNonNull(rules, "rules");
  }

  /** Every reason as a warning; none where the student is not at risk or does not study. */
  public Verdict judge(RiskFacts student) {
    if (!student.status().mayStudy()) {
      return Verdict.allowed();
    }
    return ratings(student)
        .and(absences(student))
        .and(debts(student))
        .and(average(student))
        .and(failures(student))
        .and(registration(student));
  }

  private Verdict ratings(RiskFacts student) {
    BigDecimal limit = BigDecimal.valueOf(rules.integer(RuleParameter.RISK_RATING));
    List<RiskFacts.Rating> low =
        student.ratings().stream()
            .filter(one -> one.points().compareTo(limit) < 0)
            .sorted(Comparator.comparing(RiskFacts.Rating::points))
            .toList();
    return low.isEmpty()
        ? Verdict.allowed()
        : reason(
            "rating",
            "RSK-1",
            low.size(),
            low.get(0).discipline(),
            shown(low.get(0).points()),
            shown(limit));
  }

  private Verdict absences(RiskFacts student) {
    int limit = rules.integer(RuleParameter.RISK_ABSENCES);
    return student.absences() <= limit
        ? Verdict.allowed()
        : reason("absences", "RSK-2", student.absences(), limit);
  }

  private Verdict debts(RiskFacts student) {
    int limit = rules.integer(RuleParameter.RISK_DEBT_CREDITS);
    return student.debtCredits() <= limit
        ? Verdict.allowed()
        : reason("debts", "RSK-3", student.debtCredits(), limit);
  }

  private Verdict average(RiskFacts student) {
    Optional<BigDecimal> threshold =
        new PromotionPolicy(rules).threshold(student.course(), student.years());
    if (student.gpa() == null || threshold.isEmpty()) {
      return Verdict.allowed();
    }
    BigDecimal near = threshold.get().add(rules.decimal(RuleParameter.RISK_GPA_MARGIN));
    // compared as promotion compares it, PRO-1
    if (student.gpa().reaches(near, GpaComparison.ROUNDED)) {
      return Verdict.allowed();
    }
    String code =
        student.gpa().reaches(threshold.get(), GpaComparison.ROUNDED)
            ? "average.near"
            : "average.below";
    return reason(code, "RSK-4", student.gpa().toString(), threshold.get().toPlainString());
  }

  private Verdict failures(RiskFacts student) {
    int limit = rules.integer(RuleParameter.RISK_FAILURES);
    return student.failures().stream()
        .filter(one -> one.times() >= limit)
        .max(Comparator.comparingInt(RiskFacts.Failure::times))
        .map(worst -> reason("failures", "RSK-5", worst.discipline(), worst.times()))
        .orElse(Verdict.allowed());
  }

  private static Verdict registration(RiskFacts student) {
    return Boolean.FALSE.equals(student.enrolled())
        ? reason("registration", "RSK-6")
        : Verdict.allowed();
  }

  private static String shown(BigDecimal points) {
    BigDecimal rounded = points.setScale(1, RoundingMode.FLOOR).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
  }

  private static Verdict reason(String code, String rule, Serializable... args) {
    return Verdict.warning(Refusal.of(KEY + code, rule, args));
  }
}
