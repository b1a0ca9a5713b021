package kz.miras.registrar.frame.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import kz.miras.registrar.shared.Language;

/** The language of the screens: kept in a cookie, so that it outlives the session. */
@Named("language")
@RequestScoped
public class LanguageChoice {

  static final String COOKIE = "registrar-language";

  @Inject private HttpServletRequest request;

  private Language chosen;

  public Language getLanguage() {
    if (chosen == null) {
      chosen = fromRequest();
    }
    return chosen;
  }

  private Language fromRequest() {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (COOKIE.equals(cookie.getName())) {
          return Language.of(cookie.getValue());
        }
      }
    }
    return Language.of(request.getLocale().getLanguage());
  }

  public String getTag() {
    return getLanguage().tag();
  }

  public List<Language> getAll() {
    return List.of(Language.values());
  }

  /** Chooses another language and shows the same page again. */
  public String choose(String tag) {
    chosen = Language.of(tag);
    FacesContext faces = FacesContext.getCurrentInstance();
    faces
        .getExternalContext()
        .addResponseCookie(
            COOKIE,
            chosen.tag(),
            java.util.Map.of("path", "/", "maxAge", 31_536_000, "httpOnly", true));
    String query = request.getParameter("page-query");
    String view = faces.getViewRoot().getViewId();
    return view
        + "?"
        + (query == null || query.isBlank() ? "" : query + "&")
        + "faces-redirect=true";
  }
}
