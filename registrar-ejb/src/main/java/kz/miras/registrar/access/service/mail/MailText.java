package kz.miras.registrar.access.service.mail;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;

/**
 * What a mail says: how many new messages there are, what they are about and where they are read.
 * What they say, marks and names among it, stays in the system.
 */
final class MailText {

  /** Notices that ask a teacher for marks. */
  private static final Set<String> REMINDERS =
      Set.of(
          "achievement.session.reminder",
          "attestation.notice.overdue",
          "attestation.notice.reminder-soon",
          "attestation.notice.reminder-late");

  private static final String TOPIC = "access.mail.topic.";

  private MailText() {}

  /** Topics of notices with their numbers, as they are kept. */
  static String topics(Collection<String> codes) {
    Map<String, Integer> topics = new TreeMap<>();
    codes.forEach(code -> topics.merge(topic(code), 1, Integer::sum));
    return topics.entrySet().stream()
        .map(one -> one.getKey() + ":" + one.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String topic(String code) {
    return REMINDERS.contains(code) ? "reminder" : code.substring(0, code.indexOf('.'));
  }

  static String subject(Letter letter) {
    return letter.isParcel()
        ? letter.subject()
        : Messages.text(letter.language(), "access.mail.subject", letter.notices());
  }

  /**
   * The text.
   *
   * @param address of this installation
   */
  static String body(Letter letter, String address) {
    if (letter.isParcel()) {
      return letter.body() + "\n";
    }
    Language language = letter.language();
    String lines =
        Arrays.stream(letter.topics().split(" "))
            .map(one -> one.split(":"))
            .map(one -> "- " + name(language, one[0]) + ": " + one[1])
            .collect(Collectors.joining("\n"));
    return Messages.text(language, "access.mail.new", letter.notices())
        + "\n\n"
        + lines
        + "\n\n"
        + Messages.text(language, "access.mail.read")
        + "\n"
        + address
        + "/\n\n"
        + Messages.text(language, "access.mail.why")
        + "\n"
        + address
        + "/access/profile.xhtml\n";
  }

  private static String name(Language language, String topic) {
    return Messages.has(language, TOPIC + topic)
        ? Messages.text(language, TOPIC + topic)
        : Messages.text(language, TOPIC + "other");
  }
}
