package kz.miras.registrar.attestation.sitting;

import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * An exam as it is set: when, how long, where and before whom.
 *
 * @param sheet number of the sheet
 * @param day null where none is set
 * @param time null where none is set
 * @param minutes how long it lasts; null where nobody has said
 * @param room null where none is set
 * @param examiner key of the teacher; null for none
 * @param form how it is held; null where nobody has said
 * @param students keys of those who sit it
 */
public record ExamSitting(
    String sheet,
    LocalDate day,
    LocalTime time,
    Integer minutes,
    String room,
    Long examiner,
    ExamForm form,
    Set<Long> students)
    implements Serializable {

  /** Minutes an exam is taken to last where nobody has said: two academic hours. */
  public static final int USUAL_MINUTES = 100;

  public ExamSitting {
    students = Set.copyOf(students);
  }

  /**
   * What whoever sets it should know: the room or the examiner is taken at that hour, a student has
   * another exam on that day. The timetable of exams will refuse what is only warned of here.
   */
  public Verdict beside(Collection<ExamSitting> others) {
    List<ExamSitting> thatDay =
        others.stream()
            .filter(other -> day != null && day.equals(other.day) && !sheet.equals(other.sheet))
            .toList();
    Verdict verdict = Verdict.allowed();
    for (ExamSitting other : thatDay) {
      verdict = verdict.and(place(other));
    }
    return verdict.and(exams(thatDay));
  }

  private Verdict place(ExamSitting other) {
    if (!overlaps(other)) {
      return Verdict.allowed();
    }
    Verdict verdict = Verdict.allowed();
    if (room != null && room.equalsIgnoreCase(other.room)) {
      verdict =
          Verdict.warning(
              Refusal.of("attestation.sitting.room-taken", "SHT-11", room, other.sheet).at("room"));
    }
    return examiner != null && examiner.equals(other.examiner)
        ? verdict.and(
            Verdict.warning(
                Refusal.of("attestation.sitting.examiner-taken", "SHT-11", other.sheet)
                    .at("examiner")))
        : verdict;
  }

  /** EXM-3. One exam a day, two where they are tests. */
  private Verdict exams(Collection<ExamSitting> thatDay) {
    Set<String> sheets = new TreeSet<>();
    long tooMany = 0;
    for (Long student : students) {
      List<ExamSitting> theirs =
          thatDay.stream().filter(other -> other.students.contains(student)).toList();
      boolean tests =
          form == ExamForm.TEST && theirs.stream().allMatch(one -> one.form == ExamForm.TEST);
      if (theirs.size() >= (tests ? 2 : 1)) {
        tooMany++;
        theirs.forEach(one -> sheets.add(one.sheet));
      }
    }
    return tooMany == 0
        ? Verdict.allowed()
        : Verdict.warning(
            Refusal.of(
                    "attestation.sitting.second-exam", "EXM-3", tooMany, String.join(", ", sheets))
                .at("exam_date"));
  }

  private boolean overlaps(ExamSitting other) {
    return time != null && other.time != null && begins() < other.ends() && other.begins() < ends();
  }

  private long begins() {
    return Duration.between(LocalTime.MIDNIGHT, time).toMinutes();
  }

  private long ends() {
    return begins() + (minutes == null ? USUAL_MINUTES : minutes);
  }
}
