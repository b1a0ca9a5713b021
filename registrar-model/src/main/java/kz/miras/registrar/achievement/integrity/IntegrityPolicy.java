package kz.miras.registrar.achievement.integrity;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** INT-1 to INT-6. Says what is unusual, with the figures; it never refuses. */
public final class IntegrityPolicy {

  private static final String KEY = "achievement.integrity.";

  private final RuleSet rules;

  /** By the thresholds of the rules the results name. */
  public IntegrityPolicy(RuleSet rules) {
    this.rules = Objects.requireNonNull(rules, "rules");
  }

  /** What is unusual in a sheet; a sheet of few says nothing. */
  public Verdict sheet(SheetScores sheet) {
    if (sheet.rows().size() < rules.integer(RuleParameter.INTEGRITY_MIN_ROWS)) {
      return Verdict.allowed();
    }
    return spread(sheet).and(mass(sheet)).and(gaps(sheet));
  }

  private Verdict spread(SheetScores sheet) {
    SheetScores.Window narrow = sheet.fullest(rules.integer(RuleParameter.INTEGRITY_SPREAD));
    int all = sheet.rows().size();
    return isShare(narrow.scores(), all, RuleParameter.INTEGRITY_SPREAD_SHARE)
        ? flag("alike", "INT-1", narrow.scores(), all, narrow.lowest(), narrow.highest())
        : Verdict.allowed();
  }

  private Verdict mass(SheetScores sheet) {
    int pass = rules.examMin();
    int last = Math.min(100, pass + rules.integer(RuleParameter.INTEGRITY_ABOVE_PASS));
    int with = sheet.within(pass, last);
    return isMass(with, sheet.rows().size())
        ? flag("near-pass", "INT-2", with, sheet.rows().size(), pass, last)
        : Verdict.allowed();
  }

  private Verdict gaps(SheetScores sheet) {
    int big = rules.integer(RuleParameter.INTEGRITY_GAP);
    List<SheetScores.Row> rated = sheet.rated();
    int far = (int) rated.stream().filter(row -> row.gap() >= big).count();
    int largest = rated.stream().mapToInt(SheetScores.Row::gap).max().orElse(0);
    return rated.size() >= rules.integer(RuleParameter.INTEGRITY_MIN_ROWS)
            && isMass(far, rated.size())
        ? flag("gap", "INT-3", far, rated.size(), big, largest)
        : Verdict.allowed();
  }

  private boolean isMass(int part, int of) {
    return isShare(part, of, RuleParameter.INTEGRITY_SHARE);
  }

  private boolean isShare(int part, int of, RuleParameter least) {
    BigDecimal share = rules.decimal(least);
    return part > 0
        && BigDecimal.valueOf(part).compareTo(share.multiply(BigDecimal.valueOf(of))) >= 0;
  }

  /** Whether a correction comes late. */
  public Verdict corrected(CorrectedResult correction) {
    return correction.days() > rules.integer(RuleParameter.INTEGRITY_LATE_DAYS)
        ? flag(
            "late", "INT-4", correction.days(), sign(correction.before()), sign(correction.after()))
        : Verdict.allowed();
  }

  /**
   * Whether results of one student with one teacher are corrected too often.
   *
   * @param corrections of the two within {@link #months()}
   */
  public Verdict pair(Collection<CorrectedResult> corrections) {
    return corrections.size() < rules.integer(RuleParameter.INTEGRITY_REPEATS)
        ? Verdict.allowed()
        : flag("pair", "INT-5", corrections.size(), months());
  }

  /**
   * Whether one person asks for raises over a border too often.
   *
   * @param corrections one person has asked for within {@link #months()}
   */
  public Verdict raises(Collection<CorrectedResult> corrections) {
    int few = rules.integer(RuleParameter.INTEGRITY_BELOW_BORDER);
    int lifted = (int) corrections.stream().filter(one -> one.liftsOverBorder(few)).count();
    return lifted < rules.integer(RuleParameter.INTEGRITY_REPEATS)
        ? Verdict.allowed()
        : flag("raises", "INT-6", lifted, corrections.size(), few, months());
  }

  /** Months looked back over for what is done again and again. */
  public int months() {
    return rules.integer(RuleParameter.INTEGRITY_MONTHS);
  }

  private static String sign(Integer percent) {
    return percent == null ? "—" : percent.toString();
  }

  private static Verdict flag(String code, String rule, Serializable... args) {
    return Verdict.warning(Refusal.of(KEY + code, rule, args));
  }
}
