package kz.miras.registrar.bench.inside;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.BatchChoice;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.service.bulk.BatchMember;
import kz.miras.registrar.transcript.service.bulk.BatchStore;
import kz.miras.registrar.transcript.service.bulk.BatchWork;

/**
 * Transcripts of a batch, from the last signature to the stored file: numbered, made with their
 * twins, signed digitally; against the PDF library laying out the same pages filled in before. A
 * third of the size in each of three rounds; then as many once more without a baseline, with the
 * memory in use while it goes on, which must not grow with the documents.
 */
final class BulkIssues {

  private static final int ROUNDS = 3;
  private static final int PART = 5;
  private static final int FIRST = 20;

  private final BatchStore store;
  private final BatchWork work;
  private final IssuedPages pages;
  private final Connection administrator;
  private final PrintWriter out;

  BulkIssues(
      BatchStore store,
      BatchWork work,
      IssuedPages pages,
      Connection administrator,
      PrintWriter out) {
    this.store = store;
    this.work = work;
    this.pages = pages;
    this.administrator = administrator;
    this.out = out;
  }

  void run(int size) throws Exception {
    List<Long> third = IssuedPages.graduates(administrator, Math.max(1, size / ROUNDS));
    pages.fill(third);
    sign(prepared(third.subList(0, Math.min(FIRST, third.size()))));
    pages.layOut();
    Meter meter = new Meter(administrator, out);
    for (int round = 0; round < ROUNDS; round++) {
      UUID batch = prepared(third);
      meter.measure("product", third.size(), third.size(), () -> sign(batch));
      meter.measure("bare", third.size(), third.size(), pages::layOut);
    }
    out.printf("# %d documents a round%n", third.size());
    pages.forget();
    memory(IssuedPages.graduates(administrator, size), size);
  }

  /** Batches until as many are issued; memory after each quarter of them. */
  private void memory(List<Long> students, int size) throws Exception {
    long begun = issued();
    long[] used = new long[5];
    used[0] = Memory.used();
    for (int done = 0; done < size; done += students.size()) {
      UUID batch = prepared(students.subList(0, Math.min(students.size(), size - done)));
      ExecutorService beside = Executors.newSingleThreadExecutor();
      try {
        Future<Long> signing = beside.submit(() -> sign(batch));
        while (!ended(signing)) {
          int quarter = (int) Math.min(4, (issued() - begun) * 4 / size);
          if (quarter > 0 && used[quarter] == 0) {
            used[quarter] = told(quarter * size / 4);
          }
        }
        signing.get();
      } finally {
        beside.shutdownNow();
      }
    }
    used[4] = told(size);
    Memory.expectFlat("documents", used[1], used[4]);
  }

  private long told(int documents) {
    long used = Memory.used();
    out.printf("# after %d documents %d MiB in use%n", documents, used);
    out.flush();
    return used;
  }

  private static boolean ended(Future<?> work) throws InterruptedException {
    try {
      work.get(1, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (java.util.concurrent.ExecutionException e) {
      return true;
    }
  }

  private UUID prepared(List<Long> students) throws Exception {
    UUID batch =
        store
            .begin(
                new BatchStore.Begun(
                    DocumentKind.TRANSCRIPT,
                    "ru",
                    "bench",
                    new BatchChoice(StudentStatus.GRADUATED, "bench", null),
                    students.stream().map(BatchMember::student).toList(),
                    "senior",
                    Instant.now(),
                    null))
            .uuid();
    lanes(batch);
    if (count(batch, "l.document_id IS NOT NULL") < students.size()) {
      throw new IllegalStateException("a batch was not prepared to its end");
    }
    return batch;
  }

  private long sign(UUID batch) throws Exception {
    long lines = count(batch, "TRUE");
    long begin = System.nanoTime();
    if (!store.sign(batch, "director", Set.of(Role.DIR), Instant.now())) {
      throw new IllegalStateException("a batch is busy");
    }
    lanes(batch);
    long nanos = System.nanoTime() - begin;
    if (count(batch, "d.status = 'ISSUED'") < lines) {
      throw new IllegalStateException("a batch was not issued to its end");
    }
    return nanos;
  }

  private long count(UUID batch, String condition) throws SQLException {
    return new Tables(administrator)
        .number(
            "SELECT COUNT(*) FROM document_batch_line l JOIN document_batch b ON b.id ="
                + " l.batch_id LEFT JOIN issued_document d ON d.id = l.document_id WHERE b.uuid = '"
                + batch
                + "' AND "
                + condition);
  }

  private void lanes(UUID batch) throws Exception {
    IssuedPages.lanes(
        IssuedPages.LANES,
        lane -> {
          boolean more = true;
          while (more) {
            more = work.part(batch, lane, IssuedPages.LANES, PART);
          }
        });
    work.end(batch);
  }

  private long issued() throws SQLException {
    return new Tables(administrator)
        .number("SELECT COUNT(*) FROM issued_document WHERE status = 'ISSUED'");
  }
}
