package kz.miras.registrar.correspondence.service;

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

/** Reminds of letters in the morning of each day; a server that starts later catches up. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LetterReminderTimer {

  private static final Logger LOG = Logger.getLogger(LetterReminderTimer.class.getName());
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  @Inject private LetterReminders reminders;
  @Inject private UniversityTime time;

  @Schedule(hour = "*", minute = "*/15", second = "50", persistent = false)
  void remind() {
    if (LocalTime.ofInstant(time.now(), time.zone()).isBefore(MORNING)) {
      return;
    }
    try {
      reminders.remind();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Reminders of letters are left to the next turn", e);
    }
  }
}
