package kz.miras.registrar.achievement.service.integrity;

import java.io.Serializable;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import kz.miras.registrar.achievement.integrity.IntegrityOutcome;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/**
 * The report of a month.
 *
 * @param made when it was made; null where it has not been
 * @param by login of who made it
 * @param sheets closed in the month
 * @param corrections recorded in the month
 * @param flags by rule
 * @param over whether the month is over
 */
public record IntegrityView(
    YearMonth month,
    Instant made,
    String by,
    int sheets,
    int corrections,
    List<Flag> flags,
    boolean over)
    implements Serializable {

  public IntegrityView {
    flags = List.copyOf(flags);
  }

  /** How many flags nobody has looked at. */
  public long open() {
    return flags.stream().filter(flag -> flag.remarks().isEmpty()).count();
  }

  /** How many are to be followed, as the last remark says. */
  public long followed() {
    return flags.stream().filter(Flag::isFollowed).count();
  }

  /**
   * A flag; what it is not about is null.
   *
   * @param id outside id
   * @param reason rule, words and figures
   * @param ruleSet code of the thresholds
   * @param sheet outside id of the sheet
   * @param number of the sheet
   * @param correction outside id of the correction
   * @param teacher name
   * @param student outside id
   * @param studentNo number of the student
   * @param studentName name of the student
   * @param login of who asked for corrections
   * @param person name of who asked
   * @param remarks the first one first
   */
  public record Flag(
      String id,
      Refusal reason,
      String ruleSet,
      String sheet,
      String number,
      LocalizedText discipline,
      String correction,
      String teacher,
      String student,
      String studentNo,
      String studentName,
      String login,
      String person,
      List<Remark> remarks)
      implements Serializable {

    public Flag {
      remarks = List.copyOf(remarks);
    }

    /** The last remark; null where nobody has looked. */
    public Remark last() {
      return remarks.isEmpty() ? null : remarks.get(remarks.size() - 1);
    }

    /** Whether the last remark says that it is to be followed. */
    public boolean isFollowed() {
      return last() != null && last().outcome() == IntegrityOutcome.FOLLOW;
    }
  }

  /** What somebody has said of a flag. */
  public record Remark(IntegrityOutcome outcome, String words, String by, Instant at)
      implements Serializable {}
}
