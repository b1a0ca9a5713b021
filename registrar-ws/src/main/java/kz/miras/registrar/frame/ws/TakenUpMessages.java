package kz.miras.registrar.frame.ws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.miras.registrar.access.service.partner.PartnerInbox;
import kz.miras.registrar.access.service.partner.PartnerInbox.TakenUp;
import kz.miras.registrar.access.service.partner.ServerClaim;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * PRT-19. Messages in quarantine that are taken up again. Whoever looks after them comes here with
 * a ticket of the office; the stored message goes through everything it would go through if it came
 * now, but for its sign-in and its moment, which counted when it came, and whoever asked for it is
 * led back to its page.
 */
@ApplicationScoped
class TakenUpMessages {

  static final String ADDRESS = "/soap/taken-up";

  private static final String PAGE = "/access/partner-message.xhtml?id=";

  @Inject private SoapEntrance entrance;
  @Inject private SoapContracts contracts;
  @Inject private SoapSender senders;
  @Inject private SoapInbox inbox;
  @Inject private PartnerInbox messages;
  @Inject private UniversityTime time;

  void serve(HttpServletRequest call, HttpServletResponse answer, FilterChain chain)
      throws IOException {
    try (ServerClaim claim = ServerClaim.begin()) {
      serve(call, answer, chain, claim);
    }
  }

  private void serve(
      HttpServletRequest call, HttpServletResponse answer, FilterChain chain, ServerClaim claim)
      throws IOException {
    String ticket = call.getParameter("ticket");
    TakenUp message =
        messages
            .takeUp(ticket == null ? "" : ticket, claim)
            .orElseThrow(() -> new ProblemException(Problem.of(404, "no-such-address")));
    ReadBody sent =
        ReadBody.with(call, message.request()).sending(message.type(), message.request());
    SoapNote note = new SoapNote(sent, message.service(), time.now());
    entrance.concluded(note, () -> answered(sent, answer, chain, message, note));
    answer.reset();
    answer.setHeader("Cache-Control", "no-store");
    answer.setHeader("Location", PAGE + message.uuid());
    answer.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }

  private SoapReply answered(
      ReadBody sent, HttpServletResponse answer, FilterChain chain, TakenUp stored, SoapNote note)
      throws IOException, ServletException {
    try {
      note.came(sent.body());
      note.sentBy(senders.known(stored.login()));
      SoapMessage message = SoapMessage.of(sent, sent.body());
      SoapMessage.Content content = SoapReader.read(message);
      note.read(content);
      entrance.authorize(content, message, note);
      contracts.check(content, message, note.service(), note.sender().partner());
      SoapReply reply = SoapEntrance.passed(answer, chain, sent, message, note);
      inbox.answered(stored.id(), message.version(), reply);
      return reply;
    } catch (ServletException | RuntimeException e) {
      inbox.takenUpInVain(stored.id(), Failures.problem(e));
      throw e;
    }
  }
}
