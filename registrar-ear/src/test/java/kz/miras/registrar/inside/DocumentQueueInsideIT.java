package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.DocumentRequestScene.transcript;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentReceiver;
import kz.miras.registrar.transcript.DocumentRequestStatus;
import kz.miras.registrar.transcript.IssueDeadline.Nearness;
import kz.miras.registrar.transcript.service.DocumentQueue;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;
import kz.miras.registrar.transcript.service.SignatureQueue;
import kz.miras.registrar.transcript.service.SigningRun;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The office's queue of documents, in the container. */
@InsideTest
class DocumentQueueInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(DocumentQueueInsideIT.class, DocumentRequestScene.class, Soon.class);
  }

  @Test
  @DisplayName(
      "DOC-47 DOC-48 the queue tells what is late and due today; the director signs what was chosen,"
          + " and another person receives it by power of attorney")
  void queued() throws Exception {
    DocumentRequestScene who = DocumentRequestScene.student("STUDYING");
    Stored late = who.ask(transcript(DocumentDelivery.HAND));
    Stored soon = who.ask(transcript(DocumentDelivery.POST));
    due(late, "UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE");
    String junior = Scene.holding("JUN");
    DocumentQueue queue = Inside.bean(DocumentQueue.class);
    assertThat(Inside.as(junior, () -> queue.find("заявкин drq" + who.id()))).hasSize(1);
    List<DocumentQueue.Line> lines =
        Inside.as(junior, queue::lines).stream()
            .filter(line -> line.student().equals(who.uuid()))
            .toList();
    assertThat(lines)
        .extracting(DocumentQueue.Line::uuid)
        .containsExactly(late.uuid(), soon.uuid());
    assertThat(lines.get(0).nearness()).isEqualTo(Nearness.LATE);
    UUID first = DocumentRequestScene.prepare(late);
    UUID second = DocumentRequestScene.prepare(soon);
    String director = Scene.holding("DIR");
    SignatureQueue signatures = Inside.bean(SignatureQueue.class);
    assertThat(Inside.as(director, signatures::toSign))
        .extracting(SignatureQueue.ToSign::uuid)
        .contains(first, second);
    assertThat(Inside.refused(director, () -> signatures.begin(List.of())))
        .as("nothing chosen asks for a choice")
        .containsExactly("transcript.queue.choose");
    SigningRun run = Inside.as(director, () -> signatures.begin(List.of(first, second)));
    Soon.isSo("both are signed", run::ended);
    assertThat(run.outcomes())
        .extracting(SigningRun.Outcome::document, SigningRun.Outcome::signed)
        .containsExactlyInAnyOrder(tuple(first, true), tuple(second, true));
    assertThat(Inside.as(director, signatures::run)).contains(run);
    assertThat(Inside.refused(director, () -> signatures.begin(List.of(first))))
        .as("signed already")
        .containsExactly("transcript.queue.gone");
    DocumentReceipts receipts = Inside.bean(DocumentReceipts.class);
    assertThat(
            Inside.refused(
                junior,
                () -> receipts.handOver(first, new DocumentReceiver("card", "Aunt", null, null))))
        .containsExactly("transcript.receiver.proxy");
    LocalDate today = Scene.today();
    Inside.act(
        junior, () -> receipts.handOver(first, new DocumentReceiver("card", "Aunt", "7", today)));
    Inside.act(junior, () -> receipts.send(second, "RR 1 KZ"));
    assertThat(who.now(late).status()).isEqualTo(DocumentRequestStatus.HANDED_OUT);
    assertThat(who.now(soon).status()).isEqualTo(DocumentRequestStatus.SENT);
    assertThat(
            Scene.text(
                "SELECT CONCAT(received_by, ' ', proxy_no) FROM issued_document WHERE uuid = ?",
                first.toString()))
        .isEqualTo("Aunt 7");
    who.leave();
  }

  private static void due(Stored request, String moment) throws Exception {
    Scene.change(
        "UPDATE document_request SET due_at = " + moment + " WHERE uuid = ?",
        request.uuid().toString());
  }
}
