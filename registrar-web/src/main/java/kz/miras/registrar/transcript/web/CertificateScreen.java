package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.OnceKey;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentForms;
import kz.miras.registrar.transcript.service.certificate.CertificateDesk;
import kz.miras.registrar.transcript.service.certificate.CertificateDesk.Offer;

/** A certificate is asked for at the counter. */
@Named("certificate")
@ViewScoped
public class CertificateScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private CertificateDesk desk;
  @Inject private DocumentDesk documents;
  @Inject private Notice notice;
  @Inject private OnceKey once;

  private String student = KeptAddress.parameter("student");
  private String kind = KeptAddress.parameter("kind");
  private String[] languages = {"kk", "ru"};
  private int copies = 1;
  private String purpose;
  private final AnswerFields answers = new AnswerFields();
  private Map<String, String> problems = Map.of();

  /** As the page has shown them: what was chosen among them is what is asked for. */
  private List<Offer> offers;

  /** Reads what the student can be given; not there is a 404. */
  public void load() {
    getOffers();
  }

  public List<Offer> getOffers() {
    if (offers == null) {
      offers = desk.offers(student);
    }
    return offers;
  }

  private Optional<Offer> chosen() {
    return getOffers().stream().filter(one -> one.kind().code().equals(kind)).findFirst();
  }

  public boolean isChosen() {
    return chosen().filter(one -> one.verdict().isAllowed()).isPresent();
  }

  public DocumentForms.Form getForm() {
    return chosen().map(Offer::form).orElse(DocumentForms.Form.NOTHING);
  }

  /** Prepares it and goes to it. */
  public String prepare() {
    Map<String, String> details = answers.answers(getForm().questions());
    try {
      List<Language> tongues = Arrays.stream(languages).map(Language::of).sorted().toList();
      UUID document =
          documents.prepare(
              student,
              new DocumentDesk.Asked(kind, tongues, copies, purpose, details),
              once.getKey());
      return "/transcript/document.xhtml?faces-redirect=true&id=" + document;
    } catch (RegistrarException.Refused refused) {
      // the student may have been changed meanwhile
      problems = notice.show(refused);
      offers = null;
      return null;
    }
  }

  public String getStudent() {
    return student;
  }

  public void setStudent(String student) {
    this.student = student;
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
    this.languages = languages == null ? new String[0] : languages.clone();
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

  public AnswerFields getAnswers() {
    return answers;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
