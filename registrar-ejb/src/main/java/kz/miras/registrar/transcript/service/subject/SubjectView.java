package kz.miras.registrar.transcript.service.subject;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.transcript.DocumentStatus;

/**
 * The documents about a sheet, a group or a protocol, as its page shows them.
 *
 * @param documents the latest first
 * @param offers kinds the caller may prepare of it; none where the caller prepares nothing
 */
public record SubjectView(List<Document> documents, List<Offer> offers) implements Serializable {

  public SubjectView {
    documents = List.copyOf(documents);
    offers = List.copyOf(offers);
  }

  /** Whether there is anything to show. */
  public boolean isEmpty() {
    return documents.isEmpty() && offers.isEmpty();
  }

  /** Kinds of which nothing speaks against preparing one now. */
  public List<Offer> open() {
    return offers.stream().filter(offer -> offer.problems().isEmpty()).toList();
  }

  /** What speaks against each of the other kinds, told once. */
  public List<Refusal> problems() {
    return offers.stream().flatMap(offer -> offer.problems().stream()).distinct().toList();
  }

  /**
   * A document.
   *
   * @param number null before it has one
   * @param supersededOn the day what it states moved; null for not
   */
  public record Document(
      UUID id,
      LocalizedText kind,
      String number,
      DocumentStatus status,
      LocalDate issuedOn,
      LocalDate supersededOn)
      implements Serializable {}

  /**
   * A kind.
   *
   * @param problems why none may be prepared now; none where one may
   */
  public record Offer(String code, LocalizedText name, List<Refusal> problems)
      implements Serializable {

    public Offer {
      problems = List.copyOf(problems);
    }
  }
}
