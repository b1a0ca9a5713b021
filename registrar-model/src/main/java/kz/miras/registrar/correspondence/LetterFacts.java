package kz.miras.registrar.correspondence;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.shared.Language;

/**
 * What the card of a letter says, as it is typed or sent; what was left out is null.
 *
 * @param correspondent key among the correspondents; null where it is none of them
 * @param name of the correspondent as it is written
 * @param theirNumber number the correspondent gave it
 * @param theirDate day the correspondent dated it
 * @param body what it says, as far as it is typed in
 * @param sheets of the letter itself
 * @param enclosures how many things are enclosed
 */
public record LetterFacts(
    Long correspondent,
    String name,
    String theirNumber,
    LocalDate theirDate,
    LetterKind kind,
    LetterCategory category,
    String subject,
    String body,
    Language language,
    int sheets,
    int enclosures,
    boolean restricted)
    implements Serializable {

  /** The same of a correspondent the office knows. */
  public LetterFacts from(long known) {
    return new LetterFacts(
        known,
        name,
        theirNumber,
        theirDate,
        kind,
        category,
        subject,
        body,
        language,
        sheets,
        enclosures,
        restricted);
  }
}
