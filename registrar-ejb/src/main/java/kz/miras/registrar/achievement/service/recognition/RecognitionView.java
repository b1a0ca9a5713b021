package kz.miras.registrar.achievement.service.recognition;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.achievement.CorrectionStatus;
import kz.miras.registrar.achievement.recognition.RecognitionWish;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/**
 * A request to recognise credits, as it is shown and decided.
 *
 * @param student public id
 * @param code of the discipline it stands for
 * @param credits that are earned
 * @param problems what speaks against it now; none once it is decided
 * @param decidedBy null before it is decided, as are moment and note
 * @param mayDecide whether the reader is the one to decide
 */
public record RecognitionView(
    String student,
    String studentNo,
    String name,
    String code,
    LocalizedText discipline,
    int credits,
    RecognitionWish wish,
    CorrectionStatus status,
    String requestedBy,
    Instant requestedAt,
    String decidedBy,
    Instant decidedAt,
    String note,
    List<Refusal> problems,
    boolean mayDecide)
    implements Serializable {

  public RecognitionView {
    problems = List.copyOf(problems);
  }

  /**
   * A discipline of the student's plan.
   *
   * @param passed whether it is passed already
   */
  public record Choice(String code, LocalizedText name, int credits, boolean passed)
      implements Serializable {}
}
