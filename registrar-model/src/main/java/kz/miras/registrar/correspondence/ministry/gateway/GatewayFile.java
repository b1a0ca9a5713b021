package kz.miras.registrar.correspondence.ministry.gateway;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * GOV-26. Files of the gateway's temporary storage: a file never travels within a message, which
 * carries the identifier it has got there.
 */
public final class GatewayFile {

  /** The storage in the register of the gateway. */
  public static final String SERVICE = "EDS_TEMP_FILES";

  private static final String NAMESPACE = "http://egov.bee.kz/eds/tempstorage/v2/";

  /** The name of the type of what is asked. */
  private static final String TYPE = NAMESPACE + "#TempStorageRequest";

  private GatewayFile() {}

  /**
   * A file that was read from there.
   *
   * @param name as it was put there; null where the storage does not tell
   */
  public record Stored(String identifier, String name, String mime, byte[] content)
      implements Serializable {}

  /**
   * Asks to keep a file.
   *
   * @param process our own name of the act, by which the answer names the file
   * @param days how long it is kept there
   */
  public static GatewayPayload put(
      String process,
      String name,
      String mime,
      byte[] content,
      int days,
      String sender,
      String password) {
    Document document = GatewayXml.empty();
    Element request = request(document, "UPLOAD");
    Element upload = add(document, add(document, request, "uploadRequest"), "fileUploadRequests");
    add(document, upload, "fileProcessIdentifier").setTextContent(process);
    add(document, upload, "name").setTextContent(name);
    add(document, upload, "content").setTextContent(Base64.getEncoder().encodeToString(content));
    add(document, upload, "mime").setTextContent(mime);
    add(document, upload, "lifeTime").setTextContent(String.valueOf(days * 24L * 60 * 60 * 1000));
    add(document, upload, "needToBeConfirmed").setTextContent("false");
    return payload(document, request, sender, password);
  }

  /** Asks for a file. */
  public static GatewayPayload get(String identifier, String sender, String password) {
    Document document = GatewayXml.empty();
    Element request = request(document, "DOWNLOAD");
    add(document, add(document, request, "downloadRequest"), "fileIdentifiers")
        .setTextContent(identifier);
    return payload(document, request, sender, password);
  }

  /**
   * The identifier a file has got.
   *
   * @throws RegistrarException.Refused where the storage has not kept it, with what it said
   */
  public static String identifier(GatewayPayload answer) {
    Element told = content(answer);
    return text(told, "fileIdentifier").orElseThrow(() -> refused(told));
  }

  /**
   * A file that was asked for.
   *
   * @throws RegistrarException.Refused where the storage has none, with what it said
   */
  public static Stored stored(GatewayPayload answer) {
    Element told = content(answer);
    String encoded = text(told, "content").orElseThrow(() -> refused(told));
    return new Stored(
        text(told, "fileIdentifier").orElse(null),
        text(told, "name").orElse(null),
        text(told, "mime").orElse("application/octet-stream"),
        Base64.getMimeDecoder().decode(encoded));
  }

  private static Element request(Document document, String type) {
    Element data = document.createElementNS(null, "data");
    document.appendChild(data);
    Element request = document.createElementNS(NAMESPACE, "tempStorageRequest");
    data.appendChild(request);
    add(document, request, "type").setTextContent(type);
    return request;
  }

  private static GatewayPayload payload(
      Document document, Element request, String sender, String password) {
    Element credentials = add(document, request, "credentials");
    add(document, credentials, "senderId").setTextContent(sender);
    if (password != null) {
      add(document, credentials, "password").setTextContent(password);
    }
    return GatewayPayload.inline(TYPE, GatewayXml.text(document));
  }

  private static Element add(Document document, Element parent, String name) {
    Element child = document.createElementNS(NAMESPACE, name);
    parent.appendChild(child);
    return child;
  }

  private static Element content(GatewayPayload answer) {
    if (answer == null || answer.content() == null) {
      throw refused(null);
    }
    return GatewayXml.read(answer.content().getBytes(StandardCharsets.UTF_8)).getDocumentElement();
  }

  /** The first text of this name: the storage of the gateway is met with and without namespaces. */
  private static Optional<String> text(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        Optional<String> found =
            name.equals(element.getLocalName())
                ? Optional.of(element.getTextContent().strip())
                : text(element, name);
        if (found.isPresent() && !found.get().isEmpty()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static RuntimeException refused(Element told) {
    String words =
        told == null ? "" : text(told, "message").or(() -> text(told, "code")).orElse("");
    RegistrarException.refuse(
        Verdict.refused(Refusal.of("ministry.gateway.file", "GOV-26", words)));
    return new IllegalStateException("a file that is not there");
  }
}
