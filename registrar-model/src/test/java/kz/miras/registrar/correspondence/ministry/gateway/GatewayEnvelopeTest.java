package kz.miras.registrar.correspondence.ministry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayPayload.Convention;
import kz.miras.registrar.shared.RegistrarException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Envelopes of the gateway in their exact shapes. */
class GatewayEnvelopeTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2193-09-01T10:00:01+05:00");

  private static GatewayMessage message(GatewayChannel channel, GatewayPayload payload) {
    return new GatewayMessage(
        channel,
        "0f8fad5b-d9cb-469f-a165-70867728950e",
        null,
        "MIRAS_REGISTRAR_TRANSCRIPT",
        channel == GatewayChannel.ASYNC ? GatewayMessage.Kind.REQUEST : null,
        NOW,
        "miras",
        "secret",
        Map.of("lang", "ru"),
        payload);
  }

  private static String written(GatewayMessage message) {
    return new String(GatewayEnvelope.write(message), StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("GOV-20 of a synchronous message only the operation is in a namespace")
  void synchronous() {
    assertThat(written(message(GatewayChannel.SYNC, GatewayPayload.text("<a/>"))))
        .isEqualTo(
            "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Header/><S:Body>"
                + "<t:SendMessage xmlns:t=\"http://bip.bee.kz/SyncChannel/v10/Types\"><request>"
                + "<requestInfo><messageId>0f8fad5b-d9cb-469f-a165-70867728950e</messageId>"
                + "<serviceId>MIRAS_REGISTRAR_TRANSCRIPT</serviceId>"
                + "<messageDate>2193-09-01T10:00:01+05:00</messageDate><sender><senderId>miras"
                + "</senderId><password>secret</password></sender><properties><key>lang</key>"
                + "<value>ru</value></properties></requestInfo><requestData>"
                + "<data xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"xs:string\">"
                + "&lt;a/&gt;</data></requestData></request></t:SendMessage></S:Body></S:Envelope>");
  }

  @Test
  @DisplayName("GOV-20 the asynchronous channel calls its parts otherwise and names the kind")
  void asynchronous() {
    assertThat(written(message(GatewayChannel.ASYNC, null)))
        .contains(
            "<t:sendMessage xmlns:t=\"http://bip.bee.kz/AsyncChannel/v10/Types\"><request>"
                + "<messageInfo>")
        .contains("<messageType>REQUEST</messageType><messageDate>")
        .endsWith("<messageData/></request></t:sendMessage></S:Body></S:Envelope>");
  }

  @Test
  @DisplayName("GOV-21 all three conventions come back as they were written")
  void conventions() {
    GatewayPayload text = GatewayPayload.text("<r xmlns=\"urn:x\">ә</r>");
    GatewayPayload parameters =
        GatewayPayload.parameters("GBDFL", Map.of("iin", List.of("991231500016", "2")));
    GatewayPayload inline = GatewayPayload.inline("urn:x#getFile", "<f><id>7</id></f>");
    assertThat(back(text)).isEqualTo(text);
    assertThat(back(parameters)).isEqualTo(parameters);
    assertThat(written(message(GatewayChannel.SYNC, inline)))
        .contains("xmlns:q1=\"urn:x\"", "xsi:type=\"q1:getFile\"><id>7</id></data>");
    assertThat(back(inline).type()).isEqualTo("urn:x#getFile");
    assertThat(back(inline).convention()).isEqualTo(Convention.INLINE);
    assertThatThrownBy(() -> GatewayPayload.inline("getFile", "<f/>"))
        .isInstanceOf(RegistrarException.Refused.class);
  }

  private static GatewayPayload back(GatewayPayload payload) {
    return GatewayEnvelope.read(GatewayEnvelope.write(message(GatewayChannel.SYNC, payload)))
        .payload();
  }

  @Test
  @DisplayName("GOV-20 an answer and a fault are told apart, with code and words")
  void answers() {
    GatewayMessage asked = message(GatewayChannel.SYNC, null);
    GatewayEnvelope.Answer answer =
        GatewayEnvelope.answer(GatewayEnvelope.acknowledge(asked, "receipt-1", NOW));
    assertThat(answer.code()).isEqualTo("SCSS001");
    assertThat(answer.messageId()).isEqualTo("receipt-1");
    assertThat(answer.correlationId()).isEqualTo(asked.messageId());
    GatewayEnvelope.Answer fault =
        GatewayEnvelope.answer(
            GatewayEnvelope.fault(GatewayChannel.SYNC, true, "SCE004", "no such service", NOW));
    assertThat(fault.fault()).isTrue();
    assertThat(fault.code()).isEqualTo("SCE004");
    assertThat(fault.text()).isEqualTo("no such service");
  }

  @Test
  @DisplayName("GOV-23 no document type, and GOV-20 nothing that is no message of the gateway")
  void refused() {
    assertThat(code("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"))
        .isEqualTo("ministry.gateway.unreadable");
    assertThat(code("no XML")).isEqualTo("ministry.gateway.unreadable");
    assertThat(code("<a/>")).isEqualTo("ministry.gateway.malformed");
    assertThat(
            code(
                written(message(GatewayChannel.SYNC, null))
                    .replace("<serviceId>MIRAS_REGISTRAR_TRANSCRIPT</serviceId>", "")))
        .isEqualTo("ministry.gateway.malformed");
  }

  private static String code(String envelope) {
    try {
      GatewayEnvelope.read(envelope.getBytes(StandardCharsets.UTF_8));
      return "read";
    } catch (RegistrarException.Refused refused) {
      return refused.code();
    }
  }

  @Test
  @DisplayName(
      "GOV-20 a property is as long as the gateway takes; no password is told by a message")
  void properties() {
    GatewayMessage one = message(GatewayChannel.SYNC, null);
    assertThat(one.toString()).doesNotContain("secret");
    GatewayMessage wide =
        new GatewayMessage(
            one.channel(),
            one.messageId(),
            null,
            one.serviceId(),
            null,
            NOW,
            "miras",
            null,
            Map.of("k".repeat(31), "v"),
            null);
    assertThatThrownBy(() -> GatewayEnvelope.write(wide))
        .isInstanceOf(RegistrarException.Refused.class);
  }
}
