package kz.miras.registrar.access.service.mail;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Sends mail every minute where the environment names a mail server; else nothing is gathered. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailTimer {

  private static final Logger LOG = Logger.getLogger(MailTimer.class.getName());

  @Inject private MailPost post;

  /** Whether the environment names a mail server. */
  static boolean isConfigured() {
    String host = System.getenv("REGISTRAR_MAIL_HOST");
    return host != null && !host.isBlank();
  }

  @Schedule(hour = "*", minute = "*", second = "35", persistent = false)
  void send() {
    if (!isConfigured()) {
      return;
    }
    try {
      Session session = InitialContext.doLookup("java:jboss/mail/Registrar");
      post.run(session);
    } catch (NamingException e) {
      LOG.log(Level.SEVERE, "The server has no mail session java:jboss/mail/Registrar", e);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Mails are left to the next minute", e);
    }
  }
}
