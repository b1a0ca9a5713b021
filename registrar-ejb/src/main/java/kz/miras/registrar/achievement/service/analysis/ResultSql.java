package kz.miras.registrar.achievement.service.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.analysis.AnalysisOutcome;
import kz.miras.registrar.attestation.ScaledGrade;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;

/**
 * Results of a term; which of several of a student and discipline stands, {@link StandingResults}
 * knows. {@code a} is the entry, {@code t} its term, {@code s} the student as today, {@code p},
 * {@code u}, {@code g} the programme, school and group as they were at the end of the term, {@code
 * h} and {@code f} the sheet and the first sitting it continues, {@code o} the offering, {@code e}
 * the teacher.
 *
 * <p>What passes, what is pending and what is good is asked of the scale and the marks themselves.
 */
final class ResultSql {

  /**
   * The tables, joined. The first order after the term that says where a student was before it
   * tells where the student was in the term; without one it is where the student is today.
   */
  private static final String TABLES =
      "achievement a JOIN term t ON t.id = a.term_id JOIN student s ON s.id = a.student_id LEFT JOIN"
          + " student_status_change y ON y.id = (SELECT w.id FROM student_status_change w WHERE"
          + " w.student_id = a.student_id AND w.effective_on > t.ends_on AND w.from_curriculum_id IS"
          + " NOT NULL ORDER BY w.effective_on, w.id LIMIT 1) JOIN curriculum c ON c.id ="
          + " COALESCE(y.from_curriculum_id, s.curriculum_id) JOIN programme p ON p.id ="
          + " c.programme_id JOIN org_unit u ON u.id = p.school_id LEFT JOIN student_group g ON g.id"
          + " = IF(y.id IS NULL, s.group_id, y.from_group_id) LEFT JOIN sheet h ON h.id = a.sheet_id"
          + " LEFT JOIN sheet f ON f.id = h.continues_id LEFT JOIN section x ON x.id ="
          + " COALESCE(h.section_id, f.section_id) LEFT JOIN offering o ON o.id = x.offering_id LEFT"
          + " JOIN teacher e ON e.id = COALESCE(f.teacher_id, h.teacher_id, h.examiner_id)";

  /** FROM and the fixed WHERE; credits recognised from elsewhere are no results of a session. */
  static final String FROM = TABLES + " WHERE a.kind <> 'RECOGNISED'";

  /** Which version of the scale a result was given by, counted from 1 for the oldest. */
  static final String SCALE =
      "(1"
          + GradeScale.all().stream()
              .flatMap(scale -> scale.since().stream())
              .map(since -> " + (a.result_on >= DATE '" + since + "')")
              .collect(Collectors.joining())
          + ")";

  static final String FORM =
      "IF(y.id IS NULL, s.study_form, COALESCE(y.from_study_form, s.study_form))";

  static final String FUNDING = "IF(y.id IS NULL, s.funding, COALESCE(y.from_funding, s.funding))";

  static final String COURSE =
      "IF(y.id IS NULL, s.course_year, COALESCE(y.from_course_year, s.course_year))";

  static final String LANGUAGE = "COALESCE(o.language, y.from_study_language, s.study_language)";

  private ResultSql() {}

  /** Results of some outcome. */
  static String is(AnalysisOutcome outcome) {
    String both =
        GradeScale.all().stream()
            .map(
                scale -> "(" + SCALE + " = " + number(scale) + " AND (" + is(outcome, scale) + "))")
            .collect(Collectors.joining(" OR "));
    // a letter that is missing is no letter of the list, and not unknown
    return "COALESCE(" + both + ", FALSE)";
  }

  private static String is(AnalysisOutcome outcome, GradeScale scale) {
    String letters =
        letters(
            Arrays.stream(Letter.values())
                .filter(letter -> of(Grade.of(letter), scale) == outcome)
                .toList());
    String marks =
        marks(
            Arrays.stream(Mark.values())
                .filter(mark -> of(Grade.of(mark), scale) == outcome)
                .toList());
    return "a.letter IN (" + letters + ") OR a.letter IS NULL AND a.mark IN (" + marks + ")";
  }

  private static AnalysisOutcome of(Grade grade, GradeScale scale) {
    return AnalysisOutcome.of(new ScaledGrade(grade, scale));
  }

  static int number(GradeScale scale) {
    return GradeScale.all().indexOf(scale) + 1;
  }

  static GradeScale scale(int number) {
    return GradeScale.all().get(number - 1);
  }

  private static String letters(List<Letter> letters) {
    return letters.isEmpty()
        ? "''"
        : letters.stream().map(l -> "'" + l.sign() + "'").collect(Collectors.joining(", "));
  }

  private static String marks(List<Mark> marks) {
    return marks.isEmpty()
        ? "''"
        : marks.stream().map(m -> "'" + m.name() + "'").collect(Collectors.joining(", "));
  }

  /** The grade of an entry as it is stored. */
  static Grade grade(Integer percent, String letter, String mark) {
    Letter sign =
        Arrays.stream(Letter.values())
            .filter(one -> one.sign().equals(letter))
            .findFirst()
            .orElse(null);
    return new Grade(percent, sign, mark == null || mark.isEmpty() ? null : Mark.valueOf(mark));
  }
}
