package kz.miras.registrar.correspondence.service.ministry.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GatewayAddressTest {

  @Test
  @DisplayName("GOV-24 a message of the gateway has some megabytes, or as many bytes as are set")
  void largestMessage() {
    assertEquals(8 * 1024 * 1024, GatewayAddress.largestMessage(null));
    assertEquals(20_000_000, GatewayAddress.largestMessage("20000000"));
    assertEquals(64 * 1024, GatewayAddress.largestMessage("1"), "a notification always fits");
  }
}
