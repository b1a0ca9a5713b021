package kz.miras.registrar.transcript;

import java.io.Serializable;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentStatus;

/**
 * DOC-50. What the documents of a batch are about: students of one state, of a programme or of a
 * course or of both; or the sheets of a term, all of them or those of a programme.
 *
 * @param status of the students; null where they are about sheets
 * @param programme code; null for every programme
 * @param course 1 to 7; null for every course
 * @param term code of the term of the sheets, empty where none was named; null where they are about
 *     students
 */
public record BatchChoice(StudentStatus status, String programme, Integer course, String term)
    implements Serializable {

  /** The most documents of one batch. */
  public static final int MOST = 5_000;

  private static final String NONE = "-";

  /** What a kept choice of sheets begins with, where one of students has their state. */
  private static final String SHEETS = "SHEETS";

  public BatchChoice {
    if ((status == null) == (term == null)) {
      throw new IllegalArgumentException("either students or sheets");
    }
    programme = programme == null || programme.isBlank() ? null : programme.strip();
  }

  /** Students of a state. */
  public BatchChoice(StudentStatus status, String programme, Integer course) {
    this(status, programme, course, null);
  }

  /**
   * The sheets of a term.
   *
   * @param term code; null where none was named
   * @param programme code of the programme of their students; null for every programme
   */
  public static BatchChoice ofTerm(String term, String programme) {
    return new BatchChoice(null, programme, null, term == null ? "" : term.strip());
  }

  /** Whether it is about sheets, and not about students. */
  public boolean isOfTerm() {
    return term != null;
  }

  /** DOC-1. Whether documents of a kind are prepared at present, and of what is chosen. */
  public Verdict fits(DocumentKind kind) {
    SubjectKind about = kind.subject();
    boolean right = isOfTerm() ? about != null && about.isOfTerm() : about == null;
    return right ? DocumentRequestPolicy.issues(kind, about) : DocumentRequestPolicy.not(kind);
  }

  /**
   * Whether a batch may be begun.
   *
   * @param documents how many there would be
   */
  public Verdict verdict(int documents) {
    return isOfTerm() ? ofSheets(documents) : ofStudents(documents);
  }

  private Verdict ofSheets(int sheets) {
    if (term.isEmpty()) {
      return Verdict.refused(Refusal.of("transcript.batch.no-term", "DOC-50").at("term"));
    }
    if (sheets == 0) {
      return Verdict.refused(Refusal.of("transcript.batch.no-sheets", "DOC-50").at("term"));
    }
    return sheets > MOST
        ? Verdict.refused(
            Refusal.of("transcript.batch.many-sheets", "DOC-50", sheets, MOST).at("programme"))
        : Verdict.allowed();
  }

  private Verdict ofStudents(int students) {
    if (programme == null && course == null) {
      return Verdict.refused(Refusal.of("transcript.batch.unnamed", "DOC-50").at("programme"));
    }
    if (students == 0) {
      return Verdict.refused(Refusal.of("transcript.batch.nobody", "DOC-50").at("programme"));
    }
    return students > MOST
        ? Verdict.refused(
            Refusal.of("transcript.batch.many", "DOC-50", students, MOST).at("programme"))
        : Verdict.allowed();
  }

  /** As it is kept. */
  public String written() {
    return (isOfTerm() ? SHEETS : status)
        + " "
        + (programme == null ? NONE : programme)
        + " "
        + (isOfTerm() ? term : course == null ? NONE : course);
  }

  /** What was kept, read again. */
  public static BatchChoice read(String written) {
    String[] parts = written.split(" ", 3);
    if (parts[0].equals(SHEETS)) {
      return ofTerm(parts[2], NONE.equals(parts[1]) ? null : parts[1]);
    }
    return new BatchChoice(
        StudentStatus.valueOf(parts[0]),
        NONE.equals(parts[1]) ? null : parts[1],
        NONE.equals(parts[2]) ? null : Integer.valueOf(parts[2]));
  }
}
