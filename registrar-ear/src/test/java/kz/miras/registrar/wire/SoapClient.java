package kz.miras.registrar.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An organisation's program that speaks SOAP by hand, so that it can also speak it wrongly. */
final class SoapClient {

  static final String SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
  static final String SOAP12 = "http://www.w3.org/2003/05/soap-envelope";

  static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

  /** With its seconds always: the standard's text leaves them out where they are zero. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String login;
  private final String password;
  private final Map<String, String> headers = new LinkedHashMap<>();

  SoapClient(String base, String login, String password) {
    this.base = base;
    this.login = login;
    this.password = password;
  }

  /** Sends a header of HTTP with every message. */
  SoapClient with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Header of an own message, sent now. */
  String header(UUID message) {
    return header(message, OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
  }

  String header(UUID message, OffsetDateTime sent) {
    return "<messageHeader><c:messageId>"
        + message
        + "</c:messageId><c:messageDate>"
        + sent.format(MOMENT)
        + "</c:messageDate><c:partnerId>"
        + login
        + "</c:partnerId><c:language>ru</c:language></messageHeader>";
  }

  /** Sends an operation with its contents by SOAP 1.1. */
  HttpResponse<String> call(String service, String operation, String contents) {
    return send(service, SOAP11, envelope(SOAP11, service, operation, contents, security()));
  }

  HttpResponse<String> call12(String service, String operation, String contents) {
    return send(service, SOAP12, envelope(SOAP12, service, operation, contents, security()));
  }

  String envelope(String soap, String service, String operation, String contents, String security) {
    String namespace = "https://registrar.miras.edu.kz/ws/" + service + "/v1";
    return "<s:Envelope xmlns:s=\""
        + soap
        + "\"><s:Header>"
        + security
        + "</s:Header><s:Body><"
        + operation
        + " xmlns=\""
        + namespace
        + "\" xmlns:c=\"https://registrar.miras.edu.kz/ws/common/v1\">"
        + contents
        + "</"
        + operation
        + "></s:Body></s:Envelope>";
  }

  String security() {
    return "<w:Security xmlns:w=\""
        + WSSE
        + "\"><w:UsernameToken><w:Username>"
        + login
        + "</w:Username><w:Password>"
        + password
        + "</w:Password></w:UsernameToken></w:Security>";
  }

  HttpResponse<String> send(String service, String soap, String body) {
    return send(
        service,
        soap.equals(SOAP12) ? "application/soap+xml; charset=utf-8" : "text/xml; charset=utf-8",
        body.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> send(String service, String type, byte[] body) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + "/api/soap/" + service + "/v1"))
              .header("Content-Type", type)
              .header("SOAPAction", "\"\"")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body));
      headers.forEach(request::header);
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the university has for the organisation. */
  String outgoing() {
    return call("correspondence", "listOutgoing", header(UUID.randomUUID())).body();
  }

  HttpResponse<String> get(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(base + path)).GET().build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Text of the first element of a name, whatever its prefix. */
  static Optional<String> text(String xml, String name) {
    Matcher found =
        Pattern.compile("<(?:\\w+:)?" + name + "(?: [^>]*)?>([^<]*)</(?:\\w+:)?" + name + ">")
            .matcher(xml);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
