package kz.miras.registrar.bench.inside;

import java.io.PrintWriter;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.transcript.TranscriptPart;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.SignatureDesk;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * Transcripts one by one, as they are asked for at a counter: prepared by one person and signed by
 * another through the services a screen calls, up to the stored file; against the PDF library
 * laying out the same pages. A third of the size in each of three rounds.
 */
final class SingleIssues {

  private static final int ROUNDS = 3;

  /** Not counted: it is asked about a server that has served for a while. */
  private static final int FIRST = 300;

  private final DocumentDesk desk;
  private final SignatureDesk signing;
  private final SecurityIdentity senior;
  private final SecurityIdentity director;
  private final IssuedPages pages;
  private final Connection administrator;
  private final PrintWriter out;

  SingleIssues(
      DocumentDesk desk,
      SignatureDesk signing,
      SecurityIdentity senior,
      SecurityIdentity director,
      IssuedPages pages,
      Connection administrator,
      PrintWriter out) {
    this.desk = desk;
    this.signing = signing;
    this.senior = senior;
    this.director = director;
    this.pages = pages;
    this.administrator = administrator;
    this.out = out;
  }

  void run(int size) throws Exception {
    List<Long> students = IssuedPages.graduates(administrator, Math.max(1, size / ROUNDS));
    List<String> numbers = new ArrayList<>();
    for (long student : students) {
      numbers.add(
          (String)
              new Tables(administrator)
                  .column("SELECT student_no FROM student WHERE id = " + student)
                  .get(0));
    }
    pages.fill(students);
    IssuedPages.lanes(FIRST, at -> issue(numbers.get(at % numbers.size())));
    pages.layOut();
    Meter meter = new Meter(administrator, out);
    for (int round = 0; round < ROUNDS; round++) {
      int documents = numbers.size();
      meter.measure(
          "product",
          documents,
          documents,
          () -> IssuedPages.lanes(documents, at -> issue(numbers.get(at))));
      meter.measure("bare", documents, documents, pages::layOut);
    }
    out.printf("# %d documents a round%n", numbers.size());
    pages.forget();
  }

  private void issue(String student) throws Exception {
    UUID document =
        senior.runAs(
            (Callable<UUID>)
                () ->
                    desk.prepare(
                        student,
                        List.of(Language.RU),
                        1,
                        "bench",
                        TranscriptPart.WHOLE,
                        UUID.randomUUID().toString()));
    director.runAs(
        (Callable<Void>)
            () -> {
              signing.sign(document);
              return null;
            });
  }
}
