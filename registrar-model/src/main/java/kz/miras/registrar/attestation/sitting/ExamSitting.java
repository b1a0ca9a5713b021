package kz.miras.registrar.attestation.sitting;

import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * An exam as it is set: when, how long, where and before whom.
 *
 * @param sheet number of the sheet
 * @param day null where none is set
 * @param time null where none is set
 * @param minutes how long it lasts
 * @param room null where none is set
 * @param examiner key of the teacher; null for none
 * @param form how it is held; null where nobody has said
 * @param students keys of those who sit it
 */
public record ExamSitting(
    String sheet,
    LocalDate day,
    LocalTime time,
    int minutes,
    String room,
    Long examiner,
    ExamForm form,
    Set<Long> students)
    implements Serializable {

  public ExamSitting {
    students = Set.copyOf(students);
  }

  /**
   * What whoever sets it should know: the room or the examiner is taken at that hour, a student has
   * another exam on that day or too near it. The timetable of exams will refuse what is only warned
   * of here.
   *
   * @param rules of its sheet
   */
  public Verdict beside(Collection<ExamSitting> others, RuleSet rules) {
    List<ExamSitting> thatDay =
        others.stream()
            .filter(other -> day != null && day.equals(other.day) && !sheet.equals(other.sheet))
            .toList();
    Verdict verdict = Verdict.allowed();
    for (ExamSitting other : thatDay) {
      verdict = verdict.and(place(other));
    }
    return verdict.and(exams(thatDay, rules)).and(gaps(others, rules));
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

  /** EXM-3. So many exams a day, and so many where all of them are tests. */
  private Verdict exams(Collection<ExamSitting> thatDay, RuleSet rules) {
    int most = rules.integer(RuleParameter.EXAM_MAX_PER_DAY);
    int mostTests = Math.max(most, rules.integer(RuleParameter.EXAM_MAX_PER_DAY_TEST));
    Set<String> sheets = new TreeSet<>();
    long tooMany = 0;
    for (Long student : students) {
      List<ExamSitting> theirs =
          thatDay.stream().filter(other -> other.students.contains(student)).toList();
      boolean tests =
          form == ExamForm.TEST && theirs.stream().allMatch(one -> one.form == ExamForm.TEST);
      if (theirs.size() >= (tests ? mostTests : most)) {
        tooMany++;
        theirs.forEach(one -> sheets.add(one.sheet));
      }
    }
    return tooMany == 0
        ? Verdict.allowed()
        : Verdict.warning(
            Refusal.of(
                    "attestation.sitting.second-exam",
                    "EXM-3",
                    tooMany,
                    String.join(", ", sheets),
                    most,
                    mostTests)
                .at("exam_date"));
  }

  /** EXM-4. So many days without an exam between two of a student. */
  private Verdict gaps(Collection<ExamSitting> others, RuleSet rules) {
    int free = rules.integer(RuleParameter.EXAM_MIN_GAP_DAYS);
    List<ExamSitting> near =
        others.stream()
            .filter(other -> day != null && other.day != null && !sheet.equals(other.sheet))
            .filter(other -> !day.equals(other.day))
            .filter(other -> Math.abs(ChronoUnit.DAYS.between(day, other.day)) <= free)
            .toList();
    Set<String> sheets = new TreeSet<>();
    Set<Long> tired = new HashSet<>();
    for (ExamSitting other : near) {
      for (Long student : students) {
        if (other.students.contains(student)) {
          tired.add(student);
          sheets.add(other.sheet);
        }
      }
    }
    return tired.isEmpty()
        ? Verdict.allowed()
        : Verdict.warning(
            Refusal.of(
                    "attestation.sitting.gap",
                    "EXM-4",
                    tired.size(),
                    String.join(", ", sheets),
                    free)
                .at("exam_date"));
  }

  private boolean overlaps(ExamSitting other) {
    return time != null && other.time != null && begins() < other.ends() && other.begins() < ends();
  }

  private long begins() {
    return Duration.between(LocalTime.MIDNIGHT, time).toMinutes();
  }

  private long ends() {
    return begins() + minutes;
  }
}
