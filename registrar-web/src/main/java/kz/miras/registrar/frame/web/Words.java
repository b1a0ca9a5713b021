package kz.miras.registrar.frame.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Set;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;

/** {@code #{msg['key']}} in the user's language. */
@Named("msg")
@RequestScoped
public class Words extends AbstractMap<String, String> {

  @Inject private LanguageChoice choice;

  @Override
  public String get(Object key) {
    return Messages.text(language(), String.valueOf(key));
  }

  /** A text with its placeholders filled. */
  public String of(String key, Object... args) {
    return Messages.text(language(), key, args);
  }

  private Language language() {
    return choice.getLanguage();
  }

  @Override
  public boolean containsKey(Object key) {
    return true;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return Set.of();
  }
}
