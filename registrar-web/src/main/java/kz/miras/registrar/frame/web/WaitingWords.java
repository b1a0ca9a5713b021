package kz.miras.registrar.frame.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import kz.miras.registrar.access.TicketTurn;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;

/** What a person who waits is told, before there is a session or a bean. */
final class WaitingWords {

  private static final int YEAR_SECONDS = 31_536_000;
  private static final long LONG_MINUTES = 90;

  private WaitingWords() {}

  /** The language this browser has chosen, or prefers. */
  static Language language(HttpServletRequest request) {
    return SignInDoor.cookie(request, LanguageChoice.COOKIE)
        .map(Language::of)
        .orElseGet(() -> Language.of(request.getLocale().getLanguage()));
  }

  /** The same, unless the address asks for another, which is then kept. */
  static Language language(HttpServletRequest request, HttpServletResponse answer) {
    Optional<String> asked = Optional.ofNullable(request.getParameter("language"));
    asked.ifPresent(
        tag -> {
          Cookie cookie = new Cookie(LanguageChoice.COOKIE, Language.of(tag).tag());
          cookie.setPath("/");
          cookie.setHttpOnly(true);
          cookie.setMaxAge(YEAR_SECONDS);
          answer.addCookie(cookie);
        });
    return asked.map(Language::of).orElseGet(() -> language(request));
  }

  /** How long it will take, as people say it. */
  static String delay(Language language, TicketTurn turn) {
    Duration delay = turn.delay();
    long minutes = (delay.toSeconds() + 30) / 60;
    if (minutes < 1) {
      return Messages.text(language, "frame.waiting.soon");
    }
    return minutes <= LONG_MINUTES
        ? Messages.text(language, "frame.waiting.minutes", minutes)
        : Messages.text(language, "frame.waiting.hours", minutes / 60, minutes % 60);
  }

  /** How many are before. */
  static String ahead(Language language, TicketTurn turn) {
    return turn.ahead() == 0
        ? Messages.text(language, "frame.waiting.next")
        : Messages.text(language, "frame.waiting.number", turn.ahead());
  }

  /** The number of the place. */
  static String place(Language language, TicketTurn turn) {
    return Messages.text(language, "frame.waiting.number", turn.place());
  }
}
