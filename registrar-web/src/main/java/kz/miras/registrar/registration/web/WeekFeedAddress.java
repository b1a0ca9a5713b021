package kz.miras.registrar.registration.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.miras.registrar.registration.service.WeekFeeds;

/** {@code /week/<secret>.ics}: the lessons of whoever made the secret, for calendar programs. */
@WebServlet("/week/*")
public class WeekFeedAddress extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String END = ".ics";

  @Inject private transient WeekFeeds feeds;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    boolean named = path.matches("/[A-Za-z0-9_-]{32}\\.ics");
    Optional<String> calendar =
        named ? feeds.read(path.substring(1, path.length() - END.length())) : Optional.empty();
    if (calendar.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("text/calendar");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "private, max-age=900");
    response.getWriter().write(calendar.get());
  }
}
