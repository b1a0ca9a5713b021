package kz.miras.registrar.shared.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Verdict;

/**
 * A list of records people keep: typed one by one in a form, or brought in by file. Both ways use
 * the same fields, the same checks and the same writing.
 */
public interface RecordList {

  /** Name in addresses, templates and message keys, for example {@code disciplines}. */
  String code();

  /** The right to write it. */
  String permission();

  /** Its fields in the order of the template. */
  List<Field> fields();

  /** The fields that tell one record from another. */
  List<String> key();

  /** Whether a form may edit single records; some lists come by file only. */
  default boolean hasForm() {
    return true;
  }

  /** Opens it for one form or one file; reads what checking needs in a few statements. */
  Sheet open();

  /**
   * Opens it for a dry run, in a transaction that is taken back. A list whose writing takes what
   * others wait for, seats for one, answers a sheet that only says what writing would say.
   */
  default Sheet openToCheck() {
    return open();
  }

  /**
   * Whether its rows are stored each in a transaction of its own: those that take what others wait
   * for hold it no longer than one row needs. Rows that have become wrong since the check are left
   * out then, and the rest is stored. Its sheet keeps no entities, and its writing waits for
   * nothing.
   */
  default boolean isStoredInSteps() {
    return false;
  }

  /** IMP-6. Whether a checked file is stored only when a second person has approved it. */
  default boolean needsApproval() {
    return false;
  }

  /** The list as it stands, inside one transaction, or over steps where it is stored in steps. */
  interface Sheet {

    /** Values stored now under the key of these values; empty where there is none yet. */
    Optional<Map<String, String>> stored(Map<String, String> values);

    /** What the rules say of a record whose fields could all be read. */
    Verdict check(Map<String, String> values);

    /**
     * Writes a checked record that is new or differs from the stored one.
     *
     * @return what only writing could tell, a seat taken meanwhile for one; refused means not
     *     written
     */
    Verdict write(Map<String, String> values);

    /** Sends what was written and waits; called once, after the last record. */
    default void finish() {}
  }
}
