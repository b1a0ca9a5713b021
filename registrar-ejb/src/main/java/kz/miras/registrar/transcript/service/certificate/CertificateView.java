package kz.miras.registrar.transcript.service.certificate;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.shared.LocalizedText;

/**
 * Everything a certificate prints, as it stood when it was signed. Stored with the document.
 *
 * @param kind code of the kind
 * @param number of the register; null in a preview
 * @param validUntil last day it is valid; null for ever
 * @param pages by tag of the language
 * @param recipient whom it is for; null where it was not said or is not printed
 * @param record results that follow the wording; null for none
 */
public record CertificateView(
    String kind,
    String number,
    LocalDate date,
    LocalDate validUntil,
    String verificationCode,
    String verificationUrl,
    Letterhead letterhead,
    String studentNo,
    Map<String, Page> pages,
    String recipient,
    List<Signs.Sign> signs,
    StudyRecord record)
    implements Serializable {

  /**
   * What stands at the head of each page.
   *
   * @param contacts one line; empty for none
   */
  public record Letterhead(
      LocalizedText university, LocalizedText city, LocalizedText address, String contacts)
      implements Serializable {}

  /**
   * A page in one language.
   *
   * @param name of the student
   */
  public record Page(String title, String name, List<String> paragraphs) implements Serializable {}

  public CertificateView {
    pages = Map.copyOf(pages);
    signs = List.copyOf(signs);
  }
}
