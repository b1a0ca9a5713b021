package kz.miras.registrar.frame.ws;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.miras.registrar.shared.Language;

/** The language a caller wants to be answered in. */
public final class Languages {

  private static final List<Locale> SPOKEN =
      List.of(Language.KK.locale(), Language.RU.locale(), Language.EN.locale());

  private Languages() {}

  /** As the query says, else as {@code Accept-Language} prefers, else Russian. */
  public static Language of(HttpServletRequest request) {
    return asked(request.getParameter("language"))
        .orElseGet(() -> preferred(request.getHeader("Accept-Language")));
  }

  /** The language of exactly this tag, if it is one of the three. */
  public static Optional<Language> asked(String tag) {
    for (Language language : Language.values()) {
      if (language.tag().equals(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** What a header {@code Accept-Language} prefers. */
  static Language preferred(String header) {
    if (header == null) {
      return Language.of(null);
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
      return Language.of(best == null ? null : best.getLanguage());
    } catch (IllegalArgumentException e) {
      return Language.of(null);
    }
  }
}
