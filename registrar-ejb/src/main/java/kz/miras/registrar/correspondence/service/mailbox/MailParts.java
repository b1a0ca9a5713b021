package kz.miras.registrar.correspondence.service.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.correspondence.LetterFileType;
import kz.miras.registrar.correspondence.service.ReceivedFile;

/** LTR-4. The words and files of a mail, however its parts lie within each other. */
final class MailParts {

  private static final int DEEPEST = 10;
  private static final int MOST_PARTS = 200;
  private static final int LONGEST_TEXT = 200_000;
  private static final Pattern UNREAD = Pattern.compile("(?i)<(script|style|head)\\b");

  private final List<ReceivedFile> files = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private String plain;
  private String html;
  private int parts;

  private MailParts() {}

  /** The parts of a mail. */
  static MailParts of(MimeMessage mail) throws MessagingException, IOException {
    MailParts found = new MailParts();
    found.walk(mail, 0);
    return found;
  }

  /** What it says; empty for nothing. */
  String text() {
    if (plain != null) {
      return plain;
    }
    return html == null ? "" : words(html);
  }

  /** Files that are kept. */
  List<ReceivedFile> files() {
    return files;
  }

  /** Names of what is not kept; it stays in the mailbox. */
  List<String> left() {
    return left;
  }

  private void walk(Part part, int depth) throws MessagingException, IOException {
    if (++parts > MOST_PARTS || depth > DEEPEST) {
      left.add("…");
      return;
    }
    if (part.isMimeType("multipart/*")) {
      Multipart several = (Multipart) part.getContent();
      for (int i = 0; i < several.getCount() && parts <= MOST_PARTS; i++) {
        walk(several.getBodyPart(i), depth + 1);
      }
    } else if (part.getFileName() == null && part.isMimeType("text/plain")) {
      plain = plain == null ? text(part) : plain + "\n" + text(part);
    } else if (part.getFileName() == null && part.isMimeType("text/html")) {
      html = html == null ? text(part) : html;
    } else {
      file(part);
    }
  }

  private void file(Part part) throws MessagingException, IOException {
    String name = name(part);
    byte[] content;
    try (InputStream in = part.getInputStream()) {
      content = in.readNBytes(LetterFileType.LIMIT + 1);
    }
    boolean room = files.size() < LetterFileType.MOST_FILES;
    if (room && LetterFileType.judge(name, content).isAllowed()) {
      files.add(new ReceivedFile(name, content));
    } else {
      left.add(name);
    }
  }

  private static String name(Part part) throws MessagingException {
    String name = part.getFileName();
    if (name == null) {
      return part.getContentType().split(";")[0];
    }
    try {
      return MimeUtility.decodeText(name);
    } catch (UnsupportedEncodingException e) {
      return name;
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return new String(in.readNBytes(LONGEST_TEXT), charset(part.getContentType()));
    }
  }

  private static Charset charset(String type) {
    try {
      String named = new ContentType(type).getParameter("charset");
      return named == null
          ? StandardCharsets.UTF_8
          : Charset.forName(MimeUtility.javaCharset(named));
    } catch (ParseException | IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /**
   * The words of a page; what it would run or show in colours is left out. Anybody may send one:
   * each of its characters is looked at a few times, however it is made.
   */
  static String words(String page) {
    return read(page)
        .replaceAll("(?i)<(br|/p|/div|/tr|/li)\\b[^<>]{0,2000}>", "\n")
        .replaceAll("<[^<>]{0,10000}>", " ")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replaceAll("[ \\t\\x0B\\f\\r]+", " ")
        .replaceAll("\\n[ \\n]+", "\n")
        .strip();
  }

  /** A page without its parts that are not read. */
  private static String read(String page) {
    StringBuilder read = new StringBuilder();
    Set<String> endless = new HashSet<>();
    Matcher opening = UNREAD.matcher(page);
    int from = 0;
    int at = 0;
    while (opening.find(at)) {
      at = opening.end();
      String name = opening.group(1).toLowerCase(Locale.ROOT);
      if (endless.contains(name)) {
        continue;
      }
      Matcher closing = Pattern.compile("(?i)</" + name + "\\s*>").matcher(page);
      if (closing.find(at)) {
        read.append(page, from, opening.start()).append(' ');
        from = closing.end();
        at = from;
      } else {
        endless.add(name);
      }
    }
    return read.append(page, from, page.length()).toString();
  }
}
