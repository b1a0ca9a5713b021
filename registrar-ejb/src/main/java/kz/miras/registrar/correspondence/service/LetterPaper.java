package kz.miras.registrar.correspondence.service;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.LocalizedText;

/**
 * What the template of letters prints; what there is none of is null.
 *
 * @param number of the letter, as is its date; null for a draft
 * @param theirNumber number and day of the letter it answers, as its sender wrote them
 * @param ourNumber number that letter was registered under
 * @param paragraphs what it says
 * @param signatory name of who signs; null for a draft
 * @param executor name of who wrote it
 * @param contacts telephone and addresses of the university
 */
public record LetterPaper(
    String number,
    LocalDate date,
    String theirNumber,
    LocalDate theirDate,
    String ourNumber,
    String addressee,
    String address,
    String subject,
    List<String> paragraphs,
    int enclosures,
    LocalizedText title,
    String signatory,
    String executor,
    LocalizedText university,
    LocalizedText city,
    LocalizedText home,
    String contacts) {

  public LetterPaper {
    paragraphs = List.copyOf(paragraphs);
  }
}
