package kz.miras.registrar.achievement.summary;

import java.io.Serializable;
import java.time.Instant;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.shared.LocalizedText;

/**
 * ACH-12. An entry of a history as it was recorded: when, on what document, in place of which other
 * one; by whom and why, where the reader may know that.
 *
 * <p>Immutable.
 *
 * @param position place in the history, from 1 without gaps
 * @param sign letter or mark
 * @param document number and date of the sheet, protocol or old record
 * @param corrects place of the entry it stands for; null for none
 * @param migrated whether it was taken over from an earlier system
 * @param author login of whoever recorded it, or the name of a job; null for whoever may know no
 *     more than that the office did
 * @param reason why it was recorded, in words; null where nothing was said, or the reader may not
 *     know: it may name an illness
 */
public record RecordedEntry(
    long position,
    String code,
    LocalizedText name,
    TermRef term,
    String sign,
    String document,
    Long corrects,
    boolean migrated,
    Instant recordedAt,
    String author,
    String reason)
    implements Serializable {

  /**
   * An entry as somebody may read it.
   *
   * @param whole whether the reader may know who recorded it and why
   */
  public static RecordedEntry of(LedgerEntry entry, boolean whole) {
    LedgerEntry.Source source = entry.source();
    return new RecordedEntry(
        entry.position(),
        entry.discipline().code(),
        entry.discipline().name(),
        entry.result().term(),
        entry.result().grade().sign(),
        source.document(),
        source.corrects(),
        source.migrated(),
        source.recordedAt(),
        whole ? source.author() : null,
        whole ? source.reason() : null);
  }
}
