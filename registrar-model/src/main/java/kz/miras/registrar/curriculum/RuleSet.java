package kz.miras.registrar.curriculum;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * One immutable version of the university's parameters for a level, in force from a date. A
 * decision names the code and version of the set it was taken by, so it can be explained years
 * later.
 *
 * <p>Immutable; content is cached by code and version only.
 */
public final class RuleSet implements Serializable {

  private final String code;
  private final int version;
  private final Level level;
  private final LocalDate validFrom;
  private final EnumMap<RuleParameter, String> texts = new EnumMap<>(RuleParameter.class);
  private final EnumMap<RuleParameter, Serializable> values = new EnumMap<>(RuleParameter.class);

  private RuleSet(
      String code,
      int version,
      Level level,
      LocalDate validFrom,
      Map<RuleParameter, String> stored) {
    this.code = Objects.requireNonNull(code, "code");
    this.version = version;
    this.level = Objects.requireNonNull(level, "level");
    this.validFrom = Objects.requireNonNull(validFrom, "validFrom");
    for (RuleParameter parameter : RuleParameter.values()) {
      String text = stored.get(parameter);
      if (text == null || text.isBlank()) {
        text = parameter.defaultText().orElse(null);
      }
      if (text != null) {
        texts.put(parameter, text);
        values.put(parameter, parameter.read(text));
      }
    }
  }

  /**
   * A set with the stored values; a parameter without one has its default.
   *
   * @param stored text by parameter, for example {@code FX_RETAKES -> "1"}
   * @throws RegistrarException.Refused where {@link RuleSetSound} refuses the values
   */
  public static RuleSet of(
      String code,
      int version,
      Level level,
      LocalDate validFrom,
      Map<RuleParameter, String> stored) {
    Verdict verdict = RuleSetSound.judge(stored);
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    return new RuleSet(code, version, level, validFrom, stored);
  }

  /** The proposed defaults for a level. */
  public static RuleSet defaults(Level level, LocalDate validFrom) {
    return new RuleSet("default-" + level, 1, level, validFrom, Map.of());
  }

  /** A copy with one value changed; for drafts of a next version and for tests. */
  public RuleSet with(RuleParameter parameter, String text) {
    EnumMap<RuleParameter, String> changed = new EnumMap<>(texts);
    changed.put(parameter, text);
    return of(code, version, level, validFrom, changed);
  }

  public String code() {
    return code;
  }

  public int version() {
    return version;
  }

  public Level level() {
    return level;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  /** The value as stored; empty where not set. */
  public Optional<String> text(RuleParameter parameter) {
    return Optional.ofNullable(texts.get(parameter));
  }

  /** All values as stored. */
  public Map<RuleParameter, String> texts() {
    return Collections.unmodifiableMap(texts);
  }

  /** Parameters of which another set says something else: 0.6 and 0.60 are one value. */
  public Set<RuleParameter> differences(RuleSet other) {
    EnumSet<RuleParameter> differing = EnumSet.noneOf(RuleParameter.class);
    for (RuleParameter parameter : RuleParameter.values()) {
      Serializable own = values.get(parameter);
      Serializable its = other.values.get(parameter);
      boolean same =
          own instanceof BigDecimal number && its instanceof BigDecimal
              ? number.compareTo((BigDecimal) its) == 0
              : Objects.equals(own, its);
      if (!same) {
        differing.add(parameter);
      }
    }
    return differing;
  }

  /** A whole number that is always set. */
  public int integer(RuleParameter parameter) {
    return (Integer) required(parameter);
  }

  /** A whole number that may be unset. */
  public OptionalInt optionalInteger(RuleParameter parameter) {
    Serializable value = values.get(parameter);
    return value == null ? OptionalInt.empty() : OptionalInt.of((Integer) value);
  }

  public BigDecimal decimal(RuleParameter parameter) {
    return (BigDecimal) required(parameter);
  }

  /** A decimal that may be unset. */
  public Optional<BigDecimal> optionalDecimal(RuleParameter parameter) {
    return Optional.ofNullable((BigDecimal) values.get(parameter));
  }

  public Strictness strictness(RuleParameter parameter) {
    return (Strictness) required(parameter);
  }

  /** By what waiting lists are ordered (REG-33). */
  public WaitingOrder waitingOrder() {
    return (WaitingOrder) required(RuleParameter.REG_WAITING_ORDER);
  }

  public boolean flag(RuleParameter parameter) {
    return (Boolean) required(parameter);
  }

  public Fraction fraction(RuleParameter parameter) {
    return (Fraction) required(parameter);
  }

  private Serializable required(RuleParameter parameter) {
    Serializable value = values.get(parameter);
    if (value == null) {
      throw new IllegalStateException(parameter.key() + " is not set in " + this);
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  private Set<Letter> letters(RuleParameter parameter) {
    return (Set<Letter>) required(parameter);
  }

  public int hoursPerCredit() {
    return integer(RuleParameter.CREDIT_HOURS);
  }

  public BigDecimal ratingWeight() {
    return decimal(RuleParameter.WEIGHT_RATING);
  }

  public BigDecimal examWeight() {
    return decimal(RuleParameter.WEIGHT_EXAM);
  }

  /** The rating from which a student is admitted to the exam (CTL-5). */
  public int admissionThreshold() {
    return integer(RuleParameter.ADMISSION_THRESHOLD);
  }

  /** The lowest exam score that is passed (CTL-6). */
  public int examMin() {
    return integer(RuleParameter.EXAM_MIN);
  }

  public FailMode failMode() {
    return (FailMode) required(RuleParameter.FAIL_MODE);
  }

  /** What becomes of a period of ratings missed for a reason (RAT-3). */
  public ExcusedPeriod excusedPeriod() {
    return (ExcusedPeriod) required(RuleParameter.EXCUSED_PERIOD);
  }

  /** What becomes of a week missed without a reason (RAT-10). */
  public MissedWeek missedWeek() {
    return (MissedWeek) required(RuleParameter.MISSED_WEEK);
  }

  public Supersede supersede() {
    return (Supersede) required(RuleParameter.SUPERSEDE);
  }

  public int fxRetakes() {
    return integer(RuleParameter.FX_RETAKES);
  }

  /** Empty: no limit (CTL-10). */
  public OptionalInt maxAttempts() {
    return optionalInteger(RuleParameter.MAX_ATTEMPTS);
  }

  public RoundingMode rounding() {
    return (RoundingMode) required(RuleParameter.ROUNDING);
  }

  public int gpaDigits() {
    return integer(RuleParameter.GPA_DIGITS);
  }

  public boolean gpaIncludesFail() {
    return flag(RuleParameter.GPA_INCLUDE_FAIL);
  }

  public GpaBasis promotionBasis() {
    return (GpaBasis) required(RuleParameter.PROMOTION_GPA_BASIS);
  }

  /** The GPA needed to leave a course; empty where the Academic council has set none (PRO-1). */
  @SuppressWarnings("unchecked")
  public Optional<BigDecimal> promotionThreshold(int course) {
    Serializable table = values.get(RuleParameter.PROMOTION_THRESHOLDS);
    return table == null
        ? Optional.empty()
        : Optional.ofNullable(((Map<Integer, BigDecimal>) table).get(course));
  }

  /** Whether number and date of the council's decision are known. */
  public boolean hasPromotionDecision() {
    return values.containsKey(RuleParameter.PROMOTION_DECISION_NUMBER)
        && values.containsKey(RuleParameter.PROMOTION_DECISION_DATE);
  }

  public BigDecimal honoursMinGpa() {
    return decimal(RuleParameter.HONOURS_MIN_GPA);
  }

  public Set<Letter> honoursLetters() {
    return letters(RuleParameter.HONOURS_LETTERS);
  }

  public Set<Letter> honoursFinalLetters() {
    return letters(RuleParameter.HONOURS_FINAL_LETTERS);
  }

  /** Letters with which a session earns a stipend (STP-2). */
  public Set<Letter> stipendLetters() {
    return letters(RuleParameter.STIPEND_LETTERS);
  }

  /** Letters with which the presidential stipend may be proposed (PRO-5). */
  public Set<Letter> presidentialLetters() {
    return letters(RuleParameter.STIPEND_PRESIDENTIAL_LETTERS);
  }

  public GpaComparison honoursComparison() {
    return (GpaComparison) required(RuleParameter.HONOURS_COMPARE);
  }

  @Override
  public String toString() {
    return code + " v" + version + " (" + level + " from " + validFrom + ")";
  }
}
