package kz.miras.registrar.correspondence.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.correspondence.ConfirmedFact;
import kz.miras.registrar.correspondence.service.ConfirmationDesk;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.shared.Language;

/** Answers from the record whether somebody studied or has a diploma. */
@Named("confirmation")
@ViewScoped
public class Confirmation extends StepForm {

  private static final long serialVersionUID = 1L;

  @Inject private ConfirmationDesk desk;

  private String about;
  private List<String> asked = new ArrayList<>();
  private String basis;
  private String letterLanguage = "ru";

  @Override
  protected void afresh() {
    // nothing was read
  }

  public ConfirmedFact[] getFacts() {
    return ConfirmedFact.values();
  }

  private Set<ConfirmedFact> facts() {
    return Arrays.stream(ConfirmedFact.values())
        .filter(fact -> asked.contains(fact.name()))
        .collect(Collectors.toSet());
  }

  /** Writes the reply and shows it. */
  public String write() {
    return step(
        () ->
            "/correspondence/letter.xhtml?faces-redirect=true&id="
                + desk.reply(
                    KeptAddress.parameter("id"),
                    new ConfirmationDesk.Wanted(
                        about, facts(), basis, Language.of(letterLanguage))),
        "correspondence.done.drafted");
  }

  public String getAbout() {
    return about;
  }

  public void setAbout(String about) {
    this.about = about;
  }

  /** Names of the facts that are chosen. */
  public List<String> getAsked() {
    return asked;
  }

  public void setAsked(List<String> asked) {
    this.asked = asked == null ? new ArrayList<>() : asked;
  }

  public String getBasis() {
    return basis;
  }

  public void setBasis(String basis) {
    this.basis = basis;
  }

  public String getLetterLanguage() {
    return letterLanguage;
  }

  public void setLetterLanguage(String letterLanguage) {
    this.letterLanguage = letterLanguage;
  }
}
