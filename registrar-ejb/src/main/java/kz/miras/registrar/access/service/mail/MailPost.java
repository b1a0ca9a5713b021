package kz.miras.registrar.access.service.mail;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.service.mail.Parcels.Enclosure;
import kz.miras.registrar.shared.service.PublicAddress;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Sends what is due through a mail server. One address that is refused does not stop the others;
 * without the server everything waits and no attempt is counted.
 */
@ApplicationScoped
public class MailPost {

  private static final Logger LOG = Logger.getLogger(MailPost.class.getName());

  /** How long a mail server may take for an answer, milliseconds. */
  private static final String PATIENCE = "20000";

  @Inject private NewMails mails;
  @Inject private Outbox outbox;
  @Inject private PublicAddress address;
  @Inject private UniversityTime time;

  /** A mail that keeps its own id, so that a repeated one is known for what it is. */
  private static final class Known extends MimeMessage {

    private final String id;

    Known(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@registrar>");
    }
  }

  /**
   * Gathers new mails and sends what is due.
   *
   * @param session that knows the mail server and the sender
   * @return how many mails the server took
   */
  public int run(Session session) {
    mails.gather();
    int sent = 0;
    try (Transport transport = transport(session)) {
      List<Long> due;
      do {
        due = outbox.due();
        for (long id : due) {
          if (!transport.isConnected()) {
            transport.connect();
          }
          Optional<Letter> letter = outbox.claim(id);
          if (letter.isPresent() && deliver(session, transport, letter.get())) {
            sent++;
          }
        }
      } while (due.size() == Outbox.BATCH);
    } catch (MessagingException e) {
      LOG.log(Level.WARNING, "The mail server does not answer, mails wait: {0}", e.getMessage());
    }
    return sent;
  }

  private static Transport transport(Session session) throws MessagingException {
    session.getProperties().putIfAbsent("mail.smtp.connectiontimeout", PATIENCE);
    session.getProperties().putIfAbsent("mail.smtp.timeout", PATIENCE);
    session.getProperties().putIfAbsent("mail.smtp.writetimeout", PATIENCE);
    return session.getTransport("smtp");
  }

  private boolean deliver(Session session, Transport transport, Letter letter) {
    try {
      MimeMessage message = message(session, letter);
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      LOG.log(Level.INFO, "Mail {0} was refused: {1}", new Object[] {letter.uuid(), e});
      outbox.refused(letter.id(), told(e));
      return false;
    }
    outbox.sent(letter.id());
    return true;
  }

  /** What the server said: the first message only names the kind of trouble. */
  private static String told(MessagingException refused) {
    StringBuilder told = new StringBuilder(String.valueOf(refused.getMessage()).strip());
    for (Exception next = refused.getNextException();
        next != null;
        next = next instanceof MessagingException more ? more.getNextException() : null) {
      told.append("; ").append(String.valueOf(next.getMessage()).strip());
    }
    return told.toString();
  }

  private MimeMessage message(Session session, Letter letter) throws MessagingException {
    MimeMessage message = new Known(session, letter.uuid().toString());
    String charset = StandardCharsets.UTF_8.name();
    message.setFrom();
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
    message.setSubject(MailText.subject(letter), charset);
    String words = MailText.body(letter, address.of(time.today()));
    if (letter.isParcel()) {
      enclose(message, words, letter.enclosures());
    } else {
      message.setText(words, charset);
      message.setHeader("Auto-Submitted", "auto-generated");
    }
    message.setHeader("Content-Language", letter.language().tag());
    message.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(time.now().atOffset(ZoneOffset.UTC)));
    message.saveChanges();
    return message;
  }

  private static void enclose(MimeMessage message, String words, List<Enclosure> enclosures)
      throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(words, StandardCharsets.UTF_8.name());
    MimeMultipart parts = new MimeMultipart(text);
    for (Enclosure one : enclosures) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(new DataHandler(new ByteArrayDataSource(one.content(), one.mediaType())));
      try {
        part.setFileName(MimeUtility.encodeText(one.name(), StandardCharsets.UTF_8.name(), null));
      } catch (UnsupportedEncodingException e) {
        throw new IllegalStateException("every Java platform has UTF-8", e);
      }
      part.setDisposition(Part.ATTACHMENT);
      parts.addBodyPart(part);
    }
    message.setContent(parts);
  }
}
