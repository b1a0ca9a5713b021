package kz.miras.registrar.correspondence.ministry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import kz.miras.registrar.shared.RegistrarException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is asked about messages, and files of the storage, in their exact shapes. */
class GatewayQueryTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2193-09-01T10:00:01+05:00");
  private static final String TYPES = "http://bip.bee.kz/AsyncChannel/v10/Types";

  private static byte[] envelope(String content) {
    return ("<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Header/><S:Body>"
            + content
            + "</S:Body></S:Envelope>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] envelope) {
    return new String(envelope, StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("GOV-20 what waits is asked for in the order of the gateway's types")
  void waiting() {
    assertThat(text(GatewayQuery.waiting("S", 20, "miras", "secret", NOW)))
        .contains(
            "<t:getMessages xmlns:t=\""
                + TYPES
                + "\"><request><requestDate>2193-09-01T10:00:01+05:00</requestDate><serviceId>S"
                + "</serviceId><sender><senderId>miras</senderId><password>secret</password></sender>"
                + "<amount>20</amount></request></t:getMessages>");
    List<GatewayMessage> messages =
        GatewayQuery.messages(
            envelope(
                "<t:getMessagesResponse xmlns:t=\""
                    + TYPES
                    + "\"><response><responseDate>2193-09-01T10:00:01+05:00</responseDate>"
                    + "<sessionId>x</sessionId><messages><messageInfo><correlationId>m-1"
                    + "</correlationId><serviceId>S</serviceId><messageType>RESPONSE</messageType>"
                    + "<messageDate>2193-09-01T10:00:01+05:00</messageDate><sender><senderId>g"
                    + "</senderId></sender></messageInfo><messageData><data>&lt;a/&gt;</data>"
                    + "</messageData></messages></response></t:getMessagesResponse>"));
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).correlationId()).isEqualTo("m-1");
    assertThat(messages.get(0).messageId()).as("its own where it brings none").isNotBlank();
    assertThat(messages.get(0).payload()).isEqualTo(GatewayPayload.text("<a/>"));
  }

  @Test
  @DisplayName("GOV-25 how a message stands is asked, told, and read whoever begins")
  void standing() {
    assertThat(text(GatewayQuery.standing("m-1", "miras", null, NOW)))
        .contains(
            "<request><messageId>m-1</messageId><requestDate>2193-09-01T10:00:01+05:00"
                + "</requestDate><sender><senderId>miras</senderId></sender></request>");
    String status =
        "<status><statusCode>1</statusCode><statusMessage>stopped</statusMessage><statusDate>"
            + NOW
            + "</statusDate></status>";
    GatewayQuery.Standing asked =
        GatewayQuery.standing(
            envelope(
                "<t:getMessageStatusResponse xmlns:t=\""
                    + TYPES
                    + "\"><response><messageState>DELIVERY_STOPPED</messageState>"
                    + status
                    + "</response></t:getMessageStatusResponse>"));
    assertThat(asked.delivery().isLost()).isTrue();
    assertThat(asked.text()).isEqualTo("stopped");
    byte[] told =
        envelope(
            "<c:changeMassageStatusNotification xmlns:c=\""
                + TYPES
                + "/Client\"><request><notification><notificationId>n-1</notificationId><messageId>"
                + "m-1</messageId><messageState>DELIVERED</messageState>"
                + status
                + "</notification></request></c:changeMassageStatusNotification>");
    assertThat(GatewayQuery.isStanding(told)).isTrue();
    assertThat(GatewayQuery.told(told))
        .isEqualTo(
            new GatewayQuery.Standing("n-1", "m-1", GatewayQuery.Delivery.DELIVERED, "stopped"));
    assertThat(text(GatewayQuery.acknowledge(GatewayQuery.namespace(told), NOW, "{s}")))
        .contains(
            "<t:changeMassageStatusNotificationResponse xmlns:t=\""
                + TYPES
                + "/Client\"><response>");
    assertThatThrownBy(() -> GatewayQuery.told(text(told).replace("DELIVERED", "LOST").getBytes()))
        .isInstanceOf(RegistrarException.Refused.class);
  }

  @Test
  @DisplayName("GOV-25 a message that was kept is told to have arrived")
  void arrived() {
    GatewayMessage message =
        new GatewayMessage(
            GatewayChannel.ASYNC, "m-2", null, "S", null, NOW, "g", null, null, null);
    assertThat(text(GatewayQuery.arrived(message, "miras", null, NOW)))
        .contains(
            "<request><notification><messageId>m-2</messageId><serviceId>S</serviceId>"
                + "<notificationDate>"
                + NOW
                + "</notificationDate><deliveryStatus><receiveStatus>RECEIVED</receiveStatus>"
                + "<statusDate>"
                + NOW
                + "</statusDate><resendMessage>false</resendMessage></deliveryStatus></notification>"
                + "<requestDate>");
  }

  @Test
  @DisplayName("GOV-26 a file is put into the storage, and its identifier or its bytes are read")
  void files() {
    GatewayPayload put =
        GatewayFile.put("p-1", "a.pdf", "application/pdf", new byte[] {1, 2}, 1, "miras", "s");
    assertThat(put.content())
        .contains(
            "tempStorageRequest xmlns=\"http://egov.bee.kz/eds/tempstorage/v2/\"",
            "<type>UPLOAD</type><uploadRequest><fileUploadRequests><fileProcessIdentifier>p-1"
                + "</fileProcessIdentifier><name>a.pdf</name><content>AQI=</content><mime>"
                + "application/pdf</mime><lifeTime>86400000</lifeTime>"
                + "<needToBeConfirmed>false</needToBeConfirmed></fileUploadRequests></uploadRequest>"
                + "<credentials>");
    assertThat(
            GatewayFile.identifier(
                GatewayPayload.inline(
                    "urn:x#r", "<data><r><fileIdentifier>f-1</fileIdentifier></r></data>")))
        .isEqualTo("f-1");
    GatewayFile.Stored stored =
        GatewayFile.stored(
            GatewayPayload.inline(
                "urn:x#r",
                "<data><x:r xmlns:x=\"urn:y\"><x:fileIdentifier>f-1</x:fileIdentifier><x:content>"
                    + "AQI=</x:content><x:meta><x:name>a.pdf</x:name></x:meta></x:r></data>"));
    assertThat(stored.content()).containsExactly(1, 2);
    assertThat(stored.name()).isEqualTo("a.pdf");
    assertThatThrownBy(
            () ->
                GatewayFile.stored(
                    GatewayPayload.inline("urn:x#r", "<data><message>gone</message></data>")))
        .isInstanceOf(RegistrarException.Refused.class);
  }
}
