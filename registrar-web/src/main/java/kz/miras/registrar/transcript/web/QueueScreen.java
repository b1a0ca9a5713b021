package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.OnceKey;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentRequestWait;
import kz.miras.registrar.transcript.IssueDeadline.Nearness;
import kz.miras.registrar.transcript.service.DocumentQueue;
import kz.miras.registrar.transcript.service.DocumentQueue.Found;
import kz.miras.registrar.transcript.service.DocumentQueue.Line;
import kz.miras.registrar.transcript.service.DocumentQueue.ToSign;
import kz.miras.registrar.transcript.service.DocumentRequestOffice;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;
import kz.miras.registrar.transcript.service.DocumentWish;

/** The office's queue of documents: the counter, what is due, and what the reader signs. */
@Named("documentQueue")
@ViewScoped
public class QueueScreen extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/transcript/queue.xhtml?faces-redirect=true";

  @Inject private DocumentQueue queue;
  @Inject private DocumentRequestOffice office;
  @Inject private OnceKey once;
  @Inject private Notice notice;
  @Inject private Words words;
  @Inject private May may;

  private String show = KeptAddress.parameter("show");
  private String who = KeptAddress.parameter("who");
  private String student = KeptAddress.parameter("student");
  private String[] languages = {"kk", "ru"};
  private int copies = 1;
  private String purpose;
  private String identity;
  private DocumentReceiverFields proxy = new DocumentReceiverFields();
  private Map<String, Boolean> chosen = new HashMap<>();
  private transient List<Line> lines;
  private transient List<ToSign> toSign;
  private transient List<Found> found;

  @Override
  protected void afresh() {
    lines = null;
    toSign = null;
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
    return List.of("late", "today", "payment", "check", "signature", "hand-out");
  }

  private static boolean is(Line line, String what) {
    return switch (what) {
      case "late" -> line.nearness() == Nearness.LATE;
      case "today" -> line.nearness() == Nearness.TODAY;
      case "payment" -> line.waits() == DocumentRequestWait.PAYMENT;
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
    return getFound().size() == 1
        ? getFound().get(0)
        : getFound().stream().filter(one -> one.uuid().equals(student)).findFirst().orElse(null);
  }

  public List<DocumentKind> getKinds() {
    return queue.given(getChosenStudent().status());
  }

  /** Takes the request in and prepares its document. */
  public String make(String kind) {
    return step(
        () -> {
          Stored made =
              office.counter(
                  getChosenStudent().uuid(),
                  new DocumentWish(
                      kind,
                      Arrays.stream(languages).map(Language::of).toList(),
                      copies,
                      purpose,
                      null,
                      Map.of(),
                      DocumentDelivery.HAND,
                      null,
                      null,
                      null),
                  proxy.receiver(identity),
                  once.getKey());
          return made.document() == null
              ? "/transcript/request.xhtml?faces-redirect=true&id=" + made.uuid()
              : PAGE;
        },
        "transcript.queue.made");
  }

  public List<ToSign> getToSign() {
    if (toSign == null) {
      toSign = may.can(Permissions.TRANSCRIPT_SIGN) ? queue.toSign() : List.of();
    }
    return toSign;
  }

  /** Signs what was chosen; what is refused is told by name. */
  public String sign() {
    List<UUID> wanted =
        chosen.entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(one -> UUID.fromString(one.getKey()))
            .toList();
    DocumentQueue.Signed signed = queue.sign(wanted);
    signed
        .refused()
        .forEach(
            (name, why) -> {
              notice.warn("transcript.queue.unsigned", name);
              notice.tell(new RegistrarException.Refused(why));
            });
    notice.done("transcript.queue.signed", signed.signed());
    return PAGE;
  }

  /** How near a deadline is, as a style. */
  public String style(Nearness nearness) {
    return nearness == Nearness.LATE ? "bad" : nearness == Nearness.TODAY ? "warn" : "";
  }

  public String getIdentity() {
    return identity == null ? words.get("transcript.receiver.id-card") : identity;
  }

  public void setIdentity(String identity) {
    this.identity = identity;
  }

  public DocumentReceiverFields getProxy() {
    return proxy;
  }

  public Map<String, Boolean> getChosen() {
    return chosen;
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
