package kz.miras.registrar.frame.ws;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import kz.miras.registrar.shared.Language;

/** Every failure of a resource leaves as a problem, the server's own refusals too. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    Language language = Languages.of(request);
    Problem problem = Failures.problem(thrown);
    Response.ResponseBuilder answer =
        Response.status(problem.status())
            .type(Problem.TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
            .entity(problem.body(language));
    problem.headers().forEach(answer::header);
    if (thrown instanceof WebApplicationException http && problem.status() == 405) {
      answer.header(HttpHeaders.ALLOW, http.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    return answer.build();
  }
}
