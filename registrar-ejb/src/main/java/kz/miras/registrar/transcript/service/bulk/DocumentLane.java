package kz.miras.registrar.transcript.service.bulk;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** One of the lanes of the job that does the act of a batch. */
@Named
@Dependent
public class DocumentLane extends AbstractBatchlet {

  /** Lines read at a time: after so many it is seen that the batch was paused. */
  private static final int PART = 5;

  @Inject @BatchProperty private String batch;
  @Inject @BatchProperty private String lane;
  @Inject @BatchProperty private String lanes;
  @Inject private BatchWork work;

  private volatile boolean stopped;

  @Override
  public String process() {
    UUID uuid = UUID.fromString(batch);
    while (!stopped && work.part(uuid, Integer.parseInt(lane), Integer.parseInt(lanes), PART)) {
      // the next lines
    }
    work.end(uuid);
    return stopped ? "STOPPED" : "COMPLETED";
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
