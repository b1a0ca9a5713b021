package kz.miras.registrar.frame.ws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jvnet.mimepull.MIMEMessage;
import org.jvnet.mimepull.MIMEParsingException;
import org.jvnet.mimepull.MIMEPart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A message packed for MTOM as one envelope: each part stands as base64 where the envelope includes
 * it, which is also what its signature is about.
 */
final class MtomParts {

  private static final QName INCLUDE =
      new QName("http://www.w3.org/2004/08/xop/include", "Include");
  private static final int MOST = 20;

  private MtomParts() {}

  /**
   * The envelope alone.
   *
   * @throws ProblemException 400 where parts are missing, too many, or included by nobody
   */
  static SoapMessage unpack(SoapMessage.Version version, MediaType type, byte[] body) {
    String boundary =
        type.parameter("boundary")
            .orElseThrow(() -> new ProblemException(Problem.of(415, "soap-media-type")));
    try (MIMEMessage message = new MIMEMessage(new ByteArrayInputStream(body), boundary)) {
      List<MIMEPart> parts = message.getAttachments();
      if (parts.isEmpty() || parts.size() > MOST) {
        throw new ProblemException(Problem.of(400, "attachments"));
      }
      MIMEPart root = root(parts, type.parameter("start").orElse(""));
      byte[] envelope = root.readOnce().readAllBytes();
      if (parts.size() == 1) {
        return new SoapMessage(version, envelope, false);
      }
      Map<String, byte[]> contents = new HashMap<>();
      for (MIMEPart part : parts) {
        if (part != root) {
          contents.put(bare(part.getContentId()), part.readOnce().readAllBytes());
        }
      }
      return new SoapMessage(version, inlined(envelope, contents), true);
    } catch (MIMEParsingException | IOException e) {
      throw new ProblemException(Problem.of(400, "malformed"));
    }
  }

  private static MIMEPart root(List<MIMEPart> parts, String start) {
    return parts.stream()
        .filter(part -> !start.isEmpty() && bare(part.getContentId()).equals(bare(start)))
        .findFirst()
        .orElse(parts.get(0));
  }

  private static byte[] inlined(byte[] envelope, Map<String, byte[]> contents) {
    // read first by the parser that refuses what is forbidden
    Document document = XmlTrees.read(envelope);
    int included = 0;
    for (Element include : XmlTrees.all(document.getDocumentElement())) {
      if (!INCLUDE.getLocalPart().equals(include.getLocalName())
          || !INCLUDE.getNamespaceURI().equals(include.getNamespaceURI())) {
        continue;
      }
      String href = include.getAttribute("href");
      byte[] content =
          href.startsWith("cid:")
              ? contents.get(URLDecoder.decode(href.substring(4), StandardCharsets.UTF_8))
              : null;
      if (content == null) {
        throw new ProblemException(Problem.of(400, "attachments"));
      }
      include
          .getParentNode()
          .replaceChild(
              document.createTextNode(Base64.getEncoder().encodeToString(content)), include);
      included++;
    }
    if (included != contents.size()) {
      throw new ProblemException(Problem.of(400, "attachments"));
    }
    return XmlTrees.write(document);
  }

  private static String bare(String id) {
    String text = id == null ? "" : id.strip();
    return text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
  }
}
