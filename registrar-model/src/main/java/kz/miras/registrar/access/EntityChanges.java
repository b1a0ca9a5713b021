package kz.miras.registrar.access;

import java.util.Map;

/**
 * Takes note of every change the persistence layer writes, in the transaction that writes it. The
 * model declares it, the services implement it.
 */
public interface EntityChanges {

  /** What happened to the row. */
  enum Kind {
    INSERT,
    UPDATE,
    DELETE
  }

  /**
   * One row was written.
   *
   * @param entity simple name of the entity
   * @param id its key
   * @param before values before, by attribute; empty for an insert
   * @param after values after, by attribute; empty for a delete
   */
  void changed(
      Kind kind, String entity, String id, Map<String, Object> before, Map<String, Object> after);
}
