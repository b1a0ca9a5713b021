package kz.miras.registrar.frame.ws;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.xml.ws.WebServiceContext;
import jakarta.xml.ws.handler.MessageContext;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kz.miras.registrar.access.partner.DataGroup;
import kz.miras.registrar.access.partner.PartnerCalls;
import kz.miras.registrar.access.partner.PartnerTerms;
import kz.miras.registrar.frame.ws.SoapMessage.Version;
import kz.miras.registrar.frame.ws.contract.LocalizedText;
import kz.miras.registrar.frame.ws.contract.ResponseHeader;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.UniversityTime;

/** One message inside an endpoint: the endpoint does what it asks, failures leave as faults. */
public final class SoapCall {

  private static final String KEY = SoapCall.class.getName();

  private final Version version;
  private final String messageId;
  private final Language language;
  private final PartnerTerms terms;
  private Problem problem;

  private SoapCall(Version version, String messageId, Language language, PartnerTerms terms) {
    this.version = version;
    this.messageId = messageId;
    this.language = language;
    this.terms = terms;
  }

  /** Keeps with the request what the border has read of the message. */
  static SoapCall begin(
      HttpServletRequest request,
      Version version,
      String messageId,
      Language language,
      PartnerTerms terms) {
    SoapCall call = new SoapCall(version, messageId, language, terms);
    request.setAttribute(KEY, call);
    return call;
  }

  /** What has failed, if anything. */
  Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  /**
   * Insists that the terms of the sender name data its message is about.
   *
   * @throws ProblemException 403 where they do not
   */
  public static void insist(WebServiceContext context, DataGroup group) {
    SoapSender.refuse(PartnerCalls.data(of(context).terms, group));
  }

  /** Whether the terms of the sender name data. */
  public static boolean allows(WebServiceContext context, DataGroup group) {
    return PartnerCalls.data(of(context).terms, group).isAllowed();
  }

  private static SoapCall of(WebServiceContext context) {
    HttpServletRequest request =
        (HttpServletRequest) context.getMessageContext().get(MessageContext.SERVLET_REQUEST);
    return (SoapCall) request.getAttribute(KEY);
  }

  /** Does what a message asks; whatever is thrown leaves as a fault that tells nothing inside. */
  public static <T> T answer(WebServiceContext context, Supplier<T> deed) {
    SoapCall call = of(context);
    try {
      return deed.get();
    } catch (RuntimeException | LinkageError e) {
      call.problem = Failures.problem(e);
      throw SoapFaults.exception(call.version, call.problem, call.messageId, call.language);
    }
  }

  /** The header of an answer. */
  public static ResponseHeader reply(String to, UniversityTime time) {
    ResponseHeader header = new ResponseHeader();
    header.setMessageId(UUID.randomUUID().toString());
    header.setInReplyTo(to);
    header.setResponseDate(time.now().atZone(time.zone()).toOffsetDateTime());
    return header;
  }

  /** A text in the three languages. */
  public static LocalizedText text(String key) {
    LocalizedText text = new LocalizedText();
    text.setKk(Messages.text(Language.KK, key));
    text.setRu(Messages.text(Language.RU, key));
    text.setEn(Messages.text(Language.EN, key));
    return text;
  }
}
