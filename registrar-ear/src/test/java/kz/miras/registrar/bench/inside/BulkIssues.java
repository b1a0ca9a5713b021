package kz.miras.registrar.bench.inside;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.BatchChoice;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.service.bulk.BatchStore;
import kz.miras.registrar.transcript.service.bulk.BatchWork;

/**
 * Transcripts of a batch, from the second signature to the stored file: numbered, made with their
 * twins, signed digitally; against the PDF library laying out the same pages filled in before. Then
 * a batch of a thousand, with the memory in use after each quarter.
 */
final class BulkIssues {

  private static final int ROUNDS = 3;
  private static final int LANES = 4;
  private static final int PART = 5;

  private final BatchStore store;
  private final BatchWork work;
  private final Transcripts bare;
  private final Connection administrator;
  private final PrintWriter out;

  BulkIssues(
      BatchStore store,
      BatchWork work,
      Transcripts bare,
      Connection administrator,
      PrintWriter out) {
    this.store = store;
    this.work = work;
    this.bare = bare;
    this.administrator = administrator;
    this.out = out;
  }

  /** Rounds of a quarter of the size, then one of all. */
  void run(int size) throws Exception {
    List<Long> students = students(size);
    List<Long> quarter = students.subList(0, students.size() / 4);
    bare.prepare(quarter);
    issue(quarter.subList(0, Math.min(20, quarter.size())));
    bare.bare();
    Meter meter = new Meter(administrator, out);
    for (int round = 0; round < ROUNDS; round++) {
      UUID batch = prepared(quarter);
      meter.measure("product", quarter.size(), quarter.size(), () -> sign(batch));
      meter.measure("bare", quarter.size(), quarter.size(), bare::bare);
    }
    for (int part = 0; part < 4; part++) {
      issue(students.subList(part * students.size() / 4, (part + 1) * students.size() / 4));
      out.printf("# after %d documents %d MiB in use%n", (part + 1) * students.size() / 4, used());
      out.flush();
    }
  }

  private void issue(List<Long> students) throws Exception {
    sign(prepared(students));
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
                    students,
                    "senior",
                    Instant.now(),
                    null))
            .uuid();
    lanes(batch);
    return batch;
  }

  private long sign(UUID batch) throws Exception {
    long begin = System.nanoTime();
    if (!store.sign(batch, "director", Set.of(Role.DIR), Instant.now())) {
      throw new IllegalStateException("the batch was not prepared to its end");
    }
    lanes(batch);
    long nanos = System.nanoTime() - begin;
    long left =
        new Tables(administrator)
            .number(
                "SELECT COUNT(*) FROM document_batch_line l JOIN document_batch b ON b.id ="
                    + " l.batch_id JOIN issued_document d ON d.id = l.document_id WHERE b.uuid = '"
                    + batch
                    + "' AND d.status <> 'ISSUED'");
    if (left > 0) {
      throw new IllegalStateException(left + " were not issued");
    }
    return nanos;
  }

  private void lanes(UUID batch) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(LANES);
    try {
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < LANES; i++) {
        int lane = i;
        working.add(
            threads.submit(
                () -> {
                  boolean more = true;
                  while (more) {
                    more = work.part(batch, lane, LANES, PART);
                  }
                }));
      }
      for (Future<?> one : working) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
    work.end(batch);
  }

  private List<Long> students(int size) throws SQLException {
    List<Long> ids = new ArrayList<>();
    new Tables(administrator)
        .column(
            "SELECT s.id FROM student s WHERE s.status = 'GRADUATED' AND EXISTS (SELECT 1 FROM"
                + " achievement a WHERE a.student_id = s.id) ORDER BY s.id LIMIT "
                + size)
        .forEach(id -> ids.add(((Number) id).longValue()));
    return ids;
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
