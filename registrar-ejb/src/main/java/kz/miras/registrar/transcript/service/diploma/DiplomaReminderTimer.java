package kz.miras.registrar.transcript.service.diploma;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * DIP-12. Tells of last days of diplomas from the morning on; a server that was down then does it
 * when it starts.
 */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DiplomaReminderTimer {

  private static final Logger LOG = Logger.getLogger(DiplomaReminderTimer.class.getName());
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  @Inject private DiplomaReminders reminders;
  @Inject private UniversityTime time;

  @Schedule(hour = "*", minute = "9,39", second = "20", persistent = false)
  void remind() {
    if (LocalTime.ofInstant(time.now(), time.zone()).isBefore(MORNING)) {
      return;
    }
    try {
      reminders.remind();
    } catch (RuntimeException e) {
      // another node may have been first: then nothing is left to be told of in half an hour
      LOG.log(Level.WARNING, e, () -> "Last days of diplomas are told of in half an hour again");
    }
  }
}
