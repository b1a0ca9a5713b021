package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.transcript.DocumentReady;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Transcripts of a part of the study, asked for over SOAP. */
@ExtendWith(ServerExtension.class)
class SoapPartIT {

  private static final String YEARS =
      "<part><fromYear>2024/2025</fromYear><toYear>%s</toYear></part>";

  private TestServer server;
  private SoapClient partner;
  private String whole;

  @BeforeEach
  void begin(TestServer running) throws SQLException {
    server = running;
    partner = new SoapClient(server.url(), "partner", "partner-Demo1");
    whole =
        server.text(
            "SELECT CONCAT('<student><fullName>', CONCAT_WS(' ', s.last_name, s.first_name,"
                + " s.patronymic), '</fullName><birthDate>', s.birth_date,"
                + " '</birthDate><studentNumber>', s.student_no, '</studentNumber></student>"
                + "<consentRef>№ 9</consentRef><purpose>Мобильность</purpose><recipient>Вуз"
                + "</recipient><language>ru</language>') FROM student s JOIN programme p ON p.id ="
                + " s.programme_id WHERE "
                + DocumentReady.STUDYING
                + " AND p.school_id = (SELECT g.school_id FROM role_grant g JOIN account a ON a.id"
                + " = g.account_id WHERE a.login = 'partner') ORDER BY s.id LIMIT 1");
  }

  private HttpResponse<String> ask(UUID message, String part) {
    return partner.call("transcript", "requestTranscript", partner.header(message) + whole + part);
  }

  private String requests() throws SQLException {
    return server.text("SELECT COUNT(*) FROM document_request");
  }

  @Test
  @DisplayName("DOC-12 DOC-6 a transcript of some years is asked for, and only so")
  void ofSomeYears() throws SQLException {
    UUID message = UUID.randomUUID();
    HttpResponse<String> asked = ask(message, YEARS.formatted("2025/2026"));
    String number = SoapClient.text(asked.body(), "receiptNumber").orElseThrow();
    assertThat(server.text("SELECT details FROM document_request WHERE receipt = '" + number + "'"))
        .contains("2024/2025", "2025/2026");
    assertThat(SoapClient.text(ask(message, YEARS.formatted("2025/2026")).body(), "receiptNumber"))
        .contains(number);
    assertThat(SoapClient.text(ask(message, "").body(), "code"))
        .as("of the whole study it is another request")
        .contains("DUPLICATE_MESSAGE_ID");
    partner.call(
        "transcript",
        "cancelTranscriptRequest",
        partner.header(UUID.randomUUID()) + "<receiptNumber>" + number + "</receiptNumber>");
  }

  @Test
  @DisplayName("DOC-12 DOC-13 a part there cannot be is told, and nothing is asked for")
  void noSuchPart() throws SQLException {
    String before = requests();
    Map<String, String> faults =
        Map.of(
            YEARS.formatted("2020/2021"),
            "REFUSED",
            YEARS.formatted("2025"),
            "VALIDATION",
            "<part><programme>NONE</programme></part>",
            "REFUSED");
    faults.forEach(
        (part, fault) -> {
          HttpResponse<String> refused = ask(UUID.randomUUID(), part);
          assertThat(SoapClient.text(refused.body(), "code")).as(part).contains(fault);
        });
    assertThat(requests()).isEqualTo(before);
  }
}
