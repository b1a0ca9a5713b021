package kz.miras.registrar.attestation.service;

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
import kz.miras.registrar.attestation.service.rating.ControlReminders;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * SHT-26, RAT-9. Reminds teachers of their sheets and of controls taken alone, once every hour of
 * whoever is to be reminded and was not yet: a server that was down in the morning does it later.
 * Which hours are the time for it the rules say.
 */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReminderTimer {

  private static final Logger LOG = Logger.getLogger(ReminderTimer.class.getName());

  @Inject private SheetReminders reminders;
  @Inject private ControlReminders controls;
  @Inject private UniversityTime time;

  @Schedule(hour = "*", minute = "7", second = "35", persistent = false)
  void remind() {
    LocalTime at = LocalTime.ofInstant(time.now(), time.zone());
    each(() -> reminders.remind(at));
    each(() -> controls.remind(at));
  }

  private static void each(Runnable reminding) {
    try {
      reminding.run();
    } catch (RuntimeException e) {
      // another node may have been first: then nobody is left to be reminded in an hour
      LOG.log(Level.WARNING, "Teachers are reminded in an hour again", e);
    }
  }
}
