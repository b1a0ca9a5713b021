package kz.miras.registrar.frame.ws;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.partner.PartnerOperations;
import kz.miras.registrar.access.partner.RegisteredPartner;
import kz.miras.registrar.shared.Refusal;

/** The contracts of all services, and whether a message follows that of its own. */
@ApplicationScoped
class SoapContracts {

  private static final String NAMESPACE = "https://registrar.miras.edu.kz/ws/%s/v1";

  private final Map<String, SoapContract> contracts = new HashMap<>();

  @Inject private ServletContext application;

  @PostConstruct
  void read() {
    for (String service : PartnerOperations.services()) {
      try {
        contracts.put(
            service,
            SoapContract.of(
                application.getResource("/WEB-INF/wsdl/" + service + "-v1.xsd"),
                NAMESPACE.formatted(service),
                Set.copyOf(PartnerOperations.of(service))));
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  boolean knows(String service) {
    return contracts.containsKey(service);
  }

  /**
   * Insists on an operation the service has.
   *
   * @throws ProblemException 400
   */
  void insistOnOperation(String service, SoapMessage.Content content) {
    if (!contracts.get(service).operations().contains(content.operation())) {
      throw new ProblemException(Problem.of(400, "unknown-operation"));
    }
  }

  /**
   * Insists that a message follows its contract and is of the partner who sends it.
   *
   * @throws ProblemException 400 where it breaks the contract, 403 where it is another's
   */
  void check(
      SoapMessage.Content content, SoapMessage message, String service, RegisteredPartner partner) {
    List<Refusal> violations = contracts.get(service).violations(message.envelope());
    if (!violations.isEmpty()) {
      throw invalid(violations);
    }
    if (!partner.login().equals(content.partnerId())) {
      throw new ProblemException(Problem.of(403, "other-partner"));
    }
  }

  /**
   * When a message that follows its contract was sent.
   *
   * @throws ProblemException 400 for a moment the schema takes and no calendar here has
   */
  static Instant sent(SoapMessage.Content content) {
    try {
      return new MomentAdapter().unmarshal(content.messageDate()).toInstant();
    } catch (DateTimeException e) {
      throw invalid(List.of(Refusal.of("api.violation.value", "").at("messageHeader/messageDate")));
    }
  }

  private static ProblemException invalid(List<Refusal> violations) {
    return new ProblemException(
        new Problem(400, "validation", "api.problem.validation", List.of(), violations));
  }
}
