package kz.miras.registrar.office.service.consultation;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.consultation.FrequentQuestionStatus;
import kz.miras.registrar.office.consultation.FrequentQuestionText;
import kz.miras.registrar.shared.Refusal;

/**
 * A frequent question on its way to its readers.
 *
 * @param id public id
 * @param replaces public id of the published one whose place it takes; null for none
 * @param consultation public id of the one whose answer it was offered as; null for none
 * @param problems what it still lacks to be proposed; none once it is
 * @param may what the reader may do with it
 */
public record FrequentQuestionView(
    String id,
    ConsultationTopic topic,
    FrequentQuestionText text,
    FrequentQuestionStatus status,
    String replaces,
    String consultation,
    Acts acts,
    List<Refusal> problems,
    May may)
    implements Serializable {

  public FrequentQuestionView {
    problems = List.copyOf(problems);
  }

  /**
   * Who did what with it; null for what nobody has done.
   *
   * @param note remark of the last decision
   */
  public record Acts(
      String writtenBy,
      Instant writtenAt,
      String proposedBy,
      Instant proposedAt,
      String decidedBy,
      Instant decidedAt,
      String note,
      String withdrawnBy,
      Instant withdrawnAt)
      implements Serializable {}

  /**
   * What the reader may do with it now.
   *
   * @param own whether who would decide has written or proposed it, and so does not
   */
  public record May(
      boolean write, boolean propose, boolean decide, boolean own, boolean withdraw, boolean revise)
      implements Serializable {}

  /** As its readers see it, in their language. */
  public record Shown(String id, ConsultationTopic topic, String question, String answer)
      implements Serializable {}
}
