package kz.miras.registrar.frame.ws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import kz.miras.registrar.shared.SafeXml;
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

  /** How the bytes of an envelope stand in their part: as they are, for whoever keeps them. */
  private static final Set<String> PLAIN = Set.of("7bit", "8bit", "binary");

  private MtomParts() {}

  /**
   * The envelope alone.
   *
   * @throws ProblemException 400 where parts are missing, too many, or not included just once
   */
  static SoapMessage unpack(SoapMessage.Version version, MediaType type, byte[] body) {
    String boundary =
        type.parameter("boundary")
            .orElseThrow(() -> new ProblemException(Problem.of(415, "soap-media-type")));
    try (MIMEMessage message = new MIMEMessage(new ByteArrayInputStream(body), boundary)) {
      List<MIMEPart> parts = message.getAttachments();
      if (parts.isEmpty() || parts.size() > MOST || !areNamedApart(parts)) {
        throw new ProblemException(Problem.of(400, "attachments"));
      }
      MIMEPart root = root(parts, type.parameter("start").orElse(""));
      if (!PLAIN.contains(encoding(root))) {
        throw new ProblemException(Problem.of(400, "attachments"));
      }
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
      return new SoapMessage(version, inlined(version, envelope, contents), true);
    } catch (MIMEParsingException | IOException e) {
      throw new ProblemException(Problem.of(400, "malformed"));
    }
  }

  /** The parser gives all parts of one id the content of one of them. */
  private static boolean areNamedApart(List<MIMEPart> parts) {
    return parts.stream().map(part -> bare(part.getContentId())).distinct().count() == parts.size();
  }

  private static MIMEPart root(List<MIMEPart> parts, String start) {
    return parts.stream()
        .filter(part -> !start.isEmpty() && bare(part.getContentId()).equals(bare(start)))
        .findFirst()
        .orElse(parts.get(0));
  }

  private static String encoding(MIMEPart part) {
    List<String> said = part.getHeader("Content-Transfer-Encoding");
    return said == null || said.isEmpty() ? "binary" : said.get(0).strip().toLowerCase(Locale.ROOT);
  }

  private static byte[] inlined(
      SoapMessage.Version version, byte[] envelope, Map<String, byte[]> contents) {
    // nobody has signed in yet: what is too deep or forbidden does not become a tree
    SoapReader.read(new SoapMessage(version, envelope, false));
    Document document = XmlTrees.read(envelope);
    for (Element include : XmlTrees.all(document.getDocumentElement())) {
      if (!INCLUDE.getLocalPart().equals(include.getLocalName())
          || !INCLUDE.getNamespaceURI().equals(include.getNamespaceURI())) {
        continue;
      }
      // a part is included once: a small envelope must not become a large one
      byte[] content = contents.remove(id(include.getAttribute("href")));
      if (content == null) {
        throw new ProblemException(Problem.of(400, "attachments"));
      }
      include
          .getParentNode()
          .replaceChild(
              document.createTextNode(Base64.getEncoder().encodeToString(content)), include);
    }
    if (!contents.isEmpty()) {
      throw new ProblemException(Problem.of(400, "attachments"));
    }
    return SafeXml.write(document);
  }

  /** The id an address names (RFC 2392); null where it names none. */
  private static String id(String href) {
    try {
      // a plus sign is one of the id, not a blank
      return href.startsWith("cid:")
          ? URLDecoder.decode(href.substring(4).replace("+", "%2B"), StandardCharsets.UTF_8)
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String bare(String id) {
    String text = id == null ? "" : id.strip();
    return text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
  }
}
