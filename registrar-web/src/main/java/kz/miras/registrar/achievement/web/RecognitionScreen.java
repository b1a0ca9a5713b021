package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.achievement.service.recognition.RecognitionDesk;
import kz.miras.registrar.achievement.service.recognition.RecognitionView;
import kz.miras.registrar.shared.Refusal;

/** A request to recognise credits, and its decision. */
@Named("recognition")
@ViewScoped
public class RecognitionScreen extends DecisionScreen<RecognitionView> {

  private static final long serialVersionUID = 1L;

  @Inject private RecognitionDesk desk;

  public RecognitionScreen() {
    super("recognition");
  }

  @Override
  protected RecognitionView read(UUID request) {
    return desk.view(request);
  }

  @Override
  protected List<Refusal> problems(RecognitionView shown) {
    return shown.problems();
  }

  @Override
  protected Deciding deciding() {
    return desk::decide;
  }
}
