package kz.miras.registrar.frame.ws;

import kz.miras.registrar.access.service.partner.AnswerKey;
import kz.miras.registrar.frame.ws.SoapMessage.Version;
import kz.miras.registrar.shared.EnvelopeSignature;
import kz.miras.registrar.shared.SafeXml;
import org.w3c.dom.Document;

/** Signs the body of an answer in the profile its requests are signed in. */
final class AnswerSignature {

  private AnswerSignature() {}

  /** The envelope with its body signed. */
  static byte[] sign(byte[] envelope, Version version, AnswerKey.Pair pair) {
    Document document = XmlTrees.read(envelope);
    EnvelopeSignature.sign(document, version.namespace(), pair.key(), pair.certificate());
    return SafeXml.write(document);
  }
}
