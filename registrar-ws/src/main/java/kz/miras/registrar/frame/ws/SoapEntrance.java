package kz.miras.registrar.frame.ws;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.service.MessageWindow;
import kz.miras.registrar.frame.ws.SoapMessage.Content;
import kz.miras.registrar.frame.ws.SoapMessage.Version;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * The door of SOAP. A message is measured, read, signed in and held against its contract before the
 * SOAP runtime sees it; whatever is wrong is answered by a fault with the same codes as REST. The
 * caller's identity is that of the one security domain and lasts as long as the message: there is
 * no session.
 */
@ApplicationScoped
class SoapEntrance {

  /** Bytes of the largest message; a batch of a hundred questions needs a tenth of it. */
  static final int LARGEST_MESSAGE = 256 * 1024;

  private static final Pattern ADDRESS = Pattern.compile("/soap/(\\w+)/v1(/soap12)?");
  private static final Pattern CONTRACT = Pattern.compile("(?i)wsdl(=\\d{1,2})?|xsd=\\d{1,2}");
  private static final String NAMESPACE = "https://registrar.miras.edu.kz/ws/%s/v1";

  private static final Map<String, Set<String>> SERVICES =
      Map.of(
          "transcript",
          Set.of(
              "requestTranscript",
              "getTranscriptStatus",
              "getTranscript",
              "cancelTranscriptRequest"),
          "verification",
          Set.of("verifyDocument", "verifyBatch"));

  private final Map<String, SoapContract> contracts = new HashMap<>();

  @Inject private Credentials credentials;
  @Inject private MessageWindow window;
  @Inject private ServletContext application;

  @PostConstruct
  void readContracts() {
    SERVICES.forEach(
        (service, operations) -> {
          try {
            contracts.put(
                service,
                SoapContract.of(
                    application.getResource("/WEB-INF/wsdl/" + service + "-v1.xsd"),
                    NAMESPACE.formatted(service),
                    operations));
          } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Serves a call of an address below {@code /soap/}. */
  void serve(HttpServletRequest call, HttpServletResponse answer, FilterChain chain, String path)
      throws IOException, ServletException {
    Matcher address = ADDRESS.matcher(path);
    if (!address.matches() || !contracts.containsKey(address.group(1))) {
      throw new ProblemException(Problem.of(404, "no-such-address"));
    }
    if (call.getMethod().equals("POST")) {
      post(call, answer, chain, address.group(1));
    } else if (call.getMethod().equals("GET")
        && call.getQueryString() != null
        && CONTRACT.matcher(call.getQueryString()).matches()) {
      chain.doFilter(call, answer);
    } else {
      answer.setHeader("Allow", "POST");
      throw new ProblemException(Problem.of(405, "soap-method"));
    }
  }

  private void post(
      HttpServletRequest call, HttpServletResponse answer, FilterChain chain, String service)
      throws IOException {
    Content content = null;
    Problem problem;
    try {
      ReadBody read = ReadBody.of(call, LARGEST_MESSAGE);
      SoapMessage message = SoapMessage.of(call, read.body());
      content = SoapReader.read(message);
      SecurityIdentity caller = caller(content, call);
      check(content, message, contracts.get(service));
      SoapCall begun =
          SoapCall.begin(read, message.version(), content.messageId(), language(content, call));
      HeldAnswer held = new HeldAnswer(answer);
      Entrance.as(caller, () -> chain.doFilter(at(read, service, message.version()), held));
      if (begun.problem().isEmpty() && held.getStatus() < 400) {
        held.release();
        return;
      }
      problem =
          begun
              .problem()
              .orElseGet(
                  () -> Failures.problem(new IllegalStateException("of SOAP: " + held.text())));
    } catch (ServletException | RuntimeException e) {
      problem = Failures.problem(e);
    }
    String messageId = content == null ? null : content.messageId();
    SoapFaults.send(
        answer, SoapMessage.versionOf(call), problem, messageId, language(content, call));
  }

  /** The call, at the address of its version of SOAP. */
  private static HttpServletRequest at(HttpServletRequest call, String service, Version version) {
    String address =
        call.getContextPath()
            + "/soap/"
            + service
            + "/v1"
            + (version == Version.SOAP12 ? "/soap12" : "");
    return new HttpServletRequestWrapper(call) {
      @Override
      public String getRequestURI() {
        return address;
      }
    };
  }

  private static Language language(Content content, HttpServletRequest call) {
    return content == null || content.language() == null
        ? Languages.preferred(call.getHeader("Accept-Language"))
        : content.language();
  }

  private SecurityIdentity caller(Content content, HttpServletRequest call) {
    if (content.login() == null || content.password() == null || content.login().isBlank()) {
      throw new ProblemException(Problem.of(401, "username-token"));
    }
    return credentials.password(content.login().strip(), content.password(), call);
  }

  private void check(Content content, SoapMessage message, SoapContract contract) {
    if (!content.mandatory().isEmpty()) {
      throw new ProblemException(
          Problem.of(400, "must-understand", content.mandatory().get(0).getLocalPart()));
    }
    if (!contract.operations().contains(content.operation())) {
      throw new ProblemException(Problem.of(400, "unknown-operation"));
    }
    List<Refusal> violations = contract.violations(message.envelope());
    if (!violations.isEmpty()) {
      throw new ProblemException(
          new Problem(400, "validation", "api.problem.validation", List.of(), violations));
    }
    if (!content.login().strip().equals(content.partnerId())) {
      throw new ProblemException(Problem.of(403, "other-partner"));
    }
    Instant sent = new MomentAdapter().unmarshal(content.messageDate()).toInstant();
    if (!window.takes(sent)) {
      throw new ProblemException(Problem.of(403, "message-expired", window.minutes()));
    }
  }
}
