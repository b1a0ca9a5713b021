package kz.miras.registrar.frame.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.TicketTurn;
import kz.miras.registrar.access.service.Doorkeeper;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Json;

/**
 * ACC-10. Tells the waiting page where its owner stands. What is no ticket of this university is
 * answered 403 and gets a place at the end when the page is asked for again.
 */
@WebServlet("/waiting")
public class WaitingPlace extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Doorkeeper door;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, Object> told = new LinkedHashMap<>();
    if (door.isOff()) {
      told.put("open", true);
      send(response, told);
      return;
    }
    String shown = SignInDoor.cookie(request, SignInDoor.COOKIE).orElse(null);
    Optional<TicketTurn> turn = door.look(shown);
    if (turn.isEmpty() || !door.write(turn.get().ticket()).equals(shown)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      told.put("open", false);
      send(response, told);
      return;
    }
    Language language = WaitingWords.language(request);
    told.put("open", turn.get().open());
    told.put("place", WaitingWords.place(language, turn.get()));
    told.put("ahead", WaitingWords.ahead(language, turn.get()));
    told.put("before", turn.get().ahead());
    told.put("delay", WaitingWords.delay(language, turn.get()));
    told.put("again", turn.get().askAgainIn().toSeconds());
    send(response, told);
  }

  private static void send(HttpServletResponse response, Map<String, Object> told)
      throws IOException {
    byte[] body = Json.write(told).getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
