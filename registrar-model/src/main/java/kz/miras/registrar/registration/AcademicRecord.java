package kz.miras.registrar.registration;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.LocalizedText;

/** What registration asks of a student's results; the history of achievements answers. */
public interface AcademicRecord {

  /** How a discipline stands in the history. */
  enum Standing {
    /** Passed, recognised, or met by an exemption. */
    PASSED,
    /** Tried and not passed. */
    FAILED,
    /** No result that counts. */
    NONE
  }

  /**
   * What became of a discipline so far.
   *
   * @param attempts how often it was tried, from 0
   * @param difference whether what counts was studied to close a curriculum difference, or the
   *     discipline is listed as one (DEB-3)
   * @param awaited whether there is a newer result that whoever asks may not know yet (PUB-1): to
   *     them it is as if the discipline were still studied
   * @param exempt whether it is met by an exemption that earns no credits (ACH-10)
   */
  record Past(
      Standing standing, int attempts, boolean difference, boolean awaited, boolean exempt) {

    /** What became of a discipline all results of which are known, and nobody is exempt from. */
    public Past(Standing standing, int attempts, boolean difference) {
      this(standing, attempts, difference, false, false);
    }

    /** What became of a discipline studied in the usual way. */
    public Past(Standing standing, int attempts) {
      this(standing, attempts, false);
    }

    /** Nothing yet. */
    public static final Past NOTHING = new Past(Standing.NONE, 0);
  }

  /**
   * IUP-4. A discipline studied elsewhere or before, recognised here and passed by that.
   *
   * @param cycle null where none is known
   * @param component null for none
   * @param document what it was recognised by; null where none is named
   */
  record Recognised(
      String code,
      LocalizedText name,
      Cycle cycle,
      Component component,
      int credits,
      String document)
      implements Serializable {}

  /** IUP-4. What of a student's study is recognised and counts, in order of codes. */
  List<Recognised> recognised(long student);

  /**
   * The past of each of these disciplines as whoever asks may know it; all of them are there. A
   * student is told nothing that is not published (PUB-1).
   */
  Map<Long, Past> past(long student, Set<Long> disciplines);

  /**
   * PUB-1. The same as the student may know it, whoever asks: for what is decided by itself and
   * told to the student.
   */
  Map<Long, Past> told(long student, Set<Long> disciplines);

  /** Keys of those whose result is awaited: to whoever asks they are still studied. */
  static Set<Long> awaited(Map<Long, Past> past) {
    return past.entrySet().stream()
        .filter(one -> one.getValue().awaited())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * The grade point average of the whole study as it is shown to whoever asks, rounded; none where
   * nothing has been graded yet.
   *
   * @param rules how it is made up
   */
  Optional<BigDecimal> gpa(long student, RuleSet rules);
}
