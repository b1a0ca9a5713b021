package kz.miras.registrar.transcript.service.paper;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.transcript.service.certificate.Signs;

/**
 * Everything an extract of the history prints, as it stood when it was signed. Stored with the
 * document.
 *
 * @param kind code of the kind
 * @param number of the register; null in a preview
 * @param names of the student by tag of the language
 * @param entries all of them, in the order they were recorded
 */
public record ExtractView(
    String kind,
    String number,
    LocalDate date,
    String verificationCode,
    String verificationUrl,
    LocalizedText university,
    LocalizedText city,
    String studentNo,
    Map<String, String> names,
    String programmeCode,
    LocalizedText programme,
    List<Entry> entries,
    List<Signs.Sign> signs)
    implements Serializable {

  public ExtractView {
    names = Map.copyOf(names);
    entries = List.copyOf(entries);
    signs = List.copyOf(signs);
  }

  /**
   * An entry.
   *
   * @param recorded day it was recorded
   * @param year the academic year as it is written
   * @param term message key of the term
   * @param percent null where there is none
   * @param digital null where there is none
   * @param document it rests on; null where none is named
   * @param corrects position of the entry it corrects; null for none
   * @param correctedBy position of the entry that corrects it; null while it stands
   * @param reason of a correction; null for none
   */
  public record Entry(
      long position,
      LocalDate recorded,
      String year,
      String term,
      String code,
      LocalizedText name,
      int credits,
      String kind,
      Integer percent,
      String sign,
      BigDecimal digital,
      String document,
      Long corrects,
      Long correctedBy,
      String reason)
      implements Serializable {}
}
