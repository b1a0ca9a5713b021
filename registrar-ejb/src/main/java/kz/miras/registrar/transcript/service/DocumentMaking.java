package kz.miras.registrar.transcript.service;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.DocumentReissue;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.certificate.QuestionAnswers;
import kz.miras.registrar.transcript.service.DocumentMaker.Asking;
import kz.miras.registrar.transcript.service.DocumentMaker.Made;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.signing.FactsOfRecord;
import kz.miras.registrar.transcript.service.signing.SignaturePlace;
import kz.miras.registrar.transcript.service.signing.SignatureStamp;
import kz.miras.registrar.transcript.service.signing.SignerOfRecord;
import kz.miras.registrar.transcript.service.signing.SigningFacts;

/**
 * Makes the file of a document: its contents by the maker of its family, printed by the template of
 * its kind. Slow, so never within a transaction.
 */
@ApplicationScoped
public class DocumentMaking {

  @Inject @Any private Instance<DocumentMaker> all;
  @Inject private DocumentFiles files;
  @Inject private SignatureFacts signatures;
  @Inject private SignerOfRecord signer;
  @Inject private FactsOfRecord facts;
  @Inject private UniversityTime time;

  private final Map<DocumentFamily, DocumentMaker> makers = new EnumMap<>(DocumentFamily.class);

  /**
   * A file with what it was made of.
   *
   * @param snapshot the data as JSON
   * @param sha256 of the file
   * @param templateVersion edition of the template it is printed by; 0 for the shipped one
   */
  public record Ready(
      String snapshot,
      Long resultsUntil,
      byte[] pdf,
      byte[] sha256,
      int pages,
      long templateVersion)
      implements Serializable {}

  @PostConstruct
  void sort() {
    for (DocumentMaker maker : all) {
      maker.families().forEach(family -> makers.put(family, maker));
    }
  }

  /** The contents alone. */
  public Made contents(DocumentOrder order, Stamp stamp) {
    return maker(order.kind()).make(order, stamp);
  }

  /** DOC-52. What is asked of whoever wants a document of a kind. */
  public List<CertificateQuestion> questions(DocumentKind kind) {
    return maker(kind).questions(kind);
  }

  /**
   * DOC-52. Whether the office says of a document what its kind asks, or what the office may add,
   * and nothing else.
   */
  public Verdict told(DocumentKind kind, Map<String, String> details) {
    return QuestionAnswers.asked(questions(kind), maker(kind).added(), details);
  }

  /** What each of these kinds asks of a student of a status, by its code. */
  public Map<String, Asking> askings(Collection<DocumentKind> kinds, StudentStatus status) {
    Map<DocumentMaker, List<DocumentKind>> byMaker =
        kinds.stream().collect(Collectors.groupingBy(this::maker));
    Map<String, Asking> askings = new HashMap<>();
    byMaker.forEach((maker, own) -> askings.putAll(maker.askings(own, status)));
    return askings;
  }

  /** Whether a kind is for a student of this status, beside what holds for all kinds. */
  public Verdict given(DocumentKind kind, StudentStatus status) {
    return maker(kind).given(kind, status);
  }

  /**
   * DOC-52. Whether a document may be asked for as it is: everything is answered that its kind
   * asks, and nothing else.
   */
  public Verdict asked(DocumentOrder order, StudentStatus status) {
    return QuestionAnswers.asked(questions(order.kind()), order.details())
        .and(maker(order.kind()).asked(order, status));
  }

  /** What its maker says against a document before it is prepared or signed. */
  public Verdict verdict(DocumentOrder order) {
    return maker(order.kind()).verdict(order);
  }

  /** The same of several kinds for one student, by their codes; what they share is read once. */
  public Map<String, Verdict> verdicts(Collection<DocumentOrder> orders) {
    Map<DocumentMaker, List<DocumentOrder>> byMaker =
        orders.stream().collect(Collectors.groupingBy(order -> maker(order.kind())));
    Map<String, Verdict> verdicts = new HashMap<>();
    byMaker.forEach((maker, own) -> verdicts.putAll(maker.verdicts(own)));
    return verdicts;
  }

  private DocumentMaker maker(DocumentKind kind) {
    DocumentMaker maker = makers.get(kind.family());
    if (maker == null) {
      throw new IllegalStateException("nothing makes " + kind.family());
    }
    return maker;
  }

  /** The file, as it would look; without a signature. */
  public Ready file(DocumentOrder order, Stamp stamp) {
    Made made = contents(order, stamp);
    PdfRenderer.Printed printed = print(order, made.model(), stamp.url(), twins(made));
    return ready(made, Json.write(made.snapshot()), printed.pdf(), printed);
  }

  /**
   * DOC-20, DOC-24. The file of a document every place of which is signed, with its digital
   * signature, and with its facts signed into its QR code.
   */
  public Ready signed(Stored stored, Stamp stamp) {
    DocumentOrder order = stored.order();
    Made made = contents(order, stamp);
    String snapshot = Json.write(made.snapshot());
    String token = facts.sign(signatures.facts(stored, stamp.date(), snapshot));
    SigningFacts signing = signatures.of(stored, stamp.date());
    Map<String, Object> model = new HashMap<>(made.model());
    model.put(
        PdfRenderer.SIGNATURE, new SignatureStamp(signing, signer.certificate(), time.zone()));
    PdfRenderer.Printed printed =
        print(
            order,
            model,
            stamp.url() + "#" + token,
            twins(made),
            document -> SignaturePlace.put(document, signing));
    return ready(made, snapshot, signer.sign(printed.pdf(), signing), printed);
  }

  private PdfRenderer.Printed print(
      DocumentOrder order,
      Map<String, Object> model,
      String link,
      PdfRenderer.Addition... additions) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("details", order.details());
    String original = order.details().get(DocumentReissue.DUPLICATE_OF);
    if (original != null) {
      all.put(PdfRenderer.DUPLICATE, new DuplicateStamp(original, order.languages()));
    }
    return files.printed(order.kind().template(), order.languages(), all, link, additions);
  }

  private PdfRenderer.Addition twins(Made made) {
    return document -> TwinFiles.put(document, made.twins().get(), time.now());
  }

  private static Ready ready(Made made, String snapshot, byte[] pdf, PdfRenderer.Printed printed) {
    return new Ready(
        snapshot,
        made.resultsUntil(),
        pdf,
        Checksum.sha256(pdf),
        printed.pages(),
        printed.version());
  }
}
