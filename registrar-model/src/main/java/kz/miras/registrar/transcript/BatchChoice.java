package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.util.Objects;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentStatus;

/**
 * DOC-50. For whom the documents of a batch are: students of one state, of a programme or of a
 * course or of both.
 *
 * @param programme code; null for every programme
 * @param course 1 to 7; null for every course
 */
public record BatchChoice(StudentStatus status, String programme, Integer course)
    implements Serializable {

  /** The most documents of one batch. */
  public static final int MOST = 5_000;

  private static final String NONE = "-";

  public BatchChoice {
    Objects.requireNonNull(status, "status");
    programme = programme == null || programme.isBlank() ? null : programme.strip();
  }

  /**
   * Whether a batch may be begun.
   *
   * @param students how many there are
   */
  public Verdict verdict(int students) {
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
    return status
        + " "
        + (programme == null ? NONE : programme)
        + " "
        + (course == null ? NONE : course);
  }

  /** What was kept, read again. */
  public static BatchChoice read(String written) {
    String[] parts = written.split(" ");
    return new BatchChoice(
        StudentStatus.valueOf(parts[0]),
        NONE.equals(parts[1]) ? null : parts[1],
        NONE.equals(parts[2]) ? null : Integer.valueOf(parts[2]));
  }
}
