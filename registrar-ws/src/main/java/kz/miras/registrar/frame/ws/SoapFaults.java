package kz.miras.registrar.frame.ws;

import jakarta.xml.soap.Detail;
import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.soap.SOAPElement;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPFactory;
import jakarta.xml.soap.SOAPFault;
import jakarta.xml.soap.SOAPMessage;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import javax.xml.namespace.QName;
import kz.miras.registrar.frame.ws.SoapMessage.Version;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Messages;

/**
 * Tells a problem as a SOAP fault: the same codes and sentences as REST, in all three languages,
 * with the detail {@code serviceFault} of the common schema.
 */
final class SoapFaults {

  /**
   * What the code of a message key is called in the contracts, where it is not that of its kind.
   */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("forbidden", "ACCESS_DENIED"),
          Map.entry("no-program", "ACCESS_DENIED"),
          Map.entry("error.not-found.student", "STUDENT_NOT_FOUND"),
          Map.entry("error.not-found.transcript-request", "REQUEST_NOT_FOUND"),
          Map.entry("transcript.request.ambiguous", "AMBIGUOUS_STUDENT"),
          Map.entry("transcript.request.consent", "CONSENT_REQUIRED"),
          Map.entry("transcript.request.not-ready", "NOT_READY"),
          Map.entry("transcript.request.underway", "ALREADY_IN_PROCESS"),
          Map.entry("transcript.request.other-message", "DUPLICATE_MESSAGE_ID"),
          Map.entry("error.not-found.exchange-case", "REQUEST_NOT_FOUND"),
          Map.entry("error.not-found.outgoing", "REQUEST_NOT_FOUND"),
          Map.entry("access.exchange.transition", "INVALID_STATE_TRANSITION"),
          Map.entry("access.exchange.not-ready", "NOT_READY"),
          Map.entry("access.exchange.forgotten", "MESSAGE_FORGOTTEN"),
          Map.entry("access.exchange.file-large", "ATTACHMENT_TOO_LARGE"),
          Map.entry("access.exchange.files-large", "ATTACHMENT_TOO_LARGE"),
          Map.entry("access.exchange.file-type", "UNSUPPORTED_MEDIA"),
          Map.entry("correspondence.file.type", "UNSUPPORTED_MEDIA"),
          Map.entry("access.exchange.file-checksum", "CHECKSUM_MISMATCH"));

  private SoapFaults() {}

  /** The fault a problem is answered by. */
  static SoapReply reply(Version version, Problem problem, String messageId, Language language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      SOAPMessage message = MessageFactory.newInstance(protocol(version)).createMessage();
      message.getSOAPHeader().detachNode();
      fill(message.getSOAPBody().addFault(), version, problem, messageId, language);
      message.writeTo(out);
    } catch (SOAPException | IOException e) {
      throw new IllegalStateException("a fault cannot be written", e);
    }
    return new SoapReply(
        status(problem, version),
        version.type() + ";charset=utf-8",
        problem.headers(),
        out.toByteArray(),
        code(problem));
  }

  /** The same fault, for the SOAP runtime to answer with. */
  static SOAPFaultException exception(
      Version version, Problem problem, String messageId, Language language) {
    try {
      SOAPFault fault = SOAPFactory.newInstance(protocol(version)).createFault();
      fill(fault, version, problem, messageId, language);
      return new SOAPFaultException(fault);
    } catch (SOAPException e) {
      throw new IllegalStateException("a fault cannot be made", e);
    }
  }

  private static String protocol(Version version) {
    return version == Version.SOAP12
        ? SOAPConstants.SOAP_1_2_PROTOCOL
        : SOAPConstants.SOAP_1_1_PROTOCOL;
  }

  /** By SOAP 1.2, part 2, 7.5.2.2; in SOAP 1.1 every fault is 500 (6.2). */
  private static int status(Problem problem, Version version) {
    return switch (problem.status()) {
      case 413, 415 -> problem.status();
      default -> version == Version.SOAP12 && problem.status() < 500 ? 400 : 500;
    };
  }

  private static void fill(
      SOAPFault fault, Version version, Problem problem, String messageId, Language language)
      throws SOAPException {
    fault.setFaultCode(faultCode(version, problem));
    String reason = text(problem, language);
    if (version == Version.SOAP12) {
      fault.addFaultReasonText(reason, language.locale());
    } else {
      fault.setFaultString(reason, language.locale());
    }
    Detail detail = fault.addDetail();
    SOAPElement told = detail.addChildElement(name("serviceFault"));
    add(told, "code", code(problem));
    add(told, "category", category(problem));
    texts(told, new Refusal(problem.message(), "", "", problem.args()));
    if (messageId != null && messageId.length() <= 100) {
      add(told, "messageId", messageId);
    }
    add(told, "retryable", String.valueOf(isRetryable(problem)));
    for (Refusal refusal : problem.refusals()) {
      SOAPElement violation = told.addChildElement(name("violation"));
      add(violation, "path", refusal.field());
      add(violation, "code", CODES.getOrDefault(refusal.code(), upper(lastPart(refusal.code()))));
      texts(violation, refusal);
    }
  }

  private static void texts(SOAPElement parent, Refusal refusal) throws SOAPException {
    add(parent, "messageKk", Messages.text(Language.KK, refusal));
    add(parent, "messageRu", Messages.text(Language.RU, refusal));
    add(parent, "messageEn", Messages.text(Language.EN, refusal));
  }

  private static String text(Problem problem, Language language) {
    Refusal only = problem.refusals().size() == 1 ? problem.refusals().get(0) : null;
    return only != null && problem.kind().equals("refused")
        ? Messages.text(language, only)
        : Messages.text(language, new Refusal(problem.message(), "", "", problem.args()));
  }

  private static QName faultCode(Version version, Problem problem) {
    String part =
        switch (problem.kind()) {
          case "must-understand" -> "MustUnderstand";
          case "version-mismatch" -> "VersionMismatch";
          default ->
              version == Version.SOAP12
                  ? problem.status() < 500 ? "Sender" : "Receiver"
                  : problem.status() < 500 ? "Client" : "Server";
        };
    return new QName(version.namespace(), part);
  }

  /** The code of a problem, as the contracts call it. */
  static String code(Problem problem) {
    if (problem.refusals().size() == 1 && CODES.containsKey(problem.refusals().get(0).code())) {
      return CODES.get(problem.refusals().get(0).code());
    }
    return CODES.getOrDefault(
        problem.message(), CODES.getOrDefault(problem.kind(), upper(problem.kind())));
  }

  private static String category(Problem problem) {
    return switch (problem.status()) {
      case 400, 405, 406, 413, 415 -> "VALIDATION";
      case 401, 403 -> "SECURITY";
      case 404, 422 -> "BUSINESS";
      case 409 -> "CONFLICT";
      case 429, 503 -> "TEMPORARY";
      default -> problem.status() < 500 ? "VALIDATION" : "INTERNAL";
    };
  }

  private static boolean isRetryable(Problem problem) {
    return problem.status() == 429
        || problem.status() >= 500
        || problem.message().equals("transcript.request.not-ready");
  }

  private static String lastPart(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  private static String upper(String kind) {
    return kind.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static QName name(String local) {
    return new QName(SoapReader.COMMON, local, "c");
  }

  private static void add(SOAPElement parent, String local, String text) throws SOAPException {
    parent.addChildElement(name(local)).addTextNode(text);
  }
}
