package kz.miras.registrar.ministry;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayMessage;

/** The temporary storage of files of the stand-in. */
final class GatewayStubStorage {

  private static final String NAMESPACE = "http://egov.bee.kz/eds/tempstorage/v2/";

  /** Content as base64, and name, by identifier. */
  private final Map<String, String[]> files = new ConcurrentHashMap<>();

  byte[] answer(GatewayMessage message, OffsetDateTime now) {
    String asked = message.payload().content();
    String told;
    if (asked.contains(">UPLOAD<")) {
      String identifier = UUID.randomUUID().toString();
      files.put(identifier, new String[] {named(asked, "content"), named(asked, "name")});
      told =
          "<uploadResponse><uploadFileResults><fileIdentifier>"
              + identifier
              + "</fileIdentifier></uploadFileResults></uploadResponse>";
    } else {
      String identifier = named(asked, "fileIdentifiers");
      String[] file = files.get(identifier);
      told =
          file == null
              ? "<downloadResponse><status><code>NOT_FOUND</code><message>no such file"
                  + "</message></status></downloadResponse>"
              : "<downloadResponse><fileDownloadResults><fileIdentifier>"
                  + identifier
                  + "</fileIdentifier><content>"
                  + file[0]
                  + "</content><meta><name>"
                  + file[1]
                  + "</name><mime>application/octet-stream</mime></meta></fileDownloadResults>"
                  + "</downloadResponse>";
    }
    return ("<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Header/><S:Body>"
            + "<t:SendMessageResponse xmlns:t=\"http://bip.bee.kz/SyncChannel/v10/Types\"><response>"
            + "<responseInfo><messageId>"
            + UUID.randomUUID()
            + "</messageId><correlationId>"
            + message.messageId()
            + "</correlationId><responseDate>"
            + now
            + "</responseDate><status><code>SCSS000</code><message>OK</message></status>"
            + "</responseInfo><responseData><data><tempStorageResponse xmlns=\""
            + NAMESPACE
            + "\">"
            + told
            + "</tempStorageResponse></data></responseData></response></t:SendMessageResponse>"
            + "</S:Body></S:Envelope>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String named(String text, String name) {
    Matcher found = Pattern.compile("<(?:\\w+:)?" + name + "(?:\\s[^>]*)?>([^<]*)<").matcher(text);
    return found.find() ? found.group(1) : "";
  }
}
