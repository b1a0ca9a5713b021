package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.achievement.CorrectionView;
import kz.miras.registrar.achievement.service.CorrectionDesk;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;

/** A request to correct a result, and its decision. */
@Named("correction")
@ViewScoped
public class CorrectionScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private CorrectionDesk desk;
  @Inject private LanguageChoice language;

  private String id = KeptAddress.parameter("id");
  private String note;
  private transient CorrectionView view;

  public CorrectionView getView() {
    if (view == null) {
      view = desk.view(uuid());
    }
    return view;
  }

  private UUID uuid() {
    return PublicId.parse(id).orElseThrow(() -> new RegistrarException.NotFound("correction", id));
  }

  /** What speaks against it, one sentence each. */
  public List<String> getProblems() {
    return Messages.texts(language.getLanguage(), getView().problems());
  }

  public void approve() {
    desk.decide(uuid(), true, note);
    view = null;
  }

  public void reject() {
    desk.decide(uuid(), false, note);
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
