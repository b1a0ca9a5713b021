package kz.miras.registrar.correspondence.ministry;

import java.util.LinkedHashMap;
import java.util.Map;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * Makes the record of a thing out of what is known of it, field by field of {@link PlatformFields}.
 * Immutable.
 */
public final class PlatformMapping {

  private final PlatformCodes codes;

  public PlatformMapping(PlatformCodes codes) {
    this.codes = codes;
  }

  /**
   * A record, and what was missing to make it.
   *
   * @param facts what it was made of
   * @param verdict numbers of dictionaries nobody has told
   */
  public record Mapped(PlatformRecord record, PlatformFacts facts, Verdict verdict) {

    /** The same with what the platform has where this system keeps nothing; null for none. */
    public Mapped carrying(Map<String, ?> theirs) {
      return new Mapped(record.carrying(theirs), facts, verdict);
    }
  }

  /**
   * The record of a thing.
   *
   * @param id number it has on the platform
   */
  public Mapped map(PlatformType type, long id, PlatformFacts known) {
    PlatformFacts facts = known.told(type);
    LinkedHashMap<String, Object> fields = new LinkedHashMap<>();
    Verdict verdict = Verdict.allowed();
    for (PlatformField field : PlatformFields.of(type)) {
      Object value = null;
      if (field.name().equals(type.keyField())) {
        value = id;
      } else if (field.source().startsWith("=")) {
        value = Long.parseLong(field.source().substring(1));
      } else if (field.dictionary() != null) {
        String ours = facts.text(field.fact());
        value = ours == null ? null : number(field.dictionary(), ours);
        if (ours != null && value == null) {
          verdict = verdict.and(unknownNumber(field, ours));
        } else if (value != null && !codes.has(field.dictionary(), ((Long) value).intValue())) {
          verdict =
              verdict.and(
                  Verdict.refused(
                      Refusal.of(
                              "ministry.finding.strange",
                              "GOV-14",
                              field.dictionary(),
                              ours,
                              (Long) value)
                          .at(field.name())));
        }
      } else if (field.isKept()) {
        value = field.kind().valueOf(facts.get(field.fact()));
      }
      fields.put(field.name(), value);
    }
    return new Mapped(new PlatformRecord(type, id, fields), facts, verdict);
  }

  private Long number(String dictionary, String value) {
    Integer number = codes.number(dictionary, value);
    return number == null ? null : number.longValue();
  }

  private static Verdict unknownNumber(PlatformField field, String value) {
    return Verdict.refused(
        Refusal.of("ministry.finding.number", "GOV-2", field.dictionary(), value).at(field.name()));
  }
}
