package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.OnceKey;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.IssueTerm;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentForms;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.DocumentRequestDesk;
import kz.miras.registrar.transcript.service.DocumentRequestDesk.Issued;
import kz.miras.registrar.transcript.service.DocumentRequestDesk.Offer;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;
import kz.miras.registrar.transcript.service.DocumentWish;

/** What a student may ask the office for, has asked for and was given. */
@Named("myDocuments")
@ViewScoped
public class MyDocuments extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String OWN = "me";
  private static final String PAGE = "/transcript/my-documents.xhtml?faces-redirect=true";

  @Inject private DocumentRequestDesk desk;
  @Inject private DocumentReceipts receipts;
  @Inject private DocumentDesk documents;
  @Inject private LanguageChoice language;
  @Inject private Words words;
  @Inject private OnceKey once;

  private String duplicates = KeptAddress.parameter("duplicates");
  private String kind = KeptAddress.parameter("kind");
  private String[] languages = {"kk", "ru"};
  private int copies = 1;
  private String purpose;
  private String recipient;
  private DocumentDelivery delivery = DocumentDelivery.ELECTRONIC;
  private String address;
  private final AnswerFields answers = new AnswerFields();
  private transient List<Offer> offers;
  private transient List<Stored> own;
  private transient List<Issued> issued;
  private transient Map<String, LocalizedText> names;

  @Override
  protected void afresh() {
    own = null;
    issued = null;
  }

  /** What may be asked for. */
  public List<Offer> getOffers() {
    return offers().stream().filter(one -> one.verdict().isAllowed()).toList();
  }

  /** What may not, with the reasons. */
  public List<Offer> getRefused() {
    return offers().stream().filter(one -> !one.verdict().isAllowed()).toList();
  }

  private List<Offer> offers() {
    if (offers == null) {
      offers = desk.offers(OWN);
    }
    return offers;
  }

  public List<Stored> getOwn() {
    if (own == null) {
      own = desk.own();
    }
    return own;
  }

  public List<Issued> getIssued() {
    if (issued == null) {
      issued = desk.issued(OWN);
    }
    return issued;
  }

  /** Name of the kind of a request, whether that kind may be asked for here or not. */
  public LocalizedText name(String code) {
    if (names == null) {
      names = desk.names();
    }
    return names.get(code);
  }

  public DocumentDelivery[] getDeliveries() {
    return DocumentDelivery.values();
  }

  private Optional<Offer> chosen() {
    return offers().stream().filter(one -> one.kind().code().equals(kind)).findFirst();
  }

  /** What the chosen kind asks; nothing where none is chosen, or a duplicate is asked for. */
  public DocumentForms.Form getForm() {
    return chosen()
        .filter(one -> getOriginal() == null)
        .map(Offer::form)
        .orElse(DocumentForms.Form.NOTHING);
  }

  public AnswerFields getAnswers() {
    return answers;
  }

  /** Until when something that is still to be paid is issued, counted from the payment. */
  public String afterPayment(Stored request) {
    IssueTerm term = desk.term(request);
    return words.of("transcript.my.unpaid-term", words.of(term.key(), term.amount()));
  }

  /** Asks. */
  public String ask() {
    return step(
        () -> {
          desk.ask(
              OWN,
              new DocumentWish(
                  kind == null ? "" : kind,
                  Arrays.stream(languages).map(Language::of).toList(),
                  copies,
                  purpose,
                  recipient,
                  getOriginal() == null ? answers.answers(getForm().questions()) : Map.of(),
                  delivery,
                  address,
                  null,
                  PublicId.parse(duplicates).orElse(null)),
              once.getKey());
          return PAGE;
        },
        "transcript.my.asked");
  }

  /** Takes a request back. */
  public String cancel(UUID request) {
    return step(PAGE, () -> desk.cancel(request.toString(), null), "transcript.my.cancelled");
  }

  /** Sends a document as it was issued. */
  public void download(UUID document) throws IOException {
    String number =
        getIssued().stream()
            .filter(one -> one.uuid().equals(document))
            .map(Issued::number)
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("document", document));
    Download.pdf(number, receipts.download(document));
  }

  /** Sends the own transcript as it would be now, in the language of the page. */
  public void preview() throws IOException {
    Download.pdf("transcript", documents.preview(OWN, List.of(language.getLanguage())));
  }

  /** Number of the document a duplicate is asked of; null for none. */
  public String getOriginal() {
    return getIssued().stream()
        .filter(one -> one.repeatable() && one.uuid().toString().equals(duplicates))
        .map(Issued::number)
        .findFirst()
        .orElse(null);
  }

  public String getDuplicates() {
    return duplicates;
  }

  public void setDuplicates(String duplicates) {
    this.duplicates = duplicates;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String[] getLanguages() {
    return languages.clone();
  }

  public void setLanguages(String[] languages) {
    this.languages = languages.clone();
  }

  public int getCopies() {
    return copies;
  }

  public void setCopies(int copies) {
    this.copies = copies;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }

  public String getRecipient() {
    return recipient;
  }

  public void setRecipient(String recipient) {
    this.recipient = recipient;
  }

  public DocumentDelivery getDelivery() {
    return delivery;
  }

  public void setDelivery(DocumentDelivery delivery) {
    this.delivery = delivery;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }
}
