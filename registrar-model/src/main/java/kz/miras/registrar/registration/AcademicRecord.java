package kz.miras.registrar.registration;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.curriculum.RuleSet;

/** What registration asks of a student's results; the history of achievements answers. */
public interface AcademicRecord {

  /** How a discipline stands in the history. */
  enum Standing {
    /** Passed or recognised. */
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
   * @param difference whether what counts was studied to close a curriculum difference
   */
  record Past(Standing standing, int attempts, boolean difference) {

    /** What became of a discipline studied in the usual way. */
    public Past(Standing standing, int attempts) {
      this(standing, attempts, false);
    }

    /** Nothing yet. */
    public static final Past NOTHING = new Past(Standing.NONE, 0);
  }

  /** The past of each of these disciplines; all of them are there. */
  Map<Long, Past> past(long student, Set<Long> disciplines);

  /**
   * The grade point average of the whole study as it is shown, rounded; none where nothing has been
   * graded yet.
   *
   * @param rules how it is made up
   */
  Optional<BigDecimal> gpa(long student, RuleSet rules);
}
