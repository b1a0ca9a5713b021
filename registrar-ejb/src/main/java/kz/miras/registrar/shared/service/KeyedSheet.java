package kz.miras.registrar.shared.service;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.shared.Verdict;

/**
 * A sheet over entities that have a natural key: all are read once, so that a file of thousands of
 * rows costs a few statements.
 *
 * @param <E> the entity
 */
public abstract class KeyedSheet<E> implements RecordList.Sheet {

  private final Map<String, E> known = new HashMap<>();

  /** Takes an entity that exists. */
  protected void know(String key, E entity) {
    known.put(key, entity);
  }

  /** Forgets an entity that exists no more. */
  protected void forget(String key) {
    known.remove(key);
  }

  /** The entity of a key, or null. */
  protected E known(String key) {
    return known.get(key);
  }

  /** All entities known now. */
  protected Collection<E> known() {
    return known.values();
  }

  /** The key in the values of a record. */
  protected abstract String key(Map<String, String> values);

  /** The entity as the written values of a record; null values are left out. */
  protected abstract Map<String, String> values(E entity);

  /** Makes and persists the entity. */
  protected abstract E create(Map<String, String> values);

  /** Changes the entity. */
  protected abstract void change(E entity, Map<String, String> values);

  @Override
  public Optional<Map<String, String>> stored(Map<String, String> values) {
    return Optional.ofNullable(known.get(key(values))).map(this::present);
  }

  private Map<String, String> present(E entity) {
    Map<String, String> present = new LinkedHashMap<>();
    values(entity)
        .forEach(
            (field, value) -> {
              if (value != null && !value.isEmpty()) {
                present.put(field, value);
              }
            });
    return present;
  }

  @Override
  public Verdict write(Map<String, String> values) {
    E entity = known.get(key(values));
    if (entity == null) {
      known.put(key(values), create(values));
    } else {
      change(entity, values);
    }
    return Verdict.allowed();
  }

  /** The names of a trilingual text, as three fields. */
  protected static void put(
      Map<String, String> values, String prefix, kz.miras.registrar.shared.LocalizedText text) {
    values.put(prefix + "_kk", text.getKk());
    values.put(prefix + "_ru", text.getRu());
    values.put(prefix + "_en", text.getEn());
  }

  /** Three fields as a trilingual text. */
  protected static kz.miras.registrar.shared.LocalizedText text(
      Map<String, String> values, String prefix) {
    return kz.miras.registrar.shared.LocalizedText.of(
        values.get(prefix + "_kk"), values.get(prefix + "_ru"), values.get(prefix + "_en"));
  }
}
