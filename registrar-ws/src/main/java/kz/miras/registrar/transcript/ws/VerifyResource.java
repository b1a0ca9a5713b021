package kz.miras.registrar.transcript.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.frame.ws.Bodies;
import kz.miras.registrar.frame.ws.Languages;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.frame.ws.Problem;
import kz.miras.registrar.frame.ws.ProblemException;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.transcript.service.CheckGate;
import kz.miras.registrar.transcript.service.CheckGate.Cost;
import kz.miras.registrar.transcript.service.DocumentChecking;
import kz.miras.registrar.transcript.service.DocumentChecking.Query;
import kz.miras.registrar.transcript.service.DocumentVerification;
import kz.miras.registrar.transcript.service.DocumentVerification.Answer;
import kz.miras.registrar.transcript.service.DocumentVerification.Verdict;

/**
 * DOC-3, DOC-22. Verification of documents: one at a time by anybody, as much as one address may
 * ask; many at once by programs that may.
 */
@Path("verify")
@RequestScoped
public class VerifyResource {

  private static final int MOST = 100;
  private static final String CHECKSUM = "[0-9a-fA-F]{64}";

  @Inject private DocumentVerification documents;
  @Inject private DocumentChecking checking;
  @Inject private CheckGate gate;

  /** What is asked, as it is sent: by exactly one of code, sha256, facts, or number with date. */
  record Asked(
      String code, String sha256, String facts, String number, String date, String fullName) {}

  /** Many questions. */
  record Batch(List<Asked> queries) {}

  /** By code, or by number and date. */
  @GET
  @Needs({})
  @Produces(MediaType.APPLICATION_JSON)
  public Response verify(
      @QueryParam("code") String code,
      @QueryParam("number") String number,
      @QueryParam("date") String date,
      @Context HttpServletRequest call) {
    return one(new Asked(code, null, null, number, date, null), call);
  }

  /** By anything; a body stands in no log. */
  @POST
  @Needs({})
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response verify(@Context HttpServletRequest call) throws IOException {
    return one(Bodies.read(call.getInputStream().readAllBytes(), Asked.class), call);
  }

  /** Up to a hundred, by programs that may. */
  @POST
  @Needs(ApiScope.DOCUMENTS_VERIFY)
  @Path("batch")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response batch(@Context HttpServletRequest call) throws IOException {
    Batch batch = Bodies.read(call.getInputStream().readAllBytes(), Batch.class);
    if (batch.queries() == null || batch.queries().isEmpty() || batch.queries().size() > MOST) {
      throw ProblemException.parameter("queries", "1–" + MOST);
    }
    Language language = Languages.of(call);
    List<Query> queries = batch.queries().stream().map(VerifyResource::query).toList();
    return answer(
        Map.of(
            "results",
            checking.answers(queries).stream()
                .map(found -> VerdictBody.of(found, language))
                .toList()));
  }

  private Response one(Asked asked, HttpServletRequest call) {
    Query query = query(asked);
    String address = call.getRemoteAddr();
    Duration wait = gate.ask(address);
    if (!wait.isZero()) {
      throw new ProblemException(Problem.of(429, "checks", Math.max(1, wait.toSeconds())));
    }
    Answer found = found(query);
    if (found.verdict() == Verdict.UNKNOWN || found.verdict() == Verdict.ALTERED) {
      gate.charge(address, query.number() == null ? Cost.MISS : Cost.GUESS);
    }
    return answer(VerdictBody.of(found, Languages.of(call)));
  }

  private Answer found(Query query) {
    if (query.code() != null) {
      return documents.byCode(query.code());
    }
    if (query.sha256() != null) {
      return documents.byChecksum(query.sha256());
    }
    return query.facts() != null
        ? documents.byFacts(query.facts())
        : documents.byNumber(query.number(), query.date());
  }

  private static Query query(Asked asked) {
    if (asked == null) {
      throw ProblemException.parameter("queries", "code, sha256, facts, number + date");
    }
    int ways =
        (asked.code() == null ? 0 : 1)
            + (asked.sha256() == null ? 0 : 1)
            + (asked.facts() == null ? 0 : 1)
            + (asked.number() == null ? 0 : 1);
    if (ways != 1 || (asked.number() == null) != (asked.date() == null)) {
      throw ProblemException.parameter("code", "code, sha256, facts, number + date");
    }
    if (asked.sha256() != null && !asked.sha256().matches(CHECKSUM)) {
      throw ProblemException.parameter("sha256", CHECKSUM);
    }
    return new Query(
        asked.code(),
        asked.sha256() == null ? null : HexFormat.of().parseHex(asked.sha256()),
        asked.facts(),
        asked.number(),
        asked.date() == null ? null : date(asked.date()),
        asked.fullName());
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.parameter("date", "yyyy-MM-dd");
    }
  }

  private static Response answer(Object body) {
    return Response.ok(Json.write(body), MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
