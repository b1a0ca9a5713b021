package kz.miras.registrar.frame.web;

import jakarta.faces.FacesException;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.io.IOException;
import java.util.Map;

/**
 * A form that lacks the token of the page it claims to come from does nothing; the page is shown
 * again. The components themselves look at the token only when they draw the answer, after the
 * action.
 */
public class FormCheck implements PhaseListener {

  private static final long serialVersionUID = 1L;
  private static final String TOKEN = "primefaces.nonce";

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    FacesContext faces = event.getFacesContext();
    if (faces.isPostback() && !faces.getResponseComplete() && isForged(faces)) {
      try {
        RefusalHandler.again(faces);
      } catch (IOException e) {
        throw new FacesException(e);
      }
    }
  }

  private static boolean isForged(FacesContext faces) {
    UIViewRoot view = faces.getViewRoot();
    Map<String, Object> kept = view == null ? null : view.getViewMap(false);
    Object token = kept == null ? null : kept.get(TOKEN);
    return token != null
        && !token.equals(faces.getExternalContext().getRequestParameterMap().get(TOKEN));
  }
}
