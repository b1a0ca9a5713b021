package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** A student lets a program read the own record, and no more; and takes it back. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class OwnTokenJourneyIT {

  private TestServer server;

  @Test
  @DisplayName("SUB-6 a program reads of a student what was granted, until it is revoked")
  void grantedAndRevoked(TestServer running, WebDriver browser)
      throws IOException, InterruptedException {
    server = running;
    FormPage form = new FormPage(browser);
    Album album = new Album(browser, "own-tokens");
    Staff.signIn(browser, server.url(), "student", "student-Demo1");
    browser.get(server.url() + "/access/my-tokens.xhtml");
    form.press("grant");
    assertThat(form.problem("name")).isNotEmpty();
    form.fill("name", "Планировщик");
    browser.findElement(By.cssSelector("#scopes input[value='STUDENTS_READ']")).click();
    browser.findElement(By.cssSelector("#scopes input[value='RESULTS_READ']")).click();
    form.press("grant");
    String token = browser.findElement(By.id("token")).getText();
    assertThat(token).startsWith("rgt_");
    album.picture("granted");

    assertThat(read(token, "/students/me").statusCode()).isEqualTo(200);
    assertThat(read(token, "/students/me").body()).contains("\"birthDate\":null");
    assertThat(read(token, "/students/me/results").statusCode()).isEqualTo(200);
    assertThat(read(token, "/students/me/transcript").statusCode()).isEqualTo(403);
    assertThat(read(token, "/courses").statusCode()).isEqualTo(403);
    assertThat(read(token, "/students").statusCode()).as("nobody else's").isEqualTo(403);
    assertThat(read(token, "/students/2500001").statusCode()).isEqualTo(404);
    assertThat(read(token + "x", "/students/me").statusCode()).isEqualTo(401);

    browser.get(server.url() + "/access/my-tokens.xhtml");
    assertThat(browser.findElements(By.id("token"))).as("shown once").isEmpty();
    album.dark();
    album.picture("list-dark");
    WebElement revoke = browser.findElement(By.cssSelector("#tokens input[id$=revoke]"));
    revoke.click();
    browser.switchTo().alert().accept();
    Staff.awaitGone(browser, revoke);
    browser.get(server.url() + "/access/my-tokens.xhtml");
    assertThat(browser.findElements(By.cssSelector("#tokens tr.off"))).isNotEmpty();
    assertThat(read(token, "/students/me").statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> read(String token, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
