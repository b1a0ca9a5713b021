package kz.miras.registrar.achievement.service;

import java.util.LinkedHashMap;
import java.util.Map;
import kz.miras.registrar.achievement.LedgerEntry;

/** A recorded result as the row of a file, to tell whether the file says the same. */
final class PastResultRow {

  private PastResultRow() {}

  /** The row of an entry; what the entry does not know is left out. */
  static Map<String, String> of(LedgerEntry entry, Map<Long, String> terms, String student) {
    LedgerEntry.Studied studied = entry.discipline();
    LedgerEntry.Outcome outcome = entry.result();
    Map<String, String> row = new LinkedHashMap<>();
    row.put("student_no", student);
    row.put("term", terms.get(outcome.termId()));
    row.put("code", studied.code());
    row.put("name_kk", studied.name().getKk());
    row.put("name_ru", studied.name().getRu());
    row.put("name_en", studied.name().getEn());
    row.put("credits", String.valueOf(studied.credits()));
    row.put("kind_of_result", outcome.kind().name());
    row.put("attempt_no", String.valueOf(outcome.attemptNo()));
    optional(row, "rating", outcome.rating());
    optional(row, "score", outcome.score());
    optional(row, "percent", outcome.grade().percent());
    row.put("letter", outcome.grade().sign());
    row.put("result_on", outcome.date().toString());
    row.put("source_document", entry.source().document());
    optional(row, "cycle", studied.cycle());
    optional(row, "component", studied.component());
    row.put("excluded_from_gpa", String.valueOf(studied.excludedFromGpa()));
    row.put("additional", String.valueOf(studied.additional()));
    row.put("final_attestation", String.valueOf(studied.finalAttestation()));
    return row;
  }

  private static void optional(Map<String, String> row, String field, Object value) {
    if (value != null) {
      row.put(field, value instanceof Enum<?> name ? name.name() : String.valueOf(value));
    }
  }
}
