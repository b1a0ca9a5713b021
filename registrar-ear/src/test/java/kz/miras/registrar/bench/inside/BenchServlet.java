package kz.miras.registrar.bench.inside;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import kz.miras.registrar.achievement.service.GpaRecount;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.achievement.service.closing.SessionClosing;
import kz.miras.registrar.achievement.service.summary.SummaryDesk;
import kz.miras.registrar.correspondence.service.ministry.MinistryStore;
import kz.miras.registrar.correspondence.service.ministry.MinistryWork;
import kz.miras.registrar.correspondence.service.ministry.NumberBook;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.SignatureDesk;
import kz.miras.registrar.transcript.service.TranscriptContents;
import kz.miras.registrar.transcript.service.bulk.BatchStore;
import kz.miras.registrar.transcript.service.bulk.BatchWork;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** Runs one part of the benchmark and answers with its measurements, line by line. */
@WebServlet("/*")
public final class BenchServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain; charset=UTF-8");
    PrintWriter out = response.getWriter();
    try (Connection administrator =
        BareJdbc.connect("bench", System.getenv("REGISTRAR_BENCH_PASSWORD"))) {
      if ("/ministry".equals(request.getPathInfo())) {
        new Exports(
                service(NumberBook.class),
                service(MinistryStore.class),
                service(MinistryWork.class),
                administrator,
                out)
            .run(Integer.parseInt(request.getParameter("size")), request.getParameter("platform"));
      } else {
        run(request.getPathInfo(), request.getParameter("size"), administrator, out);
      }
      out.println("done");
    } catch (Exception e) {
      getServletContext().log("the benchmark failed", e);
      out.println("! " + e);
    }
  }

  private static void run(String task, String size, Connection administrator, PrintWriter out)
      throws Exception {
    SecurityIdentity senior =
        SecurityDomain.getCurrent()
            .authenticate("senior", new PasswordGuessEvidence("senior-Demo1".toCharArray()));
    switch (task) {
      case "/ready" -> out.println("# ready");
      case "/enrolments" ->
          new Rounds(new Enrolments(service(RegistrationDesk.class)), senior, administrator, out)
              .run();
      case "/plans" ->
          new Rounds(new Plans(service(RegistrationCounter.class)), senior, administrator, out)
              .run();
      case "/postings" ->
          new Rounds(new Postings(service(SheetPosting.class)), senior, administrator, out).run();
      case "/session" ->
          new Sessions(
                  service(SessionClosing.class),
                  service(SheetPosting.class),
                  service(SummaryDesk.class),
                  senior,
                  administrator,
                  out)
              .run(Integer.parseInt(size));
      case "/gpas" -> new Gpas(service(GpaRecount.class), senior, administrator, out).run();
      case "/summaries" ->
          new Summaries(service(SummaryDesk.class), senior, administrator, out).run();
      case "/transcripts" ->
          new Transcripts(
                  service(DocumentDesk.class),
                  service(TranscriptContents.class),
                  senior,
                  administrator,
                  out)
              .run();
      case "/bulk" ->
          new BulkIssues(
                  service(BatchStore.class),
                  service(BatchWork.class),
                  new IssuedPages(service(TranscriptContents.class)),
                  administrator,
                  out)
              .run(Integer.parseInt(size));
      case "/single" ->
          new SingleIssues(
                  service(DocumentDesk.class),
                  service(SignatureDesk.class),
                  senior,
                  SecurityDomain.getCurrent()
                      .authenticate(
                          "director", new PasswordGuessEvidence("director-Demo1".toCharArray())),
                  new IssuedPages(service(TranscriptContents.class)),
                  administrator,
                  out)
              .run(Integer.parseInt(size));
      default -> throw new IllegalArgumentException(task);
    }
  }

  private static <T> T service(Class<T> type) throws NamingException {
    return type.cast(
        new InitialContext()
            .lookup(
                "java:global/registrar/registrar-ejb/"
                    + type.getSimpleName()
                    + "!"
                    + type.getName()));
  }
}
