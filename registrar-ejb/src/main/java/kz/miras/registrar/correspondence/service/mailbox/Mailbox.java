package kz.miras.registrar.correspondence.service.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.correspondence.service.LetterIntake;
import kz.miras.registrar.shared.RegistrarException;

/**
 * Takes letters out of the mailbox of the office. A message is marked as read after its letter has
 * been committed and never deleted: what a failure leaves unread is taken the next time, and what
 * was registered before the mark is found by its Message-ID and not registered again. A message
 * that cannot become a letter is flagged for people to look at.
 */
@ApplicationScoped
public class Mailbox {

  /** Messages taken in one turn. */
  static final int MOST = 50;

  private static final Logger LOG = Logger.getLogger(Mailbox.class.getName());

  @Inject private LetterIntake intake;
  @Inject private MailReading reading;

  /**
   * Takes what is new.
   *
   * @return how many letters were registered
   * @throws MessagingException where the server cannot be reached or does not let us in
   */
  public int run(MailboxSettings settings) throws MessagingException {
    Session session = Session.getInstance(settings.properties());
    int registered = 0;
    try (Store store = session.getStore(settings.protocol())) {
      store.connect(settings.host(), settings.port(), settings.user(), settings.password());
      try (Folder folder = store.getFolder(settings.folder())) {
        folder.open(Folder.READ_WRITE);
        Message[] waiting =
            folder.search(
                new AndTerm(
                    new FlagTerm(new Flags(Flags.Flag.SEEN), false),
                    new FlagTerm(new Flags(Flags.Flag.FLAGGED), false)));
        for (int i = 0; i < Math.min(MOST, waiting.length); i++) {
          if (taken(session, waiting[i])) {
            registered++;
          }
        }
      }
    }
    return registered;
  }

  /** Whether a message has become a letter that was not there before. */
  private boolean taken(Session session, Message message) throws MessagingException {
    try {
      MimeMessage copy = copy(session, message);
      if (copy == null || MailReading.isAutomatic(copy)) {
        message.setFlag(Flags.Flag.FLAGGED, true);
        return false;
      }
      boolean repeated = intake.receive(reading.letter(copy)).repeated();
      message.setFlag(Flags.Flag.SEEN, true);
      return !repeated;
    } catch (RegistrarException.Refused | UnreadableMail e) {
      LOG.log(Level.WARNING, "A mail is left in the mailbox, flagged: {0}", e.getMessage());
      message.setFlag(Flags.Flag.FLAGGED, true);
      return false;
    } catch (RuntimeException e) {
      // it stays unread for the next turn, and keeps the others from nothing
      LOG.log(Level.SEVERE, "A mail is left to the next turn", e);
      return false;
    }
  }

  /** The message as it lies there, read once and whole; null where it is too large. */
  private static MimeMessage copy(Session session, Message message) throws MessagingException {
    if (message.getSize() > MailReading.LARGEST) {
      return null;
    }
    try {
      byte[] raw = MailReading.raw(message);
      return raw == null ? null : new MimeMessage(session, new ByteArrayInputStream(raw));
    } catch (IOException e) {
      throw new MessagingException("a mail cannot be read", e);
    }
  }
}
