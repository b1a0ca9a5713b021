package kz.miras.registrar.access.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * How old a message from outside may be, and how far the sender's clock may be ahead: what was sent
 * long ago is not taken again (dated setting {@code message.window-minutes}).
 */
@ApplicationScoped
public class MessageWindow {

  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** Minutes on either side of now. */
  public long minutes() {
    return Long.parseLong(settings.text("message.window-minutes", time.today(), "15"));
  }

  /** Is a message sent at this moment still taken? */
  public boolean takes(Instant sent) {
    return Duration.between(sent, time.now()).abs().compareTo(Duration.ofMinutes(minutes())) <= 0;
  }
}
