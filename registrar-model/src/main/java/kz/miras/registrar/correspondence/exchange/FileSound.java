package kz.miras.registrar.correspondence.exchange;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** PRT-14. Whether files that come with a message are taken. */
public final class FileSound {

  /** Bytes of the largest file. */
  public static final int LARGEST = 5 * 1024 * 1024;

  /** Bytes of all files of a message together. */
  public static final int LARGEST_TOGETHER = 8 * 1024 * 1024;

  private FileSound() {}

  /** PRT-14. Whether files go in one message. */
  public static boolean isTogether(List<PartnerFile> files) {
    return files.stream().mapToLong(file -> file.content().length).sum() <= LARGEST_TOGETHER;
  }

  /** PRT-14. Judges the files of a message. */
  public static Verdict judge(List<PartnerFile> files) {
    Verdict verdict = Verdict.allowed();
    long together = 0;
    for (PartnerFile file : files) {
      byte[] content = file.content();
      together += content.length;
      if (content.length > LARGEST) {
        verdict = verdict.and(refused("access.exchange.file-large", file, LARGEST / 1024 / 1024));
      } else if (!Arrays.equals(Checksum.sha256(content), file.sha256())) {
        verdict = verdict.and(refused("access.exchange.file-checksum", file));
      } else if (!isWhatItSays(file.mediaType(), content)) {
        verdict = verdict.and(refused("access.exchange.file-type", file, file.mediaType()));
      }
    }
    return together > LARGEST_TOGETHER
        ? verdict.and(
            Verdict.refused(
                Refusal.of("access.exchange.files-large", "PRT-14", LARGEST_TOGETHER / 1024 / 1024)
                    .at("file")))
        : verdict;
  }

  private static boolean isWhatItSays(String type, byte[] content) {
    String start =
        new String(
            Arrays.copyOf(content, Math.min(content.length, 8)), StandardCharsets.ISO_8859_1);
    return switch (type) {
      case "application/pdf" -> start.startsWith("%PDF-");
      case "image/png" -> start.startsWith("\u0089PNG");
      case "image/jpeg" -> start.startsWith("\u00FF\u00D8\u00FF");
      case "application/xml", "text/plain" -> !start.startsWith("MZ") && start.indexOf('\0') < 0;
      default -> start.startsWith("PK\u0003\u0004");
    };
  }

  private static Verdict refused(String code, PartnerFile file, Serializable... more) {
    Serializable[] args = new Serializable[more.length + 1];
    args[0] = file.name();
    System.arraycopy(more, 0, args, 1, more.length);
    return Verdict.refused(Refusal.of(code, "PRT-14", args).at("file"));
  }
}
