package kz.miras.registrar.achievement.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.frame.web.Words;

/** The button that closes a sheet and so posts its results. */
@Named("closing")
@RequestScoped
public class SheetClosing {

  @Inject private SheetPosting posting;
  @Inject private Words words;

  /** Closes the sheet, says how many results were posted and shows the sheet anew. */
  public String close(String sheet) {
    int posted = posting.close(sheet);
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    faces.addMessage(
        null,
        new FacesMessage(
            FacesMessage.SEVERITY_INFO, words.of("attestation.close.done", posted), null));
    return "/attestation/sheet.xhtml?faces-redirect=true&id=" + sheet;
  }
}
