package kz.miras.registrar.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.provider.Arguments;

/** Envelopes that are wrong by mistake or by malice, each with the fault it has to get. */
final class WrongMessages {

  static final String TEXT = "text/xml; charset=utf-8";
  private static final String SOAP12 = "application/soap+xml; charset=utf-8";

  private final PartnerScene scene;
  private final SoapClient client;

  WrongMessages(PartnerScene scene) {
    this.scene = scene;
    this.client = scene.client();
  }

  String letter(String header) {
    return header
        + "<number>1</number><date>2026-11-20</date><subject>S</subject><text>T</text>"
        + "<sender>O</sender>";
  }

  String sound() {
    return sound(client.header(UUID.randomUUID()));
  }

  private String sound(String header) {
    return client.envelope(
        SoapClient.SOAP11, "correspondence", "submitLetter", letter(header), client.security());
  }

  static Arguments of(String what, String code, String type, byte[] body) {
    return Arguments.of(what, code, type, body);
  }

  private static Arguments of(String what, String code, String message) {
    return of(what, code, TEXT, message.getBytes(StandardCharsets.UTF_8));
  }

  private static String entities() {
    StringBuilder text = new StringBuilder("<!DOCTYPE l [<!ENTITY a \"ha\">");
    for (char next = 'b'; next < 'k'; next++) {
      String before = "&" + (char) (next - 1) + ";";
      text.append("<!ENTITY ").append(next).append(" \"").append(before.repeat(10)).append("\">");
    }
    return text + "]>";
  }

  static String file(String name, String type, String sha256, String content) {
    return "<file><name>"
        + name
        + "</name><mediaType>"
        + type
        + "</mediaType><sha256>"
        + sha256
        + "</sha256><content>"
        + content
        + "</content></file>";
  }

  String with(String more) {
    return sound().replace("</sender>", "</sender>" + more);
  }

  private String at(OffsetDateTime moment) {
    return sound(client.header(UUID.randomUUID(), moment));
  }

  Stream<Arguments> envelopes() {
    return Stream.of(
        of(
            "XXE by file",
            "DTD_FORBIDDEN",
            "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + sound().replace(">T<", ">&x;<")),
        of(
            "XXE by network",
            "DTD_FORBIDDEN",
            "<!DOCTYPE s [<!ENTITY x SYSTEM \"http://127.0.0.1:1/\">]>"
                + sound().replace(">T<", ">&x;<")),
        of(
            "XXE by parameter",
            "DTD_FORBIDDEN",
            "<!DOCTYPE s [<!ENTITY % p SYSTEM \"file:///etc/hostname\">%p;]>" + sound()),
        of("a document type and nothing else", "DTD_FORBIDDEN", "<!DOCTYPE s>" + sound()),
        of("laughs", "DTD_FORBIDDEN", entities() + sound().replace(">T<", ">&j;<")),
        of("an undeclared entity", "MALFORMED", sound().replace(">T<", ">&x;<")),
        of(
            "deep nesting",
            "TOO_DEEP",
            sound()
                .replace(
                    "<text>T</text>", "<text>" + "<d>".repeat(50) + "</d>".repeat(50) + "</text>")),
        of("many attributes", "TOO_DEEP", sound().replace("<text>", "<text " + attributes() + ">")),
        of("bytes of UTF-16", "SOAP_MEDIA_TYPE", TEXT, sound().getBytes(StandardCharsets.UTF_16)),
        of(
            "a declared Latin-1",
            "SOAP_MEDIA_TYPE",
            "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + sound()),
        of(
            "a declared UTF-7",
            "MALFORMED|SOAP_MEDIA_TYPE",
            "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + sound()),
        of(
            "another charset said",
            "SOAP_MEDIA_TYPE",
            "text/xml; charset=windows-1251",
            sound().getBytes(Charset.forName("windows-1251"))),
        of("broken UTF-8", "MALFORMED", TEXT, broken(sound())),
        of("a control character", "MALFORMED", sound().replace(">T<", ">\u0001<")),
        of("two bodies", "MALFORMED", sound().replace("</s:Body>", "</s:Body><s:Body/>")),
        of(
            "two entries of the body",
            "MALFORMED",
            sound().replace("</s:Body>", "<x xmlns=\"urn:x\"/></s:Body>")),
        of(
            "an empty body",
            "MALFORMED",
            sound().replaceAll("(?s)<s:Body>.*</s:Body>", "<s:Body/>")),
        of("cut off", "MALFORMED", sound().substring(0, 600)),
        of("nothing", "MALFORMED", ""),
        of("no body", "MALFORMED", sound().replaceAll("(?s)<s:Body>.*</s:Body>", "")),
        of("something after the end", "MALFORMED", sound() + "<more/>"),
        of(
            "a header after the body",
            "MALFORMED",
            sound().replace("</s:Body>", "</s:Body><s:Header/>")),
        of("another envelope", "VERSION_MISMATCH", sound().replace(SoapClient.SOAP11, "urn:s")),
        of("packed without saying so", "MALFORMED", TEXT, packed(sound())),
        of(
            "a file included from the disk",
            "VALIDATION",
            sound()
                .replace(
                    ">T<",
                    "><i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" parse=\"text\""
                        + " href=\"file:///etc/passwd\"/><")));
  }

  Stream<Arguments> contents() {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    String zeros = "0".repeat(64);
    String program = Base64.getEncoder().encodeToString("MZ\0\0".getBytes(StandardCharsets.UTF_8));
    return Stream.of(
        of(
            "SOAP 1.2 said, 1.1 sent",
            "VERSION_MISMATCH",
            SOAP12,
            sound().getBytes(StandardCharsets.UTF_8)),
        of("JSON", "SOAP_MEDIA_TYPE", "application/json", "{}".getBytes(StandardCharsets.UTF_8)),
        of(
            "an operation of another service",
            "UNKNOWN_OPERATION",
            sound().replace("submitLetter", "getTranscript")),
        of(
            "an operation of another namespace",
            "UNKNOWN_OPERATION",
            sound().replace("/ws/correspondence/v1", "/ws/correspondence/v9")),
        of(
            "a header that has to be understood",
            "MUST_UNDERSTAND",
            sound()
                .replace(
                    "<s:Header>", "<s:Header><q:Q xmlns:q=\"urn:q\" s:mustUnderstand=\"1\"/>")),
        of(
            "no sign-in",
            "USERNAME_TOKEN",
            sound().replaceAll("(?s)<w:Security.*</w:Security>", "")),
        of(
            "two tokens",
            "USERNAME_TOKEN",
            sound()
                .replace(
                    "</w:UsernameToken>",
                    "</w:UsernameToken><w:UsernameToken><w:Username>x</w:Username><w:Password>y</w:Password></w:UsernameToken>")),
        of(
            "a digest of the password",
            "PASSWORD_TEXT",
            sound()
                .replace(
                    "<w:Password>",
                    "<w:Password Type=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest\">")),
        of(
            "another partner",
            "OTHER_PARTNER",
            sound().replace("<c:partnerId>" + scene.login(), "<c:partnerId>partner")),
        of("a clock behind", "MESSAGE_EXPIRED", at(now.minusMinutes(20))),
        of("a clock ahead", "MESSAGE_EXPIRED", at(now.plusMinutes(20))),
        of(
            "a moment that is none",
            "VALIDATION",
            sound().replaceAll("<c:messageDate>[^<]*", "<c:messageDate>yesterday")),
        of(
            "an id that is none",
            "VALIDATION",
            sound().replaceAll("<c:messageId>[^<]*", "<c:messageId>1 OR 1=1")),
        of("no id", "VALIDATION", sound().replaceAll("<c:messageId>[^<]*</c:messageId>", "")),
        of(
            "a subject without end",
            "VALIDATION",
            sound().replace(">S<", ">" + "S".repeat(201) + "<")),
        of(
            "a type off the list",
            "VALIDATION",
            with(file("a.exe", "application/x-msdownload", zeros, program))),
        of(
            "a program said to be PDF",
            "CHECKSUM_MISMATCH|UNSUPPORTED_MEDIA",
            with(file("a.pdf", "application/pdf", zeros, program))),
        of(
            "no base64",
            "VALIDATION",
            with(file("a.pdf", "application/pdf", zeros, "<<<".replace("<", "%")))),
        of(
            "too many files",
            "VALIDATION",
            with(file("a.pdf", "application/pdf", zeros, program).repeat(11))),
        of("bulk", "TOO_LARGE", TEXT, new byte[13 * 1024 * 1024]),
        of(
            "a moment beyond calendars",
            "VALIDATION",
            sound().replaceAll("<c:messageDate>[^<]*", "<c:messageDate>20260-11-30T12:00:00Z")),
        of(
            "a moment split too finely",
            "VALIDATION",
            sound().replaceAll("(<c:messageDate>[^<]*)Z<", "$1.12345678901234567890Z<")),
        of(
            "a type of the sender's own",
            "VALIDATION",
            sound()
                .replace(
                    "<text>",
                    "<text xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " i:type=\"c:MessageHeader\">")),
        of("an element nobody knows", "VALIDATION", with("<secret>1</secret>")),
        of("an element twice", "VALIDATION", with("<sender>O</sender>")),
        of("a day that is none", "VALIDATION", sound().replace("2026-11-20", "2026-02-30")),
        of(
            "an account nobody has",
            "CREDENTIALS",
            sound().replace("<w:Username>" + scene.login(), "<w:Username>nobody-at-all")),
        of(
            "an operation nobody has",
            "UNKNOWN_OPERATION",
            sound().replace("submitLetter", "deleteLetter")));
  }

  private static byte[] packed(String message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
      packing.write(message.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] broken(String message) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    bytes[message.indexOf(">T<") + 1] = (byte) 0xC3;
    return bytes;
  }

  private static String attributes() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      many.append(" a").append(i).append("=\"1\"");
    }
    return many.toString();
  }
}
