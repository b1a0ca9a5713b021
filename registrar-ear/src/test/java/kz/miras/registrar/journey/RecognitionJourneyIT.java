package kz.miras.registrar.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.BrowserExtension;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;

/** Credits of a term abroad: from the partner's file to the decision and its protocol. */
@ExtendWith({ServerExtension.class, BrowserExtension.class})
class RecognitionJourneyIT {

  private static final String SENIOR = "recognition-senior";
  private static final String DIRECTOR = "recognition-director";

  /** Neither the first nor the last: others take theirs from either end. */
  private static final String STUDENT =
      " FROM (SELECT s.uuid, s.birth_date FROM student s WHERE s.status = 'STUDYING' AND"
          + " s.course_year = 2 AND s.birth_date IS NOT NULL ORDER BY s.id LIMIT 1 OFFSET 23) x";

  /** As another university writes it: its own codes and grades, nothing of ours beside it. */
  private static final String ELMO =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">
        <generatedDate>2026-07-01T10:00:00+02:00</generatedDate>
        <learner>
          <citizenship>KZ</citizenship>
          <givenNames>Saule</givenNames>
          <familyName>Akhmetova</familyName>
          <bday>%s</bday>
        </learner>
        <report>
          <issuer>
            <country>DE</country>
            <identifier type="schac">example.de</identifier>
            <title xml:lang="en">University of Examples</title>
            <url>https://example.de</url>
          </issuer>
          <learningOpportunitySpecification>
            <identifier type="local">EX-2026</identifier>
            <title xml:lang="en">Exchange studies</title>
            <type>Degree Programme</type>
            <specifies><learningOpportunityInstance>
              <start>2026-02-01</start>
              <date>2026-06-30</date>
            </learningOpportunityInstance></specifies>
            <hasPart><learningOpportunitySpecification>
              <identifier type="local">MATH-77</identifier>
              <title xml:lang="en">Numerical methods</title>
              <type>Course</type>
              <specifies><learningOpportunityInstance>
                <start>2026-02-01</start>
                <date>2026-06-30</date>
                <status>passed</status>
                <resultLabel>A-</resultLabel>
                <credit><scheme>ECTS</scheme><value>30.0</value></credit>
              </learningOpportunityInstance></specifies>
            </learningOpportunitySpecification></hasPart>
            <hasPart><learningOpportunitySpecification>
              <identifier type="local">LANG-01</identifier>
              <title xml:lang="en">German for beginners</title>
              <type>Course</type>
              <specifies><learningOpportunityInstance>
                <start>2026-02-01</start>
                <date>2026-06-30</date>
                <status>failed</status>
                <resultLabel>5,0</resultLabel>
                <credit><scheme>ECTS</scheme><value>5</value></credit>
              </learningOpportunityInstance></specifies>
            </learningOpportunitySpecification></hasPart>
          </learningOpportunitySpecification>
          <issueDate>2026-07-01T00:00:00+02:00</issueDate>
        </report>
      </elmo>
      """;

  private TestServer server;
  private WebDriver browser;
  private FormPage form;

  @BeforeEach
  void begin(TestServer running, WebDriver chromium) throws SQLException {
    server = running;
    browser = chromium;
    form = new FormPage(browser);
    Staff.appoint(server, SENIOR, Role.SEN);
    Staff.appoint(server, DIRECTOR, Role.DIR);
  }

  @Test
  @DisplayName(
      "REC-9 REC-8 DOC-70 a line of the partner's file fills the form, the file of somebody else is"
          + " told beside it; another person decides, and the decision becomes a protocol")
  void fromThePartnersFile(@TempDir Path folder) throws Exception {
    Album album = new Album(browser, "recognition");
    String born = server.text("SELECT x.birth_date" + STUDENT);
    Path own = Files.writeString(folder.resolve("own.xml"), ELMO.formatted(born));
    Path other = Files.writeString(folder.resolve("other.xml"), ELMO.formatted("1999-12-31"));
    Staff.signIn(browser, server, SENIOR);
    browser.get(
        server.url()
            + "/achievement/recognise.xhtml?student="
            + server.text("SELECT x.uuid" + STUDENT));
    browser.findElement(By.cssSelector("#elmo-part summary")).click();
    browser.findElement(By.id("elmo")).sendKeys(other.toString());
    form.press("read");
    assertThat(browser.findElement(By.cssSelector("#elmo-part .problem")).getText())
        .contains("Akhmetova Saule");
    browser.findElement(By.id("elmo")).sendKeys(own.toString());
    form.press("read");
    assertThat(browser.findElement(By.id("elmo-courses")).getText())
        .contains("Numerical methods", "A-")
        .as("what was failed there")
        .doesNotContain("German");
    Staff.follow(browser, By.cssSelector("#elmo-courses input[type=submit]"));
    assertThat(browser.findElement(By.id("source")).getDomProperty("value"))
        .isEqualTo("Numerical methods");
    assertThat(browser.findElement(By.id("letter")).getDomProperty("value")).isEqualTo("A-");
    assertThat(browser.findElement(By.id("organisation")).getDomProperty("value"))
        .isEqualTo("University of Examples");
    album.picture("taken");
    form.fill("document_no", "EX-26/77");
    form.fill("order_no", "ПК-12");
    form.day("order_on", FormPage.today());
    form.press("ask");
    Staff.awaitStatus(browser, "recognition-status", "REQUESTED");
    String request = browser.getCurrentUrl();

    Staff.signIn(browser, server, DIRECTOR);
    browser.get(request);
    form.press("approve");
    Staff.awaitStatus(browser, "recognition-status", "APPROVED");
    Staff.signIn(browser, server, SENIOR);
    browser.get(request);
    browser.findElement(By.cssSelector("#papers-issue summary")).click();
    album.dark();
    album.picture("protocol");
    form.press("paper-prepare");
    Staff.awaitStatus(browser, "document-status", "PREPARED");
    album.dark();
    album.picture("prepared");
  }
}
