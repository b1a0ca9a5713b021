package kz.miras.registrar.achievement.service.integrity;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.shared.service.Again;
import kz.miras.registrar.shared.service.UniversityTime;

/** INT-1 to INT-6. Makes the report of the last month on the first night after it. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IntegrityTimer {

  private static final Logger LOG = Logger.getLogger(IntegrityTimer.class.getName());

  @Inject private IntegrityReports reports;
  @Inject private UniversityTime time;

  /** Every night, so that a night without a server is made up for; two servers make it once. */
  @Schedule(hour = "4", minute = "17", persistent = false)
  void make() {
    YearMonth last = YearMonth.from(time.today()).minusMonths(1);
    try {
      Again.race(() -> reports.make(last));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "The integrity report of " + last + " is left to tomorrow");
    }
  }
}
