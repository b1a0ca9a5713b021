package kz.miras.registrar.correspondence.service.mailbox;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks into the mailbox of the office every two minutes, where the environment names one. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailboxTimer {

  private static final Logger LOG = Logger.getLogger(MailboxTimer.class.getName());

  @Inject private Mailbox mailbox;

  @Schedule(hour = "*", minute = "*/2", second = "20", persistent = false)
  void take() {
    Optional<MailboxSettings> settings = MailboxSettings.of(System.getenv());
    if (settings.isEmpty()) {
      return;
    }
    try {
      mailbox.run(settings.get());
    } catch (MessagingException e) {
      LOG.log(Level.WARNING, "The mailbox does not answer, mail waits: {0}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Mail is left to the next turn", e);
    }
  }
}
