package kz.miras.registrar.correspondence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.shared.Verdict;

/** LTR-4. What a file of a letter is, by its content and never by its name. */
public final class LetterFileType {

  /** Largest file kept, bytes. */
  public static final int LIMIT = 20 * 1024 * 1024;

  /** Most files of one letter. */
  public static final int MOST_FILES = 30;

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String DOCX = OFFICE + "wordprocessingml.document";
  private static final String XLSX = OFFICE + "spreadsheetml.sheet";
  private static final String WORDS = "word/document.xml";
  private static final String CELLS = "xl/workbook.xml";
  private static final int MOST_PARTS = 5_000;
  private static final long MOST_UNPACKED = 200L * 1024 * 1024;
  private static final int STEP = 8192;

  private LetterFileType() {}

  /** LTR-4. The media type of a file; empty for what is not kept. */
  public static Optional<String> of(byte[] content) {
    Optional<String> scan = ScanType.of(content).map(ScanType::mediaType);
    return scan.isPresent() ? scan : Optional.ofNullable(isOf(content, WORDS) ? DOCX : null);
  }

  /** LTR-4. The same where a program brings it: workbooks, XML and plain text are kept too. */
  public static Optional<String> brought(byte[] content) {
    return of(content)
        .or(() -> Optional.ofNullable(isOf(content, CELLS) ? XLSX : null))
        .or(() -> Optional.ofNullable(isPlain(content) ? plain(content) : null));
  }

  /** LTR-4. Whether a file is kept with its letter. */
  public static Verdict judge(String name, byte[] content) {
    return judge(name, content, LetterFileType::of);
  }

  /** LTR-4. Whether a file a program brings is kept with its letter. */
  public static Verdict judgeBrought(String name, byte[] content) {
    return judge(name, content, LetterFileType::brought);
  }

  private static Verdict judge(
      String name, byte[] content, Function<byte[], Optional<String>> type) {
    if (content.length == 0) {
      return Verdict.refused(
          Refusal.of("correspondence.file.empty", "LTR-4", String.valueOf(name)).at("file"));
    }
    if (content.length > LIMIT) {
      return Verdict.refused(
          Refusal.of(
                  "correspondence.file.large", "LTR-4", String.valueOf(name), LIMIT / 1024 / 1024)
              .at("file"));
    }
    return type.apply(content).isPresent()
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("correspondence.file.type", "LTR-4", String.valueOf(name)).at("file"));
  }

  /** Text without signs that only programs have. */
  private static boolean isPlain(byte[] content) {
    for (byte one : content) {
      if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r' && one != '\f') {
        return false;
      }
    }
    return content[0] != 'M' || content.length < 2 || content[1] != 'Z';
  }

  private static String plain(byte[] content) {
    String start = new String(content, 0, Math.min(content.length, 8), StandardCharsets.ISO_8859_1);
    return start.contains("<?xml") ? "application/xml" : "text/plain";
  }

  /**
   * A packed document, without programs in it; measured as it is unpacked, never kept so.
   *
   * @param needed name of the part with what it says
   */
  private static boolean isOf(byte[] content, String needed) {
    if (content.length < 4 || content[0] != 'P' || content[1] != 'K') {
      return false;
    }
    boolean types = false;
    boolean found = false;
    long unpacked = 0;
    int parts = 0;
    byte[] step = new byte[STEP];
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        String name = part.getName().toLowerCase(Locale.ROOT);
        if (++parts > MOST_PARTS || name.endsWith("vbaproject.bin") || name.contains("..")) {
          return false;
        }
        types |= name.equals("[content_types].xml");
        found |= name.equals(needed);
        for (int read = zip.read(step); read > 0; read = zip.read(step)) {
          unpacked += read;
          if (unpacked > MOST_UNPACKED) {
            return false;
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
    return types && found;
  }
}
