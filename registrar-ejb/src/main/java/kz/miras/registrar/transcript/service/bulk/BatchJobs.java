package kz.miras.registrar.transcript.service.bulk;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * The jobs that do the acts of batches. What is left is in the database, so that a job that ended
 * with its node needs no memory of its own: the next one takes what it finds.
 */
@ApplicationScoped
class BatchJobs {

  /** Who has done nothing for so long works no more: longer than five documents ever take. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  @Inject private BatchRows rows;
  @Inject private BatchStore store;
  @Inject private UniversityTime time;

  void start(UUID batch) {
    Properties parameters = new Properties();
    parameters.setProperty("batch", batch.toString());
    BatchRuntime.getJobOperator().start("issue-documents", parameters);
  }

  /** Goes on with what nobody works on; of several nodes one takes each. */
  void resumeSilent() {
    Instant since = time.now().minus(SILENCE);
    for (UUID batch : rows.silent(since)) {
      if (store.claim(batch, since, time.now())) {
        start(batch);
      }
    }
  }
}
