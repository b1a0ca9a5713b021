package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** The gateway of the government on its pages. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class GatewayJourneyIT {

  private static final String SENIOR = "gateway-senior";

  private TestServer server;
  private WebDriver browser;
  private Album album;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    album = new Album(browser, "gateway");
    Staff.appoint(server, SENIOR, Role.SEN);
  }

  @Test
  @DisplayName("GOV-23 a message of the gateway is shown as it was sent, without its password")
  void gateway() throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "INSERT INTO gateway_message (id, uuid, direction, channel, message_id, service_id, state,"
              + " original, sha256, answer, answer_code, attempts, created_by, created_at) VALUES"
              + " (NEXTVAL(gateway_seq), UUID(), 'OUT', 'SYNC', UUID(), 'JOURNEY', 'ANSWERED',"
              + " '<sender><password>secret</password></sender>', UNHEX(SHA2('x', 256)), '<b/>',"
              + " 'SCSS001', 1, ?, NOW(6))",
          SENIOR);
    }
    Staff.signIn(browser, server, SENIOR);
    open("/correspondence/gateway.xhtml");
    assertThat(browser.findElement(By.id("send")).isEnabled()).as("not set up").isFalse();
    album.picture("gateway");
    open("/office/list.xhtml?list=gateway-messages");
    browser.findElement(By.cssSelector("a[href*='gateway-message.xhtml?id=']")).click();
    Staff.until(browser).until(page -> !page.findElements(By.id("original")).isEmpty());
    assertThat(browser.findElement(By.id("original")).getText())
        .contains("<sender>")
        .doesNotContain("secret");
    album.picture("message");
  }

  private void open(String address) {
    browser.get(server.url() + address);
  }
}
