package kz.miras.registrar.achievement.web;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
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

  private final String kind;
  private String id = KeptAddress.parameter("id");
  private String note;
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

  /** Decides it. */
  protected abstract void decide(UUID request, boolean approved, String words);

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

  public void approve() {
    decide(uuid(), true, note);
    view = null;
  }

  public void reject() {
    decide(uuid(), false, note);
    view = null;
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
