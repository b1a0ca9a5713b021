package kz.miras.registrar.achievement.web;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;

/**
 * A request one person has made and another decides: what it is, what speaks against it, the
 * decision with its words.
 *
 * @param <V> what is shown of it
 */
public abstract class DecisionScreen<V> implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private final String kind;
  private String id = KeptAddress.parameter("id");
  private String note;
  private Map<String, String> refusals = Map.of();
  private transient V view;

  /**
   * A screen.
   *
   * @param kind of the request, told where there is no such one
   */
  protected DecisionScreen(String kind) {
    this.kind = kind;
  }

  /** Reads it. */
  protected abstract V read(UUID request);

  /** What speaks against approving it. */
  protected abstract List<Refusal> problems(V shown);

  /** How it is decided. */
  protected abstract Deciding deciding();

  /** A way to decide a request. */
  protected interface Deciding {

    /** Decides; what is refused is thrown. */
    void decide(UUID request, boolean approved, String words);
  }

  public V getView() {
    if (view == null) {
      view = read(uuid());
    }
    return view;
  }

  private UUID uuid() {
    return PublicId.parse(id).orElseThrow(() -> new RegistrarException.NotFound(kind, id));
  }

  /** What speaks against it, one sentence each. */
  public List<String> getProblems() {
    return Messages.texts(language.getLanguage(), problems(getView()));
  }

  /** Refusals as sentences. */
  protected String text(List<Refusal> against) {
    return String.join(" ", Messages.texts(language.getLanguage(), against));
  }

  public void approve() {
    decide(deciding(), true);
  }

  public void reject() {
    decide(deciding(), false);
  }

  /** Decides in a way; what is refused is told, beside the note where it is about the note. */
  protected void decide(Deciding way, boolean approved) {
    try {
      way.decide(uuid(), approved, note);
    } catch (RegistrarException.Refused refused) {
      refusals = notice.show(refused);
    }
    view = null;
  }

  /** What is wrong with the note, by its field. */
  public Map<String, String> getRefusals() {
    return refusals;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
