package kz.miras.registrar.transcript.diploma;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** DIP-3. Series of diplomas (O47 App. 17 п.7): what they are for, and how their numbers begin. */
public enum DiplomaSeries implements Keyed {
  BD("BD", Level.BACHELOR),
  /** Of a qualification. */
  BQ("BQ", Level.BACHELOR),
  MD("MD", Level.MASTER),
  MBA("MBA", Level.MASTER),
  /** Certificate to a master's diploma. */
  CMD("CMD", Level.MASTER),
  /** Pedagogical retraining. */
  CPR("CPR", Level.BACHELOR, Level.MASTER),
  DBA("DBA", Level.PHD),
  PHD("PhD", Level.PHD),
  /** Doctor of a profile. */
  PD("PD", Level.PHD);

  private final String sign;
  private final Set<Level> levels;
  private final Pattern number;

  DiplomaSeries(String sign, Level first, Level... others) {
    this.sign = sign;
    this.levels = EnumSet.of(first, others);
    this.number = Pattern.compile(Pattern.quote(sign) + " ?\\d{6,14}");
  }

  /** As it is printed, for example {@code PhD}. */
  public String sign() {
    return sign;
  }

  /** The series of a level, the usual one first. */
  public static List<DiplomaSeries> of(Level level) {
    return Arrays.stream(values()).filter(series -> series.levels.contains(level)).toList();
  }

  /** The series a constant names; empty where none does. */
  public static Optional<DiplomaSeries> named(String name) {
    return Arrays.stream(values()).filter(series -> series.name().equals(name)).findFirst();
  }

  /** Whether a diploma of this level may have it. */
  public Verdict fits(Level level) {
    return levels.contains(level)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("diploma.series.level", "DIP-3", sign, level).at("series"));
  }

  /** Whether a number is one of this series: its signs, then digits. */
  public Verdict numbers(String number) {
    return number != null && this.number.matcher(number).matches()
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("diploma.number.form", "DIP-3", String.valueOf(number), sign).at("number"));
  }

  @Override
  public String key() {
    return "diploma.series." + name();
  }
}
