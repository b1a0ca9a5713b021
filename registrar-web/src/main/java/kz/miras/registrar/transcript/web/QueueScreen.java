package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.OnceKey;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentRequestWait;
import kz.miras.registrar.transcript.IssueDeadline.Nearness;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.service.DocumentForms;
import kz.miras.registrar.transcript.service.DocumentQueue;
import kz.miras.registrar.transcript.service.DocumentQueue.Found;
import kz.miras.registrar.transcript.service.DocumentQueue.Given;
import kz.miras.registrar.transcript.service.DocumentQueue.Line;
import kz.miras.registrar.transcript.service.DocumentRequestOffice;
import kz.miras.registrar.transcript.service.DocumentRequests;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.DocumentWish;

/** The office's queue of documents: the counter, and what is due. */
@Named("documentQueue")
@ViewScoped
public class QueueScreen extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/transcript/queue.xhtml?faces-redirect=true";

  @Inject private DocumentQueue queue;
  @Inject private DocumentRequestOffice office;
  @Inject private OnceKey once;
  @Inject private DocumentReceiverFields receiver;
  @Inject private May may;

  private String show = KeptAddress.parameter("show");
  private String who = KeptAddress.parameter("who");
  private String student = KeptAddress.parameter("student");
  private String[] languages = {"kk", "ru"};
  private int copies = 1;
  private String purpose;
  private String duplicates = KeptAddress.parameter("duplicates");
  private String asking;
  private final AnswerFields answers = new AnswerFields();

  /** As the page has shown them: what is pressed is what was read, whatever changed meanwhile. */
  private List<Found> found;

  private Found person;
  private List<Given> kinds;
  private Stored original;
  private transient List<Line> lines;

  @Override
  protected void afresh() {
    lines = null;
    kinds = null;
  }

  public boolean isOfOffice() {
    return may.can(Permissions.TRANSCRIPT_PREPARE);
  }

  private List<Line> all() {
    if (lines == null) {
      lines = isOfOffice() ? queue.lines() : List.of();
    }
    return lines;
  }

  /** The requests of what is shown, the most urgent first. */
  public List<Line> getLines() {
    return all().stream().filter(line -> show == null || is(line, show)).toList();
  }

  /** How many there are of something. */
  public long count(String what) {
    return all().stream().filter(line -> is(line, what)).count();
  }

  /** What may be shown, in the order of the counts. */
  public List<String> getParts() {
    return List.of("late", "today", "payment", "identity", "check", "signature", "hand-out");
  }

  private static boolean is(Line line, String what) {
    return switch (what) {
      case "late" -> line.nearness() == Nearness.LATE;
      case "today" -> line.nearness() == Nearness.TODAY;
      case "payment" -> line.waits() == DocumentRequestWait.PAYMENT;
      case "identity" -> line.waits() == DocumentRequestWait.IDENTITY;
      case "check" -> line.waits() == DocumentRequestWait.CHECK;
      case "signature" -> line.waits() == DocumentRequestWait.SIGNATURE;
      case "hand-out" -> line.waits() == DocumentRequestWait.HAND_OUT;
      default -> false;
    };
  }

  /** Who may be meant at the counter. */
  public List<Found> getFound() {
    if (found == null) {
      found = who == null || who.isBlank() || !isOfOffice() ? List.of() : queue.find(who);
    }
    return found;
  }

  /** Who stands at the counter: the one that was chosen, or the only one found. */
  public Found getChosenStudent() {
    if (person == null && isOfOffice()) {
      person = getFound().size() == 1 ? getFound().get(0) : named();
    }
    return person;
  }

  private Found named() {
    return student == null || student.isBlank() ? null : queue.found(student);
  }

  /** The kinds the student is given; of a duplicate its own alone. */
  public List<Given> getKinds() {
    if (kinds == null) {
      kinds =
          queue.given(getChosenStudent().uuid()).stream()
              .filter(
                  one ->
                      getOriginal() == null
                          || one.kind().code().equals(getOriginal().kind().code()))
              .toList();
    }
    return kinds;
  }

  /** DOC-54. The document a duplicate is asked of; null for none. */
  public Stored getOriginal() {
    if (original == null && duplicates != null && getChosenStudent() != null) {
      original =
          PublicId.parse(duplicates)
              .map(id -> queue.original(getChosenStudent().uuid(), id))
              .orElseThrow(() -> new RegistrarException.NotFound("document", duplicates));
    }
    return original;
  }

  private Optional<Given> given(String kind) {
    return getKinds().stream().filter(one -> one.kind().code().equals(kind)).findFirst();
  }

  /** The kind whose questions are asked before it is made; null for none. */
  public Given getAsked() {
    return asking == null ? null : given(asking).orElse(null);
  }

  /** A form of what may be answered beside the buttons, and need not be; null where nothing is. */
  public DocumentForms.Form getOptional() {
    return getKinds().stream()
        .map(Given::form)
        .filter(form -> getOriginal() == null && !form.questions().isEmpty())
        .filter(form -> form.questions().stream().noneMatch(CertificateQuestion::required))
        .findFirst()
        .orElse(null);
  }

  /** Another kind is wanted than the one whose questions are asked. */
  public void other() {
    asking = null;
  }

  /** Takes the request in and prepares its document; what has to be answered is asked first. */
  public String make(String kind) {
    List<CertificateQuestion> questions =
        getOriginal() == null
            ? given(kind).map(one -> one.form().questions()).orElse(List.of())
            : List.of();
    if (!kind.equals(asking) && questions.stream().anyMatch(CertificateQuestion::required)) {
      asking = kind;
      return null;
    }
    return step(() -> taken(kind, questions), "transcript.queue.made");
  }

  private String taken(String kind, List<CertificateQuestion> questions) {
    try {
      DocumentRequests.Stored made =
          office.counter(
              getChosenStudent().uuid(),
              new DocumentWish(
                  kind,
                  Arrays.stream(languages).map(Language::of).toList(),
                  copies,
                  purpose,
                  null,
                  answers.answers(questions),
                  DocumentDelivery.HAND,
                  null,
                  null,
                  PublicId.parse(duplicates).orElse(null)),
              receiver.receiver(),
              once.getKey());
      return made.document() == null
          ? "/transcript/request.xhtml?faces-redirect=true&id=" + made.uuid()
          : PAGE;
    } catch (RegistrarException.NotFound | RegistrarException.Conflict e) {
      throw new RegistrarException.Refused(
          Refusal.of("transcript.queue.changed", "DOC-41").at("kind"));
    }
  }

  /** How near a deadline is, as a style. */
  public String style(Nearness nearness) {
    return nearness == Nearness.LATE ? "bad" : nearness == Nearness.TODAY ? "warn" : "";
  }

  public DocumentReceiverFields getReceiver() {
    return receiver;
  }

  public AnswerFields getAnswers() {
    return answers;
  }

  public String getDuplicates() {
    return duplicates;
  }

  public void setDuplicates(String duplicates) {
    this.duplicates = duplicates;
  }

  public String getShow() {
    return show;
  }

  public void setShow(String show) {
    this.show = show == null || !getParts().contains(show) ? null : show;
  }

  public String getWho() {
    return who;
  }

  public void setWho(String who) {
    this.who = who;
  }

  public String getStudent() {
    return student;
  }

  public void setStudent(String student) {
    this.student = student;
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
}
