package kz.miras.registrar.correspondence.service.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Locale;
import kz.miras.registrar.correspondence.LetterCategory;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterFacts;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.LetterSound;
import kz.miras.registrar.correspondence.service.ReceivedLetter;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.UniversityTime;

/** Reads a mail as a letter; nothing it says of itself is believed. */
@ApplicationScoped
class MailReading {

  /** Largest mail that is taken, bytes. */
  static final int LARGEST = 40 * 1024 * 1024;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ID = 250;

  @Inject private MailReplies replies;
  @Inject private UniversityTime time;

  /** The bytes of a mail; null where there are more than its size said. */
  static byte[] raw(Message message) throws IOException, MessagingException {
    Bounded out = new Bounded();
    message.writeTo(out);
    return out.isWhole() ? out.toByteArray() : null;
  }

  /** Keeps no more than the largest mail. */
  private static final class Bounded extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long length;

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int many) {
      length += many;
      if (length <= LARGEST) {
        kept.write(bytes, from, many);
      }
    }

    boolean isWhole() {
      return length <= LARGEST;
    }

    byte[] toByteArray() {
      return kept.toByteArray();
    }
  }

  /** Whether a program has sent it: an answer to such a one would never end. */
  static boolean isAutomatic(MimeMessage mail) throws MessagingException {
    String automatic = mail.getHeader("Auto-Submitted", ",");
    String precedence = mail.getHeader("Precedence", ",");
    return automatic != null && !automatic.strip().equalsIgnoreCase("no")
        || precedence != null && precedence.strip().toLowerCase(Locale.ROOT).matches("bulk|junk");
  }

  /**
   * The letter a mail is.
   *
   * @throws UnreadableMail where it is none
   */
  ReceivedLetter letter(MimeMessage mail) {
    try {
      MailParts parts = MailParts.of(mail);
      String sender = sender(mail);
      String text = parts.text();
      if (!parts.left().isEmpty()) {
        text =
            text
                + "\n\n"
                + Messages.text(
                    Language.RU, "correspondence.mail.left", String.join(", ", parts.left()));
      }
      return new ReceivedLetter(
          LetterChannel.EMAIL,
          sender,
          id(mail),
          null,
          new LetterFacts(
              null,
              name(mail, sender),
              null,
              sent(mail),
              LetterKind.LETTER,
              LetterCategory.OTHER,
              subject(mail),
              shortened(text, LetterSound.LONGEST_BODY),
              Language.RU,
              0,
              parts.files().size(),
              false),
          null,
          replies.answered(mail.getHeader("In-Reply-To", " ")),
          parts.files());
    } catch (MessagingException | IOException e) {
      throw new UnreadableMail(e);
    }
  }

  private static String sender(MimeMessage mail) {
    return shortened(
        address(mail) == null ? "?" : address(mail).getAddress().toLowerCase(Locale.ROOT),
        LONGEST_NAME);
  }

  private static InternetAddress address(MimeMessage mail) {
    try {
      Address[] from = mail.getFrom();
      return from != null && from.length > 0 && from[0] instanceof InternetAddress one ? one : null;
    } catch (MessagingException e) {
      // an address nobody can read is none
      return null;
    }
  }

  private static String name(MimeMessage mail, String sender) {
    InternetAddress from = address(mail);
    String name = from == null ? null : plain(from.getPersonal());
    return name == null || name.isEmpty() ? sender : shortened(name, LONGEST_NAME);
  }

  /** What tells the mail from others: its own id, or a checksum where it has none. */
  private static String id(MimeMessage mail) throws MessagingException, IOException {
    String id = mail.getMessageID();
    return id == null || id.isBlank() || id.length() > LONGEST_ID
        ? HexFormat.of().formatHex(Checksum.sha256(raw(mail)))
        : plain(id);
  }

  private String subject(MimeMessage mail) throws MessagingException {
    String subject = plain(mail.getSubject());
    return subject == null || subject.isEmpty()
        ? Messages.text(Language.RU, "correspondence.mail.no-subject")
        : shortened(subject, LetterSound.LONGEST_SUBJECT);
  }

  /** The day it says it was sent on; null for a day to come and for what is no day. */
  private LocalDate sent(MimeMessage mail) throws MessagingException {
    String header = mail.getHeader("Date", ",");
    if (header == null) {
      return null;
    }
    try {
      LocalDate day =
          OffsetDateTime.parse(
                  header.replaceAll("\\([^)]{0,100}\\)", "").strip(),
                  DateTimeFormatter.RFC_1123_DATE_TIME)
              .atZoneSameInstant(time.zone())
              .toLocalDate();
      return day.isAfter(time.today()) ? null : day;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String plain(String text) {
    return text == null
        ? null
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .replaceAll("\\p{Cntrl}+", " ")
            .strip();
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
