package kz.miras.registrar.correspondence.exchange;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** PRT-13, PRT-14. Letters of partners once they are letters of the office, and the replies. */
public final class LetterCase {

  private static final String WORD = "application/vnd.openxmlformats-officedocument.";

  /** What the contract of letters can hand over. */
  private static final Set<String> TYPES =
      Set.of(
          "application/pdf",
          "application/xml",
          "text/plain",
          "image/png",
          "image/jpeg",
          WORD + "wordprocessingml.document",
          WORD + "spreadsheetml.sheet");

  private LetterCase() {}

  /**
   * A file that is to go to a partner.
   *
   * @param size bytes
   */
  public record Outgoing(String name, String mediaType, int size) {}

  /**
   * PRT-13. Where the case of a partner is: as far as its letter.
   *
   * @param voided whether the letter was registered wrongly
   */
  public static CaseStatus status(LetterState letter, boolean voided) {
    if (voided) {
      return CaseStatus.REJECTED;
    }
    return switch (letter) {
      case RESOLUTION, IN_WORK -> CaseStatus.IN_PROCESS;
      case ANSWERED, FILED -> CaseStatus.ANSWERED;
      default -> CaseStatus.RECEIVED;
    };
  }

  /** PRT-13. Whether a case may be moved itself: not where its letter goes on. */
  public static Verdict moves(boolean registered) {
    return registered
        ? Verdict.refused(Refusal.of("access.exchange.at-letter", "PRT-13").at("status"))
        : Verdict.allowed();
  }

  /** PRT-14. Whether files may be handed to a partner: of types it takes, and not too large. */
  public static Verdict hands(List<Outgoing> files) {
    Verdict verdict = Verdict.allowed();
    long together = 0;
    for (Outgoing file : files) {
      together += file.size();
      if (!TYPES.contains(file.mediaType())) {
        verdict = verdict.and(refused("correspondence.partner-file", file.name()));
      }
    }
    return together > FileSound.LARGEST_TOGETHER
        ? verdict.and(
            refused("correspondence.partner-large", FileSound.LARGEST_TOGETHER / 1024 / 1024))
        : verdict;
  }

  /**
   * PRT-14. Whether a message goes into an answer to a partner: as long as the answer is no larger
   * than a message may be, and the first whatever it is.
   *
   * @param before messages in the answer already
   * @param together bytes of the files of all of them and of this one
   */
  public static boolean goesAlong(int before, long together) {
    return before == 0 || together <= FileSound.LARGEST_TOGETHER;
  }

  private static Verdict refused(String code, Serializable arg) {
    return Verdict.refused(Refusal.of(code, "PRT-14", arg).at("channel"));
  }
}
