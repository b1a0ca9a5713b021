package kz.miras.registrar.bench.driver;

import java.util.List;

/**
 * One call that went to the database.
 *
 * @param sql the statement; null for the end of a transaction
 * @param prepared further arguments the statement was prepared with: the driver sends a batch as
 *     one bulk or row by row, depending on them
 * @param rows parameters of each execution, null where the statement has none; several for a batch
 * @param changed rows changed; negative where nobody told
 */
public record Sent(
    Kind kind, String sql, List<Integer> prepared, List<Object[]> rows, long changed) {

  /** What kind of call. */
  public enum Kind {
    QUERY,
    UPDATE,
    BATCH,
    COMMIT
  }
}
