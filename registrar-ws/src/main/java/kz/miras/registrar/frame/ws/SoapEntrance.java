package kz.miras.registrar.frame.ws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.partner.PartnerCalls;
import kz.miras.registrar.access.partner.PartnerOperations;
import kz.miras.registrar.access.partner.RegisteredPartner;
import kz.miras.registrar.access.partner.SignatureDemand;
import kz.miras.registrar.access.partner.SignatureFinding;
import kz.miras.registrar.access.service.MessageWindow;
import kz.miras.registrar.access.service.partner.AnswerKey;
import kz.miras.registrar.access.service.partner.CallJournal;
import kz.miras.registrar.access.service.partner.CallJournal.Content;
import kz.miras.registrar.access.service.partner.PartnerGate;
import kz.miras.registrar.access.service.partner.PartnerInbox.Taken;
import kz.miras.registrar.access.service.partner.ServerClaim;
import kz.miras.registrar.frame.ws.BodySignature.Finding;
import kz.miras.registrar.frame.ws.BodySignature.Fresh;
import kz.miras.registrar.frame.ws.SoapMessage.Version;
import kz.miras.registrar.frame.ws.SoapSender.Sender;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * The door of SOAP. A message is measured, read, signed in and held against the terms of its
 * partner and its contract before the SOAP runtime sees it; whatever is wrong is answered by a
 * fault with the same codes as REST, and every call is kept in the journal. The caller's identity
 * is that of the one security domain and lasts as long as the message: there is no session.
 */
@ApplicationScoped
class SoapEntrance {

  /** Bytes of the largest message; a batch of a hundred questions needs a tenth of it. */
  static final int LARGEST_MESSAGE = 256 * 1024;

  private static final int LARGEST_WITH_FILES = 12 * 1024 * 1024;

  /** Bytes of the largest message of services that take files, inline at that. */
  private static final Map<String, Integer> LARGEST =
      Map.of(
          "correspondence", LARGEST_WITH_FILES,
          "recognition", LARGEST_WITH_FILES,
          "mobility", LARGEST_WITH_FILES);

  private static final Pattern ADDRESS = Pattern.compile("/soap/(\\w+)/v1(/soap12)?");
  private static final Pattern CONTRACT = Pattern.compile("(?i)wsdl(=\\d{1,2})?|xsd=\\d{1,2}");
  @Inject private SoapSender senders;
  @Inject private SoapInbox inbox;
  @Inject private TakenUpMessages takenUp;
  @Inject private PartnerGate gate;
  @Inject private CallJournal journal;
  @Inject private AnswerKey key;
  @Inject private SoapContracts contracts;
  @Inject private MessageWindow window;
  @Inject private UniversityTime time;

  /** Serves a call of an address below {@code /soap/}. */
  void serve(HttpServletRequest call, HttpServletResponse answer, FilterChain chain, String path)
      throws IOException, ServletException {
    if (path.equals(TakenUpMessages.ADDRESS)) {
      takenUp.serve(call, answer, chain);
      return;
    }
    Matcher address = ADDRESS.matcher(path);
    if (!address.matches() || !contracts.knows(address.group(1))) {
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
    SoapNote note = new SoapNote(call, service, time.now());
    concluded(note, () -> answered(call, answer, chain, service, note)).send(answer);
  }

  /** What a message asks. */
  interface Deed {
    SoapReply answer() throws IOException, ServletException;
  }

  /** Does what a message asks and writes it into the journal; whatever is thrown is a fault. */
  SoapReply concluded(SoapNote note, Deed deed) throws IOException {
    SoapReply reply;
    try {
      reply = signed(deed.answer(), note);
    } catch (ServletException | RuntimeException e) {
      reply = fault(e, note);
    }
    try {
      if (note.sender() == null) {
        senders.bear(note.address());
      }
      Content kept = note.kept(reply);
      RegisteredPartner partner = note.sender() == null ? null : note.sender().partner();
      journal.write(partner, note.record(reply, kept), kept);
    } catch (RuntimeException e) {
      // what is not in the journal has not been answered: the sender asks again
      reply = fault(e, note);
    }
    return reply;
  }

  private SoapReply fault(Exception thrown, SoapNote note) {
    SoapReply fault =
        SoapFaults.reply(
            note.version(), Failures.problem(thrown), note.messageId(), note.language());
    return signed(fault, note);
  }

  /** Signed by the university where the terms say so. */
  private SoapReply signed(SoapReply reply, SoapNote note) {
    Sender sender = note.sender();
    boolean wanted = sender != null && sender.terms() != null && sender.terms().signedAnswers();
    return wanted
        ? reply.with(AnswerSignature.sign(reply.body(), note.version(), key.pair()))
        : reply;
  }

  private SoapReply answered(
      HttpServletRequest call,
      HttpServletResponse answer,
      FilterChain chain,
      String service,
      SoapNote note)
      throws IOException, ServletException {
    senders.insistOnTls(call);
    ReadBody read = ReadBody.of(call, LARGEST.getOrDefault(service, LARGEST_MESSAGE));
    note.came(read.body());
    SoapMessage message = SoapMessage.of(call, read.body());
    SoapMessage.Content content = SoapReader.read(message);
    note.read(content);
    Sender sender = senders.of(content, call);
    note.sentBy(sender);
    senders.admit(sender, call.getRemoteAddr());
    authorize(content, message, note);
    if (!PartnerOperations.submits(service + "." + content.operation().getLocalPart())) {
      check(content, message, service, sender);
      return passed(answer, chain, read, message, note);
    }
    try (ServerClaim claim = ServerClaim.begin()) {
      Taken taken = inbox.take(note, message, content, claim);
      return taken.answer() == null
          ? done(taken, answer, chain, read, message, content, note)
          : SoapInbox.again(taken.answer(), message.version());
    }
  }

  private SoapReply done(
      Taken taken,
      HttpServletResponse answer,
      FilterChain chain,
      ReadBody read,
      SoapMessage message,
      SoapMessage.Content content,
      SoapNote note)
      throws IOException, ServletException {
    try {
      check(content, message, note.service(), note.sender());
      SoapReply reply = passed(answer, chain, read, message, note);
      inbox.answered(taken.id(), message.version(), reply);
      return reply;
    } catch (ServletException | RuntimeException e) {
      inbox.failed(taken.id(), Failures.problem(e));
      throw e;
    }
  }

  /** Hands a message to the SOAP runtime. */
  static SoapReply passed(
      HttpServletResponse answer,
      FilterChain chain,
      ReadBody read,
      SoapMessage message,
      SoapNote note)
      throws IOException, ServletException {
    Sender sender = note.sender();
    SoapCall begun =
        SoapCall.begin(read, message.version(), note.messageId(), note.language(), sender.terms());
    HeldAnswer held = new HeldAnswer(answer);
    // what is signed, or came with files that are in it now, goes on as one envelope
    ReadBody passed =
        sender.terms().signedAnswers() || message.unpacked()
            ? read.sending(message.version().type() + ";charset=utf-8", message.envelope())
            : read;
    Entrance.as(
        sender.identity(),
        () -> chain.doFilter(at(passed, note.service(), message.version()), held));
    if (begun.problem().isPresent()) {
      throw new ProblemException(begun.problem().get());
    }
    if (held.getStatus() >= 400) {
      throw new IllegalStateException("of SOAP: " + held.text());
    }
    return held.reply();
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

  /**
   * Insists on an operation the sender may ask for, and on a signature where there is to be one.
   */
  void authorize(SoapMessage.Content content, SoapMessage message, SoapNote note) {
    Sender sender = note.sender();
    if (!content.mandatory().isEmpty()) {
      throw new ProblemException(
          Problem.of(400, "must-understand", content.mandatory().get(0).getLocalPart()));
    }
    contracts.insistOnOperation(note.service(), content);
    senders.entitle(
        sender,
        note.service() + "." + content.operation().getLocalPart(),
        content.purpose(),
        note.address());
    signature(content, message, note);
  }

  private void check(
      SoapMessage.Content content, SoapMessage message, String service, Sender sender) {
    contracts.check(content, message, service, sender.partner());
    if (!window.takes(SoapContracts.sent(content))) {
      throw new ProblemException(Problem.of(403, "message-expired", window.minutes()));
    }
  }

  /** PRT-6. Checks the signature of the body, and that it is not one that was taken before. */
  private void signature(SoapMessage.Content content, SoapMessage message, SoapNote note) {
    Sender sender = note.sender();
    if (sender.terms().signature() == SignatureDemand.OFF || !content.signed()) {
      SoapSender.refuse(PartnerCalls.signature(sender.terms(), SignatureFinding.NONE));
      return;
    }
    Finding finding =
        BodySignature.check(
            message.envelope(),
            message.version(),
            fingerprint -> gate.certificate(sender.partner(), fingerprint),
            new Fresh(window::takes, time.now()));
    note.found(finding.cause() == null ? SignatureFinding.VALID : SignatureFinding.INVALID);
    if (finding.cause() != null) {
      Verdict refused = PartnerCalls.signature(sender.terms(), SignatureFinding.INVALID);
      Problem problem = SoapSender.problem(refused);
      throw new ProblemException(
          new Problem(
              problem.status(),
              problem.kind(),
              problem.message(),
              problem.args(),
              List.of(
                  Refusal.of("api.signature." + finding.cause(), "PRT-6")
                      .at("Header/Security/Signature"))));
    }
    boolean repeatable =
        PartnerOperations.submits(note.service() + "." + content.operation().getLocalPart());
    if (!gate.isFirst(sender.partner(), finding.digest()) && !repeatable) {
      throw new ProblemException(Problem.of(403, "message-replayed"));
    }
  }
}
