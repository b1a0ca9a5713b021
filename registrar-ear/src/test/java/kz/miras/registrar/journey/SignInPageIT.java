package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebDriver;

@ExtendWith({ServerExtension.class, BrowserExtension.class})
class SignInPageIT {

  @Test
  @DisplayName("a visitor sees the sign-in page")
  void aVisitorSeesTheSignInPage(TestServer server, WebDriver browser) {
    browser.get(server.url() + "/sign-in.xhtml");
    assertThat(browser.getTitle()).isNotBlank();
  }
}
