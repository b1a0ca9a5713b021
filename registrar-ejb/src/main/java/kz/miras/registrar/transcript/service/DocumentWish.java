package kz.miras.registrar.transcript.service;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.DocumentRequestPolicy;

/**
 * What somebody asks for.
 *
 * @param kind code of the kind
 * @param languages in the order of the pages
 * @param details answers to what the kind asks, by key
 * @param address where it is sent; null where it is not
 * @param consent the student's; null for none
 * @param duplicates public id of the document a duplicate is asked of; null for none
 */
public record DocumentWish(
    String kind,
    List<Language> languages,
    int copies,
    String purpose,
    String recipient,
    Map<String, String> details,
    DocumentDelivery delivery,
    String address,
    String consent,
    UUID duplicates)
    implements Serializable {

  public DocumentWish {
    languages = languages.stream().distinct().toList();
    details = answered(details);
    purpose = stripped(purpose);
    recipient = stripped(recipient);
    address = delivery == DocumentDelivery.POST ? stripped(address) : null;
    consent = stripped(consent);
  }

  /** What is left empty is not answered. */
  private static Map<String, String> answered(Map<String, String> details) {
    Map<String, String> answers = new TreeMap<>();
    details.forEach(
        (code, answer) -> {
          if (stripped(answer) != null) {
            answers.put(code, answer.strip());
          }
        });
    return Collections.unmodifiableMap(answers);
  }

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  DocumentOrder order(DocumentKind of, Student student) {
    return new DocumentOrder(of, student.getId(), null, languages, purpose, details);
  }

  DocumentRequestPolicy.Wanted asked() {
    return new DocumentRequestPolicy.Wanted(languages, copies, delivery, address);
  }

  DocumentRequests.Asked kept() {
    return new DocumentRequests.Asked(
        languages.stream().map(Language::tag).collect(Collectors.joining(" ")),
        copies,
        purpose,
        recipient,
        details,
        delivery,
        address,
        consent,
        null);
  }

  /** What it asks, always written alike. */
  String written() {
    return Json.write(
        Arrays.asList(
            kind,
            languages,
            copies,
            purpose,
            recipient,
            details,
            delivery,
            address,
            consent,
            duplicates));
  }
}
