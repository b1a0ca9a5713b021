package kz.miras.registrar.frame.ws;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import kz.miras.registrar.access.partner.CallRecord;
import kz.miras.registrar.access.partner.SignatureFinding;
import kz.miras.registrar.access.service.partner.CallJournal.Content;
import kz.miras.registrar.frame.ws.SoapMessage.Version;
import kz.miras.registrar.frame.ws.SoapSender.Sender;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;

/** What is known of a call while it lasts, for the journal and for a fault. */
final class SoapNote {

  private final HttpServletRequest call;
  private final String service;
  private final Instant at;
  private final long begun = System.nanoTime();
  private byte[] request = {};
  private SoapMessage.Content content;
  private Sender sender;
  private SignatureFinding signature = SignatureFinding.NONE;

  SoapNote(HttpServletRequest call, String service, Instant at) {
    this.call = call;
    this.service = service;
    this.at = at;
  }

  void came(byte[] body) {
    request = body.clone();
  }

  void read(SoapMessage.Content read) {
    content = read;
    signature = read.signed() ? SignatureFinding.UNCHECKED : SignatureFinding.NONE;
  }

  void sentBy(Sender known) {
    sender = known;
  }

  void found(SignatureFinding finding) {
    signature = finding;
  }

  byte[] request() {
    return request.clone();
  }

  String type() {
    return call.getContentType();
  }

  String address() {
    return call.getRemoteAddr();
  }

  String service() {
    return service;
  }

  /** Who has sent it; null where nobody has proved to. */
  Sender sender() {
    return sender;
  }

  Version version() {
    return SoapMessage.versionOf(call);
  }

  String messageId() {
    return content == null ? null : content.messageId();
  }

  Language language() {
    return content == null || content.language() == null
        ? Languages.preferred(call.getHeader("Accept-Language"))
        : content.language();
  }

  /** What is kept of it: of nobody known nothing but that there was a call. */
  Content kept(SoapReply reply) {
    return sender == null
        ? new Content(null, null, null, null)
        : new Content(call.getContentType(), PasswordBlank.of(request), reply.type(), reply.body());
  }

  /** The call as the journal keeps it. */
  CallRecord record(SoapReply reply, Content kept) {
    boolean known = content != null;
    return new CallRecord(
        service,
        known ? content.operation().getLocalPart() : null,
        messageId(),
        known ? content.correlationId() : null,
        known ? content.purpose() : null,
        version().name(),
        address(),
        sender == null ? null : sender.proof(),
        signature,
        at,
        (int) Duration.ofNanos(System.nanoTime() - begun).toMillis(),
        reply.fault(),
        request.length,
        checksum(kept.request()),
        reply.body().length,
        checksum(kept.answer()));
  }

  private static String checksum(byte[] bytes) {
    return bytes == null ? null : HexFormat.of().formatHex(Checksum.sha256(bytes));
  }
}
