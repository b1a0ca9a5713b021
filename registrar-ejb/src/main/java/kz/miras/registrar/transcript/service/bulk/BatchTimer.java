package kz.miras.registrar.transcript.service.bulk;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks for batches whose node has gone, and goes on with them. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchTimer {

  @Inject private BatchJobs jobs;

  @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
  void goOn() {
    jobs.resumeSilent();
  }
}
