package kz.miras.registrar.frame.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.ClauseText;
import kz.miras.registrar.shared.service.Messages;

/** Tells the user what the rules said: beside the field where there is one, else on the page. */
@Named("notice")
@RequestScoped
public class Notice {

  @Inject private LanguageChoice language;
  @Inject private Words words;

  /**
   * Shows refusals and warnings.
   *
   * @return the texts that belong beside a field, by field; none in a later answer
   */
  public Map<String, String> show(Verdict verdict) {
    Map<String, String> problems = new HashMap<>();
    for (Refusal refusal : verdict.refusals()) {
      if (refusal.field().isEmpty()) {
        say(FacesMessage.SEVERITY_ERROR, text(refusal));
      } else {
        problems.merge(refusal.field(), text(refusal), (one, other) -> one + " " + other);
      }
    }
    for (Refusal warning : verdict.isAllowed() ? List.<Refusal>of() : verdict.warnings()) {
      say(FacesMessage.SEVERITY_WARN, text(warning));
    }
    return new ToldOnce(problems);
  }

  /**
   * Shows what was refused.
   *
   * @return the texts that belong beside a field, by field; none in a later answer
   */
  public Map<String, String> show(RegistrarException.Refused refused) {
    return show(new Verdict(refused.refusals(), List.of(), false));
  }

  /** Tells on the page what was refused, where it has no field to stand beside. */
  public void tell(RegistrarException.Refused refused) {
    refused.refusals().forEach(refusal -> say(FacesMessage.SEVERITY_ERROR, text(refusal)));
  }

  /** What a field lacks, as the text that belongs beside it; none in a later answer. */
  public Map<String, String> missing(String field, String key) {
    return new ToldOnce(Map.of(field, words.get(key)));
  }

  /** What was refused, all of it as the text beside one field; none in a later answer. */
  public Map<String, String> beside(String field, RegistrarException.Refused refused) {
    List<String> texts = refused.refusals().stream().map(this::text).toList();
    return new ToldOnce(Map.of(field, String.join(" ", texts)));
  }

  /** What was refused of several fields, beside each of them; none in a later answer. */
  public Map<String, String> beside(Map<String, RegistrarException.Refused> refused) {
    Map<String, String> texts = new HashMap<>();
    refused.forEach((field, one) -> texts.putAll(beside(field, one)));
    return new ToldOnce(texts);
  }

  /** Says that it is done, on this page or the one it leads to. */
  public void done(String key, Object... figures) {
    FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    say(FacesMessage.SEVERITY_INFO, words.of(key, figures));
  }

  /** Says what the user should know before going on. */
  public void warn(String key, Object... figures) {
    say(FacesMessage.SEVERITY_WARN, words.of(key, figures));
  }

  /** Says what was done with its figures, on this page. */
  public void say(String key, Object... figures) {
    say(FacesMessage.SEVERITY_INFO, words.of(key, figures));
  }

  /** The clauses the rule of a refusal or warning comes from. */
  public String clause(Refusal refusal) {
    return ClauseText.of(language.getLanguage(), refusal.rule());
  }

  /** A refusal or warning as a sentence. */
  public String text(Refusal refusal) {
    return Messages.text(language.getLanguage(), refusal);
  }

  /** What led to something as a sentence, without what would change it. */
  public String reason(Refusal refusal) {
    return words.of(refusal.code(), refusal.args().toArray());
  }

  private static void say(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
  }
}
