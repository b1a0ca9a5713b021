package kz.miras.registrar.attestation.amend;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.attestation.SheetKind;

/**
 * SHT-17. All that one version of a sheet prints: its head, its sitting, and the figures of every
 * row. Whoever and whatever is named on it stands here by number and code, since a name may be
 * corrected later and the sheet is still the same.
 *
 * @param version which version it is, from 1
 * @param teacher personnel number; null for nobody
 * @param examiner personnel number; null for nobody
 */
public record SheetPaper(
    String number,
    int version,
    SheetKind kind,
    String term,
    String discipline,
    int credits,
    String section,
    String teacher,
    String examiner,
    LocalDate examDate,
    LocalTime examTime,
    String room,
    ExamForm examForm,
    String protocolNo,
    LocalDate protocolDate,
    String ruleSet,
    List<Line> lines)
    implements Serializable {

  public SheetPaper {
    lines = List.copyOf(lines);
  }

  /**
   * One student.
   *
   * @param student key of the student
   * @param first rating of the first period; null for none
   * @param second rating of the second period; null for none
   */
  public record Line(
      int position,
      long student,
      String studentNo,
      BigDecimal first,
      BigDecimal second,
      RowResult result)
      implements Serializable {}
}
