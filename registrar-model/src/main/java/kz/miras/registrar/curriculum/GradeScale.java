package kz.miras.registrar.curriculum;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * SCL-1, SCL-2. A version of the letter scale, chosen by the date of the grade. The scale is law
 * (O152 App. 2, O595 App. 1; change of C+ and FX by the footnote of O47 App. 10), not a parameter:
 * its versions with the days they begin stand in {@code grade-scales.txt}, and a change of the law
 * is a new version there.
 */
public final class GradeScale implements Serializable {

  private static final long serialVersionUID = 1L;

  /** What a letter means in a version. */
  private record Band(int lowest, int highest, TraditionalMark mark) implements Serializable {}

  /** In the order they came into force. */
  private static final List<GradeScale> ALL = read("grade-scales.txt");

  /** Grades before 24 November 2018: C+ is "satisfactory", FX does not exist, 0–49 is F. */
  public static final GradeScale V1 = named("scale_v1");

  /** Grades from 24 November 2018: C+ is "good", FX is 25–49. */
  public static final GradeScale V2 = named("scale_v2");

  private final String code;
  private final LocalDate since;
  private final EnumMap<Letter, Band> bands = new EnumMap<>(Letter.class);

  private GradeScale(String code, LocalDate since) {
    this.code = code;
    this.since = since;
  }

  /** Every version, the oldest first. */
  public static List<GradeScale> all() {
    return ALL;
  }

  /** The version grades are given by now. */
  public static GradeScale latest() {
    return ALL.get(ALL.size() - 1);
  }

  /** The scale of a grade given on that day. */
  public static GradeScale on(LocalDate gradeDate) {
    GradeScale found = ALL.get(0);
    for (GradeScale scale : ALL) {
      if (scale.since == null || !gradeDate.isBefore(scale.since)) {
        found = scale;
      }
    }
    return found;
  }

  /**
   * The version of that code.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static GradeScale named(String code) {
    return ALL.stream()
        .filter(scale -> scale.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(code + " is no scale"));
  }

  private static List<GradeScale> read(String resource) {
    Map<String, GradeScale> found = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(GradeScale.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.strip().split("\\s*\\|\\s*", -1))
          .forEach(
              cell ->
                  found
                      .computeIfAbsent(cell[0], code -> new GradeScale(code, day(cell[1])))
                      .bands
                      .put(
                          Letter.of(cell[2]),
                          new Band(
                              Integer.parseInt(cell[3]),
                              Integer.parseInt(cell[4]),
                              TraditionalMark.valueOf(cell[5]))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(new ArrayList<>(found.values()));
  }

  private static LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  public String code() {
    return code;
  }

  /** Day of the first grade by it; empty for the oldest. */
  public Optional<LocalDate> since() {
    return Optional.ofNullable(since);
  }

  /**
   * The letter of a rounded percentage.
   *
   * @param percent 0 to 100, already rounded
   * @throws IllegalArgumentException outside 0 to 100
   */
  public Letter letterFor(int percent) {
    // of two letters with the same percentages the first is given (D, never D-)
    return bands.entrySet().stream()
        .filter(one -> percent >= one.getValue().lowest && percent <= one.getValue().highest)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("percent " + percent + " is not within 0..100"));
  }

  /**
   * The lowest percentage of a letter in this scale.
   *
   * @throws IllegalArgumentException where the scale has no such letter
   */
  public int lowest(Letter letter) {
    return band(letter).lowest;
  }

  /**
   * The highest percentage of a letter in this scale.
   *
   * @throws IllegalArgumentException where the scale has no such letter
   */
  public int highest(Letter letter) {
    return band(letter).highest;
  }

  private Band band(Letter letter) {
    Band band = bands.get(letter);
    if (band == null) {
      throw new IllegalArgumentException(letter.sign() + " is no letter of " + code);
    }
    return band;
  }

  /** Whether grades of this scale may carry the letter. */
  public boolean exists(Letter letter) {
    return bands.containsKey(letter);
  }

  /** Whether letter and percentage belong together; checked on records that bring both. */
  public boolean agrees(Letter letter, int percent) {
    return exists(letter) && percent >= lowest(letter) && percent <= highest(letter);
  }

  /**
   * The traditional mark printed beside the letter; one the scale does not have is read by the
   * version that has it, so that a record taken over wrongly can still be shown.
   */
  public TraditionalMark traditional(Letter letter) {
    return exists(letter)
        ? bands.get(letter).mark
        : ALL.stream()
            .filter(scale -> scale.exists(letter))
            .map(scale -> scale.bands.get(letter).mark)
            .findFirst()
            .orElseThrow();
  }

  /**
   * Reads a letter as people and ministry tables write it: Cyrillic look-alikes, any dash, any
   * case.
   *
   * @return empty where this scale has no such letter
   */
  public Optional<Letter> parse(String typed) {
    String folded = Spelling.latin(typed);
    return bands.keySet().stream().filter(letter -> letter.sign().equals(folded)).findFirst();
  }

  /** The version itself: there is one of each. */
  private Object readResolve() {
    return named(code);
  }

  @Override
  public String toString() {
    return code;
  }
}
