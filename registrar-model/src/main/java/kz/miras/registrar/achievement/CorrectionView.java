package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/**
 * A correction as screens show it: whose result, what it was, what it becomes and what follows.
 *
 * @param id public id; null while it is not asked for
 * @param rated whether the result has an admission rating
 * @param problems what speaks against it as it stands
 * @param wish what is asked for; null before anything is typed
 * @param becomes the result it gives; null where figures are missing
 * @param request who asked and who decided; null while it is not asked for
 * @param together the other results of its sheet that are asked for with the same words and wait
 * @param mayDecide whether the viewer decides it
 */
public record CorrectionView(
    String id,
    String studentNo,
    String student,
    long position,
    String disciplineCode,
    LocalizedText discipline,
    int credits,
    String term,
    String termType,
    String sheet,
    boolean rated,
    Figures was,
    CorrectionPolicy.Wish wish,
    Figures becomes,
    BigDecimal gpaBefore,
    BigDecimal gpaAfter,
    List<Refusal> problems,
    Request request,
    List<Line> together,
    boolean mayDecide)
    implements Serializable {

  public CorrectionView {
    problems = List.copyOf(problems);
    together = List.copyOf(together);
  }

  /**
   * A result among others of its sheet.
   *
   * @param id public id of the request; null while it is not asked for
   * @param rated whether the result has an admission rating
   * @param becomes the result asked for; null where nothing is, or figures are missing
   * @param problems what speaks against it
   */
  public record Line(
      String id,
      String studentNo,
      String student,
      boolean rated,
      Figures was,
      Figures becomes,
      List<Refusal> problems)
      implements Serializable {

    public Line {
      problems = List.copyOf(problems);
    }
  }

  /** The figures of a result. */
  public record Figures(Integer rating, Integer score, Integer percent, String sign)
      implements Serializable {

    /** The figures of a result with this grade. */
    public static Figures of(Integer rating, Integer score, Grade grade) {
      return new Figures(rating, score, grade.percent(), grade.sign());
    }

    /** What stands in the place of its score: the score, else the percent, else the mark. */
    public String scored() {
      return score != null
          ? String.valueOf(score)
          : percent == null ? sign : String.valueOf(percent);
    }

    /** Its rating as it is typed; empty where it has none. */
    public String rated() {
      return rating == null ? "" : String.valueOf(rating);
    }
  }

  /** The course of a request. */
  public record Request(
      CorrectionStatus status,
      String requestedBy,
      Instant requestedAt,
      String decidedBy,
      Instant decidedAt,
      String note)
      implements Serializable {}
}
