package kz.miras.registrar.access.ws;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.service.Tokens;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.frame.ws.Entrance;
import kz.miras.registrar.frame.ws.Needs;
import kz.miras.registrar.frame.ws.Problem;
import kz.miras.registrar.frame.ws.ProblemException;
import kz.miras.registrar.shared.service.Json;

/** Changes a login and password into a token, as OAuth 2.0 does for client credentials. */
@Path("token")
@RequestScoped
public class TokenResource {

  @Inject private Tokens tokens;

  /**
   * A token for whoever signed in with a password; a token cannot prolong itself. The body may be
   * left out, so it is read here: a form parameter would insist on one.
   */
  @POST
  @Needs({})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  public Response issue(@Context HttpServletRequest request) throws IOException {
    if (!"basic".equalsIgnoreCase(String.valueOf(request.getAttribute(Entrance.SCHEME)))) {
      throw new ProblemException(Problem.of(403, "password-needed"));
    }
    String form = body(request);
    for (String grant : values(form, "grant_type")) {
      if (!grant.equals("client_credentials")) {
        throw ProblemException.parameter("grant_type", "client_credentials");
      }
    }
    Tokens.Issued issued = tokens.issue(scopes(values(form, "scope")));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", issued.token());
    body.put("token_type", "Bearer");
    body.put("expires_in", issued.seconds());
    if (issued.scopes() != null) {
      body.put("scope", ApiScope.write(issued.scopes()));
    }
    return Response.ok(Json.write(body).getBytes(StandardCharsets.UTF_8))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /**
   * The scopes asked for; null for all there are.
   *
   * @throws ProblemException 400 where one is asked for that does not exist
   */
  private static Set<ApiScope> scopes(List<String> asked) {
    String names = String.join(" ", asked).strip();
    if (names.isEmpty() || names.equals("all")) {
      return null;
    }
    Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
    for (String name : names.split(" +")) {
      scopes.add(
          ApiScope.of(name)
              .orElseThrow(
                  () ->
                      ProblemException.parameter(
                          "scope", ApiScope.write(EnumSet.allOf(ApiScope.class)))));
    }
    return scopes;
  }

  private static String body(HttpServletRequest request) throws IOException {
    return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static List<String> values(String form, String name) {
    try {
      return Arrays.stream(form.split("&"))
          .map(pair -> pair.split("=", 2))
          .filter(pair -> decoded(pair[0]).equals(name))
          .map(pair -> pair.length < 2 ? "" : decoded(pair[1]))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.of(400, "bad-request"));
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
