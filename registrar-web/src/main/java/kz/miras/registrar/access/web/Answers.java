package kz.miras.registrar.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Messages;

/** Says on the page what became of an act: every refusal and warning, or that it is done. */
@RequestScoped
public class Answers {

  @Inject private LanguageChoice language;

  /**
   * Shows a verdict.
   *
   * @param done key of the message where it is allowed
   * @return whether it is allowed
   */
  public boolean tell(Verdict verdict, String done) {
    verdict
        .refusals()
        .forEach(r -> say(FacesMessage.SEVERITY_ERROR, Messages.text(language.getLanguage(), r)));
    verdict
        .warnings()
        .forEach(r -> say(FacesMessage.SEVERITY_WARN, Messages.text(language.getLanguage(), r)));
    if (verdict.isAllowed()) {
      FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
      say(FacesMessage.SEVERITY_INFO, Messages.text(language.getLanguage(), done));
    }
    return verdict.isAllowed();
  }

  /** Shows that the input names something that is not there. */
  public void unknown(String key) {
    say(FacesMessage.SEVERITY_ERROR, Messages.text(language.getLanguage(), key));
  }

  private static void say(Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
  }
}
