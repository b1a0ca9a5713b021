package kz.miras.registrar.achievement.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Optional;
import kz.miras.registrar.achievement.ClosingForecast;
import kz.miras.registrar.achievement.service.ClosingPreview;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.frame.web.Shown;
import kz.miras.registrar.frame.web.Words;

/** The button that closes a sheet and so posts its results. */
@Named("closing")
@RequestScoped
public class SheetClosing {

  @Inject private SheetPosting posting;
  @Inject private ClosingPreview preview;
  @Inject private Words words;
  @Inject private Shown shown;

  private ClosingForecast forecast;

  /** What closing will do; asked for only where the viewer may close. */
  public ClosingForecast forecast(String sheet) {
    if (forecast == null) {
      forecast = preview.of(sheet).orElse(null);
    }
    return forecast;
  }

  /** A rate as it is written, or a dash where nobody counts. */
  public String rate(Optional<BigDecimal> rate) {
    return rate.map(it -> shown.rate(it) + " %").orElse("—");
  }

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
