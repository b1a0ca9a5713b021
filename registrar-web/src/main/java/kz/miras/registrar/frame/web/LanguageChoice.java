package kz.miras.registrar.frame.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AccountDesk;
import kz.miras.registrar.shared.Language;

/** The language of the screens: kept in a cookie, so that it outlives the session. */
@Named("language")
@RequestScoped
public class LanguageChoice {

  static final String COOKIE = "registrar-language";

  @Inject private HttpServletRequest request;
  @Inject private May may;
  @Inject private AccountDesk desk;

  private Language chosen;

  public Language getLanguage() {
    if (chosen == null) {
      chosen = fromRequest();
    }
    return chosen;
  }

  private Language fromRequest() {
    return kept().orElseGet(() -> Language.of(request.getLocale().getLanguage()));
  }

  private Optional<Language> kept() {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> COOKIE.equals(cookie.getName()))
            .findFirst()
            .map(cookie -> Language.of(cookie.getValue()));
  }

  /** The language of the account, where this browser has not chosen one. */
  void unlessChosen(Language ofAccount) {
    if (kept().isEmpty()) {
      keep(ofAccount);
    }
  }

  private void keep(Language language) {
    chosen = language;
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .addResponseCookie(
            COOKIE, chosen.tag(), Map.of("path", "/", "maxAge", 31_536_000, "httpOnly", true));
  }

  public String getTag() {
    return getLanguage().tag();
  }

  public List<Language> getAll() {
    return List.of(Language.values());
  }

  /** Chooses another language and shows the same page again. */
  public void choose(String tag) throws IOException {
    keep(Language.of(tag));
    if (may.can(Permissions.PROFILE_EDIT)) {
      desk.speak(chosen);
    }
    FacesContext faces = FacesContext.getCurrentInstance();
    String query = request.getQueryString();
    faces
        .getExternalContext()
        .redirect(
            request.getContextPath()
                + faces.getViewRoot().getViewId()
                + (query == null ? "" : "?" + query));
  }
}
