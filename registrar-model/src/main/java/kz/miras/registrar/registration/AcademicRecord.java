package kz.miras.registrar.registration;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

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

  /** Standing of each of these disciplines. */
  Map<Long, Standing> standing(long student, Set<Long> disciplines);

  /** Attempts at each of these disciplines so far. */
  Map<Long, Integer> attempts(long student, Collection<Long> disciplines);
}
