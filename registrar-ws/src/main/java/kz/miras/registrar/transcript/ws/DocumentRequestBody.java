package kz.miras.registrar.transcript.ws;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.frame.ws.Languages;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.service.DocumentWish;

/**
 * What a student asks for; the contract is in {@code openapi.json}.
 *
 * @param student number or public id; absent for the caller's own
 * @param languages tags in the order of the pages
 * @param copies absent for one
 * @param details answers to what the kind asks; absent for none
 * @param delivery absent for ELECTRONIC
 * @param consent the student's; needed from organisations
 * @param duplicates the document a duplicate is asked of; absent for none
 */
record DocumentRequestBody(
    String student,
    String kind,
    List<String> languages,
    Integer copies,
    String purpose,
    String recipient,
    Map<String, String> details,
    DocumentDelivery delivery,
    String address,
    String consent,
    UUID duplicates) {

  private static final int LONGEST = 200;
  private static final int LONGEST_ADDRESS = 300;

  String whose() {
    return student == null ? "me" : student;
  }

  DocumentWish wish() {
    return new DocumentWish(
        kind == null ? "" : kind,
        languages == null ? List.of() : languages.stream().map(this::language).toList(),
        copies == null ? 1 : copies,
        fitting(purpose, "purpose", LONGEST),
        fitting(recipient, "recipient", LONGEST),
        details == null ? Map.of() : details,
        delivery == null ? DocumentDelivery.ELECTRONIC : delivery,
        fitting(address, "address", LONGEST_ADDRESS),
        fitting(consent, "consent", LONGEST),
        duplicates);
  }

  private Language language(String tag) {
    return Languages.asked(tag).orElseThrow(() -> field("languages"));
  }

  private static String fitting(String text, String field, int longest) {
    if (text != null && text.length() > longest) {
      throw field(field);
    }
    return text;
  }

  private static RegistrarException.Refused field(String name) {
    return new RegistrarException.Refused(Refusal.of("api.field", "DAT-2", name).at(name));
  }
}
