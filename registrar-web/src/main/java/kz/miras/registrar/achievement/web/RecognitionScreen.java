package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.achievement.service.recognition.RecognitionDesk;
import kz.miras.registrar.achievement.service.recognition.RecognitionView;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;

/** A request to recognise credits, and its decision. */
@Named("recognition")
@ViewScoped
public class RecognitionScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private RecognitionDesk desk;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private String note;
  private List<String> refused = List.of();
  private transient RecognitionView view;

  public RecognitionView getView() {
    if (view == null) {
      view = desk.view(uuid());
    }
    return view;
  }

  private UUID uuid() {
    return PublicId.parse(id).orElseThrow(() -> new RegistrarException.NotFound("recognition", id));
  }

  /** What speaks against it, one sentence each. */
  public List<String> getProblems() {
    return refused.isEmpty()
        ? Messages.texts(language.getLanguage(), getView().problems())
        : refused;
  }

  public void approve() {
    decide(true);
  }

  public void reject() {
    decide(false);
  }

  private void decide(boolean approved) {
    try {
      desk.decide(uuid(), approved, note);
      refused = List.of();
    } catch (RegistrarException.Refused no) {
      refused = no.refusals().stream().map(notice::text).toList();
    }
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
