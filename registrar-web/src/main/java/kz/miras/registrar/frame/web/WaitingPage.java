package kz.miras.registrar.frame.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.TicketTurn;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;

/**
 * The page people wait on: one file, filled in once for each language but for a few places. It
 * looks like the sign-in page, whose colours it takes from the same style sheet.
 */
@ApplicationScoped
public class WaitingPage {

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
  private static final Pattern TEXT = Pattern.compile("#\\{msg\\['([a-z.-]+)']}");

  @Inject private ServletContext application;

  private final Map<Language, String> pages = new EnumMap<>(Language.class);

  @PostConstruct
  void prepare() {
    String page =
        file("/WEB-INF/frame/waiting.html")
            .replace("/* colours */", colours(file("/resources/registrar/registrar.css")));
    for (Language language : Language.values()) {
      pages.put(
          language,
          TEXT.matcher(page)
              .replaceAll(
                  found ->
                      Matcher.quoteReplacement(escaped(Messages.text(language, found.group(1)))))
              .replace("{language}", language.tag()));
    }
  }

  /** Everything before the first rule that is not one of colours. */
  private static String colours(String style) {
    return style.substring(style.indexOf(":root"), style.indexOf("* {"));
  }

  private String file(String name) {
    try (InputStream in = application.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers with the page. */
  void show(HttpServletRequest request, HttpServletResponse answer, TicketTurn turn)
      throws IOException {
    Language language = WaitingWords.language(request, answer);
    String address = SignInDoor.address(request);
    String theme = SignInDoor.cookie(request, "registrar-theme").orElse("");
    byte[] body =
        pages
            .get(language)
            .replace("{theme}", theme.matches("dark|light") ? theme : "")
            .replace("{address}", escaped(address))
            .replace("{others}", escaped(address + (address.contains("?") ? "&" : "?")))
            .replace("{again}", String.valueOf(turn.askAgainIn().toSeconds()))
            .replace("{place}", WaitingWords.place(language, turn))
            .replace("{ahead}", WaitingWords.ahead(language, turn))
            .replace("{before}", String.valueOf(turn.ahead()))
            .replace("{delay}", WaitingWords.delay(language, turn))
            .getBytes(StandardCharsets.UTF_8);
    answer.setContentType("text/html; charset=UTF-8");
    answer.setHeader("Content-Security-Policy", POLICY);
    answer.setHeader("Content-Language", language.tag());
    answer.setContentLength(body.length);
    answer.getOutputStream().write(body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
