package kz.miras.registrar.achievement.summary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** ACH-9. A figure that is explained, with the rules it always rests on. */
public enum Figure {
  /** GPA of the whole study. */
  GPA(CountingRule.GPA_1, CountingRule.GPA_5, CountingRule.GPA_7, CountingRule.GPA_8),
  /** GPA of an academic year. */
  YEAR_GPA(
      CountingRule.GPA_1,
      CountingRule.GPA_3,
      CountingRule.GPA_5,
      CountingRule.GPA_7,
      CountingRule.GPA_8),
  /** GPA of a term. */
  TERM_GPA(
      CountingRule.GPA_1,
      CountingRule.GPA_2,
      CountingRule.GPA_5,
      CountingRule.GPA_7,
      CountingRule.GPA_8),
  /** Credits earned, by cycle. */
  CREDITS(CountingRule.CRD_6, CountingRule.ACH_1, CountingRule.GPA_4, CountingRule.GPA_6),
  /** Academic debts and open results. */
  DEBTS(CountingRule.DEB_1, CountingRule.DEB_2, CountingRule.DEB_3),
  /** Academic standing. */
  STANDING(CountingRule.STD_1, CountingRule.PRO_3, CountingRule.DEB_1),
  /** Promotion to the next course year. */
  NEXT_COURSE(CountingRule.PRO_1, CountingRule.PRO_2, CountingRule.PRO_3),
  /** Outlook on a diploma with honours. */
  HONOURS(CountingRule.HON_1, CountingRule.HON_2);

  private final List<CountingRule> rules;

  Figure(CountingRule... rules) {
    this.rules = List.of(rules);
  }

  /** The rules it always rests on. */
  public List<CountingRule> rules() {
    return rules;
  }

  /** The figure of a name; empty where there is none of that name. */
  public static Optional<Figure> named(String name) {
    return Stream.of(values()).filter(figure -> figure.name().equals(name)).findFirst();
  }

  /** Message key of the name. */
  public String key() {
    return "achievement.figure." + name();
  }
}
