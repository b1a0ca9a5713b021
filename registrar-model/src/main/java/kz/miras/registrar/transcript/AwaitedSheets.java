package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * DOC-10. The sheets of a student a document of record waits for. What the student has not been
 * told is printed on no document, and a document does not leave out what is about to be told.
 *
 * @param sheets by number; none where nothing is awaited
 */
public record AwaitedSheets(List<Awaited> sheets) implements Serializable {

  public AwaitedSheets {
    sheets = List.copyOf(sheets);
  }

  /**
   * One sheet.
   *
   * @param number as it is printed
   * @param term code of its term
   * @param posted results are in the history and wait to be published; false for a sheet of a term
   *     that is over and still has to be closed
   */
  public record Awaited(String number, LocalizedText discipline, String term, boolean posted)
      implements Serializable {

    private Refusal refusal() {
      return Refusal.of(
          posted ? "transcript.awaited.unpublished" : "transcript.awaited.open",
          "DOC-10",
          number,
          discipline,
          term);
    }
  }

  /**
   * Those that are left when some are passed over.
   *
   * @param numbers of the sheets that are passed over
   */
  public AwaitedSheets without(Collection<String> numbers) {
    return new AwaitedSheets(
        sheets.stream().filter(sheet -> !numbers.contains(sheet.number())).toList());
  }

  /** Whether a document may be prepared, signed or replaced now; each sheet is named. */
  public Verdict verdict() {
    return Verdict.refused(sheets.stream().map(Awaited::refusal).toArray(Refusal[]::new));
  }
}
