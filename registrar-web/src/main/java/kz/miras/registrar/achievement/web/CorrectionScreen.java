package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.achievement.CorrectionView;
import kz.miras.registrar.achievement.service.CorrectionDesk;
import kz.miras.registrar.shared.Refusal;

/** A request to correct a result, and its decision. */
@Named("correction")
@ViewScoped
public class CorrectionScreen extends DecisionScreen<CorrectionView> {

  private static final long serialVersionUID = 1L;

  @Inject private CorrectionDesk desk;

  public CorrectionScreen() {
    super("correction");
  }

  @Override
  protected CorrectionView read(UUID request) {
    return desk.view(request);
  }

  @Override
  protected List<Refusal> problems(CorrectionView shown) {
    return shown.problems();
  }

  @Override
  protected Deciding deciding() {
    return desk::decide;
  }

  /** What speaks against another that waits with it. */
  public String against(CorrectionView.Line line) {
    return text(line.problems());
  }

  /** Approves it with all that is shown to wait with it. */
  public void approveAll() {
    decide(this::together, true);
  }

  /** Rejects it with all that is shown to wait with it. */
  public void rejectAll() {
    decide(this::together, false);
  }

  private void together(UUID request, boolean approved, String words) {
    List<String> shown = getView().together().stream().map(CorrectionView.Line::id).toList();
    desk.decideTogether(request, shown, approved, words);
  }
}
