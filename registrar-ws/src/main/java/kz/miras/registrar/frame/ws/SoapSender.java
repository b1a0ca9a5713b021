package kz.miras.registrar.frame.ws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.partner.PartnerCalls;
import kz.miras.registrar.access.partner.PartnerCalls.Attempt;
import kz.miras.registrar.access.partner.PartnerOperations;
import kz.miras.registrar.access.partner.PartnerProof;
import kz.miras.registrar.access.partner.PartnerTerms;
import kz.miras.registrar.access.partner.RegisteredPartner;
import kz.miras.registrar.access.service.partner.PartnerGate;
import kz.miras.registrar.access.service.partner.StrangerGate;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;
import org.wildfly.security.auth.server.SecurityIdentity;

/** Who sends a message, and whether the terms of that partner let it in. */
@ApplicationScoped
class SoapSender {

  /** Header of a call of REST that names the code of what the data are for. */
  private static final String PURPOSE = "Registrar-Purpose";

  @Inject private Credentials credentials;
  @Inject private ClientCertificate certificate;
  @Inject private PartnerGate gate;
  @Inject private StrangerGate strangers;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /**
   * A partner that has proved who it is.
   *
   * @param byPassword whether a right password came with the message
   * @param byCertificate whether a registered certificate came with the connection
   */
  record Sender(
      RegisteredPartner partner,
      SecurityIdentity identity,
      boolean byPassword,
      boolean byCertificate) {

    PartnerTerms terms() {
      return partner.terms();
    }

    /** By what; null for a message that proved it when it came and is taken up again. */
    PartnerProof proof() {
      if (byPassword && byCertificate) {
        return PartnerProof.BOTH;
      }
      if (byPassword) {
        return PartnerProof.PASSWORD;
      }
      return byCertificate ? PartnerProof.CERTIFICATE : null;
    }
  }

  /**
   * Insists on TLS where the university does; calls from this very machine may come without.
   *
   * @throws ProblemException 403
   */
  void insistOnTls(HttpServletRequest call) {
    boolean here = call.getRemoteAddr().matches("127\\..*|::1|0:0:0:0:0:0:0:1");
    if (!here
        && !call.isSecure()
        && !"false".equals(settings.text("partner.tls-required", time.today(), "true"))) {
      throw new ProblemException(Problem.of(403, "tls-required"));
    }
  }

  /**
   * Who sends a message.
   *
   * @throws ProblemException 401 where nobody is known by it, 403 where no partner is
   */
  Sender of(SoapMessage.Content content, HttpServletRequest call) {
    Optional<RegisteredPartner> certified = certified(call);
    boolean named = content.login() != null && !content.login().isBlank();
    if (!named || content.password() == null) {
      RegisteredPartner partner =
          certified.orElseThrow(() -> new ProblemException(Problem.of(401, "username-token")));
      return new Sender(partner, credentials.named(partner.login()), false, true);
    }
    String login = content.login().strip();
    SecurityIdentity identity = credentials.password(login, content.password(), call);
    RegisteredPartner partner =
        gate.byLogin(login)
            .orElseThrow(() -> new ProblemException(Problem.of(403, "partner-unknown")));
    return byPassword(partner, identity, certified);
  }

  private Optional<RegisteredPartner> certified(HttpServletRequest call) {
    return certificate.of(call).map(SoapSender::fingerprint).flatMap(gate::byCertificate);
  }

  private static Sender byPassword(
      RegisteredPartner partner, SecurityIdentity identity, Optional<RegisteredPartner> certified) {
    if (certified.isPresent() && certified.get().id() != partner.id()) {
      throw new ProblemException(Problem.of(401, "credentials"));
    }
    return new Sender(partner, identity, true, certified.isPresent());
  }

  private static byte[] fingerprint(X509Certificate certificate) {
    try {
      return Checksum.sha256(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new ProblemException(Problem.of(401, "credentials"));
    }
  }

  /**
   * Who sent a message that is taken up again: it proved it when it came.
   *
   * @throws ProblemException 403 where the partner is let in no more
   */
  Sender known(String login) {
    RegisteredPartner partner =
        gate.byLogin(login)
            .orElseThrow(() -> new ProblemException(Problem.of(403, "partner-unknown")));
    refuse(PartnerCalls.state(partner.state(), partner.terms()));
    return new Sender(partner, credentials.named(login), false, false);
  }

  /**
   * Counts a call nobody has signed in for.
   *
   * @throws ProblemException 429 where its address has made too many
   */
  void bear(String address) {
    Duration wait = strangers.call(address);
    if (!wait.isZero()) {
      throw new ProblemException(Problem.of(429, "strangers", Math.max(1, wait.toSeconds())));
    }
  }

  /**
   * Lets a sender in, and counts the call.
   *
   * @throws ProblemException 403 where the terms refuse it, 429 where it is one call too many
   */
  void admit(Sender sender, String address) {
    refuse(PartnerCalls.state(sender.partner().state(), sender.terms()));
    refuse(PartnerCalls.address(sender.terms(), address));
    refuse(
        PartnerCalls.proof(
            sender.terms(),
            new Attempt(null, address, null, sender.byPassword(), sender.byCertificate())));
    refuse(gate.count(sender.partner()));
  }

  /**
   * The same for REST, where whoever is registered is let in on the same terms; a token counts as
   * the password it was issued for.
   */
  void admit(SecurityIdentity identity, HttpServletRequest call) {
    gate.byLogin(identity.getPrincipal().getName())
        .map(partner -> byPassword(partner, identity, certified(call)))
        .ifPresent(sender -> admit(sender, call));
  }

  /** PRT-3. What a call of REST amounts to has to be in the terms, as by SOAP. */
  private void admit(Sender sender, HttpServletRequest call) {
    admit(sender, call.getRemoteAddr());
    String path = call.getRequestURI().substring(call.getContextPath().length());
    PartnerOperations.ofRest(call.getMethod(), path)
        .ifPresent(
            operation -> entitle(sender, operation, call.getHeader(PURPOSE), call.getRemoteAddr()));
    PartnerOperations.dataOfRest(path)
        .ifPresent(data -> refuse(PartnerCalls.data(sender.terms(), data)));
  }

  /**
   * Insists that the terms name an operation and, where they ask for one, the purpose.
   *
   * @throws ProblemException 403
   */
  void entitle(Sender sender, String operation, String purpose, String address) {
    refuse(
        PartnerCalls.operation(
            sender.terms(),
            new Attempt(operation, address, purpose, sender.byPassword(), sender.byCertificate())));
  }

  /** Makes a problem of what the rules refuse; its kind is the last part of the code. */
  static void refuse(Verdict verdict) {
    if (!verdict.isAllowed()) {
      throw new ProblemException(problem(verdict));
    }
  }

  static Problem problem(Verdict verdict) {
    Refusal refusal = verdict.refusals().get(0);
    String kind = refusal.code().substring(refusal.code().lastIndexOf('.') + 1);
    return new Problem(
        kind.equals("rate-limited") ? 429 : 403, kind, refusal.code(), refusal.args(), List.of());
  }
}
