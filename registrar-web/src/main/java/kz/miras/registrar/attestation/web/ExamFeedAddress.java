package kz.miras.registrar.attestation.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.miras.registrar.attestation.service.ExamFeed;
import kz.miras.registrar.shared.Language;

/** {@code /week/exams/<group>.ics}: the exams of a group, for anybody's calendar program. */
@WebServlet("/week/exams/*")
public class ExamFeedAddress extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String END = ".ics";
  private static final int LONGEST = 40;

  @Inject private transient ExamFeed feed;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    boolean named = path.endsWith(END) && path.length() <= LONGEST;
    Optional<String> calendar =
        named
            ? feed.ofGroup(
                path.substring(1, path.length() - END.length()),
                Language.of(request.getParameter("language")))
            : Optional.empty();
    if (calendar.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("text/calendar");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "public, max-age=900");
    response.getWriter().write(calendar.get());
  }
}
