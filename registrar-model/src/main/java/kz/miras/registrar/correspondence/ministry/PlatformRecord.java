package kz.miras.registrar.correspondence.ministry;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.miras.registrar.shared.Checksum;

/**
 * A record as it is sent: every field of its type, null where nothing is known.
 *
 * @param id number of the record on the platform, given by this university and never to another
 * @param fields by their names; whole numbers, decimals, texts, days as texts, flags or null
 */
public record PlatformRecord(PlatformType type, long id, LinkedHashMap<String, Object> fields)
    implements Serializable {

  /** The value of a field; null where it is empty or unknown. */
  public Object get(String field) {
    return fields.get(field);
  }

  /**
   * The record with what the platform has where this system keeps nothing (GOV-1).
   *
   * @param theirs the record there; null where there is none
   */
  public PlatformRecord carrying(Map<String, ?> theirs) {
    if (theirs == null) {
      return this;
    }
    LinkedHashMap<String, Object> all = new LinkedHashMap<>(fields);
    all.putAll(PlatformFields.others(type, theirs));
    return new PlatformRecord(type, id, all);
  }

  /** Checksum of its values, which tells whether it has changed since it was sent. */
  public byte[] checksum() {
    StringBuilder text = new StringBuilder(type.name());
    fields.forEach((name, value) -> text.append('\u001f').append(name).append('=').append(value));
    return Checksum.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
