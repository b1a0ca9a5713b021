package kz.miras.registrar.frame.ws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.partner.MessageState;
import kz.miras.registrar.access.service.partner.PartnerInbox;
import kz.miras.registrar.access.service.partner.PartnerInbox.Answer;
import kz.miras.registrar.access.service.partner.PartnerInbox.Incoming;
import kz.miras.registrar.access.service.partner.PartnerInbox.Taken;
import kz.miras.registrar.access.service.partner.ServerClaim;
import kz.miras.registrar.frame.ws.SoapMessage.Version;
import kz.miras.registrar.shared.Refusal;

/** PRT-12. Messages that submit something, between the border and the inbox. */
@ApplicationScoped
class SoapInbox {

  private static final int BUSY = 503;
  private static final int CONFLICT = 409;
  private static final int FORBIDDEN = 403;
  private static final int OUR_ERROR = 500;

  @Inject private PartnerInbox inbox;

  /**
   * Stores a message before anybody acts on it.
   *
   * @param claim lasts as long as the caller is at it
   * @return its key, and the answer where the same was answered before
   * @throws ProblemException 409 where its number has asked for something else or was put away, 503
   *     while a server is at it
   */
  Taken take(SoapNote note, SoapMessage message, SoapMessage.Content content, ServerClaim claim) {
    String id = content.messageId();
    Taken taken =
        inbox.take(
            note.sender().partner(),
            new Incoming(
                id == null || id.isBlank() || id.length() > 100 ? "— " + UUID.randomUUID() : id,
                note.service(),
                content.operation().getLocalPart(),
                message.version().name(),
                note.type(),
                PasswordBlank.of(note.request()),
                PayloadDigest.of(message.envelope())),
            claim);
    if (!taken.verdict().isAllowed()) {
      Refusal refusal = taken.verdict().refusals().get(0);
      String kind = refusal.code().substring(refusal.code().lastIndexOf('.') + 1);
      throw new ProblemException(
          kind.equals("message-underway") ? Problem.of(BUSY, kind, 5) : Problem.of(CONFLICT, kind));
    }
    return taken;
  }

  /** The stored answer, in the version that is asked for now. */
  static SoapReply again(Answer answer, Version asked) {
    Version then = Version.valueOf(answer.version());
    if (then == asked) {
      return new SoapReply(200, answer.type(), Map.of(), answer.body(), null);
    }
    String body =
        new String(answer.body(), StandardCharsets.UTF_8)
            .replace(then.namespace(), asked.namespace());
    return new SoapReply(
        200,
        asked.type() + ";charset=utf-8",
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8),
        null);
  }

  /** It is answered. */
  void answered(long id, Version version, SoapReply reply) {
    inbox.answered(id, new Answer(version.name(), reply.type(), reply.body()));
  }

  /** It is not answered: refused, kept for somebody to look at, or left to be tried again. */
  void failed(long id, Problem problem) {
    if (problem.status() >= OUR_ERROR) {
      inbox.put(id, MessageState.RECEIVED, told(problem));
    } else if (problem.kind().equals("validation")) {
      inbox.put(
          id,
          MessageState.QUARANTINED,
          problem.refusals().stream()
              .map(one -> one.field() + ": " + one.code().replaceFirst(".*\\.", ""))
              .collect(Collectors.joining("; ")));
    } else {
      inbox.put(id, MessageState.REFUSED, told(problem));
    }
  }

  /**
   * The same for a message that was taken up again: nobody sends it once more, so what is no
   * judgement on what it asks leaves it in quarantine.
   */
  void takenUpInVain(long id, Problem problem) {
    if (problem.status() >= OUR_ERROR || problem.status() == FORBIDDEN) {
      inbox.put(id, MessageState.QUARANTINED, told(problem));
    } else {
      failed(id, problem);
    }
  }

  /** A code as people and REST read it. */
  private static String told(Problem problem) {
    return SoapFaults.code(problem).toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
