package kz.miras.registrar.registration.service.summer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.summer.AttendanceTally;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** How students attend, judged by the rules in force for their level. */
@ApplicationScoped
class AttendanceFigures {

  @Inject private Attendances attendances;
  @Inject private Students students;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /**
   * A discipline for the report.
   *
   * @param checks how often its lessons were checked
   * @param tally of everybody together
   * @param flagged how many students have missed too much
   */
  record Figures(int checks, AttendanceTally tally, int flagged) {
    static final Figures NONE = new Figures(0, AttendanceTally.NONE, 0);

    /** Both together. */
    Figures plus(Figures other) {
      return new Figures(checks + other.checks, tally.plus(other.tally), flagged + other.flagged);
    }
  }

  /** How these students attend an offering, by key of the student. */
  Map<Long, Attended> of(long offering, Collection<Student> of) {
    Map<Long, List<Attendances.Mark>> marks = attendances.marks(offering);
    Map<Long, Attended> attended = new HashMap<>();
    Map<Level, Integer> limits = new EnumMap<>(Level.class);
    for (Student student : of) {
      attended.put(
          student.getId(),
          Attended.of(
              marks.getOrDefault(student.getId(), List.of()),
              limits.computeIfAbsent(student.getProgramme().getLevel(), this::limit)));
    }
    return attended;
  }

  /** The figures of an offering. */
  Figures of(long offering) {
    List<Attended> all =
        List.copyOf(of(offering, students.byIds(attendances.marks(offering).keySet())).values());
    return new Figures(
        attendances.checks(offering),
        all.stream().map(Attended::tally).reduce(AttendanceTally.NONE, AttendanceTally::plus),
        (int) all.stream().filter(Attended::isFlagged).count());
  }

  private int limit(Level level) {
    return rules.inForce(level, time.today()).integer(RuleParameter.SUMMER_ABSENCE_SHARE);
  }
}
