package kz.miras.registrar.attestation.sitting;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.attestation.OneSheetPerGroup;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * The sheets the registrations of one group ask for, beside those it has.
 *
 * @param sheets those still to be formed; empty where something refuses them
 * @param verdict what stands in the way, and what whoever forms them should know
 */
public record SheetPlan(List<Planned> sheets, Verdict verdict) implements Serializable {

  public SheetPlan {
    sheets = List.copyOf(sheets);
  }

  /**
   * A group whose discipline ends in a term.
   *
   * @param code of the group
   * @param kind what the discipline is
   * @param control how it ends
   * @param stateExam whether it ends with the state exam
   * @param summer whether the term is a summer semester
   * @param staffed whether somebody is appointed to teach or examine it
   * @param seats everybody who is or was enrolled in it and did not drop it
   */
  public record Group(
      String code,
      DisciplineKind kind,
      ControlForm control,
      boolean stateExam,
      boolean summer,
      boolean staffed,
      List<Seat> seats)
      implements Serializable {

    public Group {
      seats = List.copyOf(seats);
    }
  }

  /**
   * A student of a group.
   *
   * @param type why the student takes the discipline
   * @param attempt which enrolment in it this is, from 1
   */
  public record Seat(long student, long enrolment, Level level, EnrolmentType type, int attempt)
      implements Serializable {

    /** Whether it was studied before; a debt may be owed of a discipline never taken. */
    private boolean isRepeated() {
      return type == EnrolmentType.RETAKE || type == EnrolmentType.DEBT && attempt > 1;
    }
  }

  /**
   * A sheet to be formed.
   *
   * @param supplement whether it stands beside a posted one, for those who came after it
   */
  public record Planned(SheetKind kind, Level level, List<Seat> seats, boolean supplement)
      implements Serializable {

    public Planned {
      seats = List.copyOf(seats);
    }
  }

  /**
   * The sheets of a group.
   *
   * @param formed levels that have their sheet already
   * @param late students who are enrolled in it since that sheet was posted, and stand in none of
   *     the discipline
   */
  public static SheetPlan of(Group group, Set<Level> formed, Set<Long> late) {
    Map<Level, List<Seat>> levels = new EnumMap<>(Level.class);
    group
        .seats()
        .forEach(seat -> levels.computeIfAbsent(seat.level(), l -> new ArrayList<>()).add(seat));
    List<Planned> wanted = new ArrayList<>();
    levels.forEach(
        (level, seats) -> {
          if (!formed.contains(level)) {
            wanted.add(new Planned(kind(group, seats), level, seats, false));
            return;
          }
          List<Seat> since = seats.stream().filter(seat -> late.contains(seat.student())).toList();
          if (!since.isEmpty()) {
            wanted.add(new Planned(kind(group, since), level, since, true));
          }
        });
    Verdict verdict =
        OneSheetPerGroup.judge(
                group.code(), !formed.isEmpty() && wanted.isEmpty(), group.seats().size())
            .and(byProtocol(group));
    if (!verdict.isAllowed()) {
      return new SheetPlan(List.of(), verdict);
    }
    return new SheetPlan(
        wanted,
        verdict
            .and(severalLevels(group, levels.keySet()))
            .and(supplements(group, wanted))
            .and(staff(group)));
  }

  /** SHT-32. Who came after the sheet was posted gets a supplementary one, and is named as such. */
  private static Verdict supplements(Group group, List<Planned> wanted) {
    int late =
        wanted.stream().filter(Planned::supplement).mapToInt(one -> one.seats().size()).sum();
    return late == 0
        ? Verdict.allowed()
        : Verdict.warning(Refusal.of("attestation.session.late", "SHT-32", group.code(), late));
  }

  /** SHT-9. What the discipline is comes first, then the semester, then why it is taken. */
  private static SheetKind kind(Group group, Collection<Seat> seats) {
    if (isFinal(group)) {
      return SheetKind.FINAL;
    }
    if (group.stateExam()) {
      return SheetKind.GOS_HISTORY;
    }
    SheetKind ofDiscipline = ofDiscipline(group);
    if (group.summer()) {
      // the summer has sheets of its own (SUM-4); why each takes it stands with the enrolment
      return ofDiscipline == SheetKind.MAIN ? SheetKind.SUMMER : ofDiscipline;
    }
    if (seats.stream().allMatch(Seat::isRepeated)) {
      return SheetKind.RETAKE;
    }
    return seats.stream().allMatch(seat -> seat.type() == EnrolmentType.DIFFERENCE)
        ? SheetKind.DIFFERENCE
        : ofDiscipline;
  }

  private static boolean isFinal(Group group) {
    return group.kind() == DisciplineKind.FINAL || group.control() == ControlForm.FINAL_ATTESTATION;
  }

  /** Practice and course work with an exam have the columns of an exam. */
  private static SheetKind ofDiscipline(Group group) {
    if (group.control().hasRating()) {
      return SheetKind.MAIN;
    }
    return switch (group.kind()) {
      case PRACTICE -> SheetKind.PRACTICE;
      case COURSEWORK -> SheetKind.COURSEWORK;
      case DISCIPLINE, RESEARCH, FINAL -> SheetKind.MAIN;
    };
  }

  private static Verdict byProtocol(Group group) {
    return isFinal(group)
        ? FinalByProtocol.unweighted(group.code(), group.control())
        : Verdict.allowed();
  }

  private static Verdict severalLevels(Group group, Set<Level> levels) {
    return levels.size() < 2
        ? Verdict.allowed()
        : Verdict.warning(
            Refusal.of("attestation.session.levels", "SHT-10", group.code(), levels.size()));
  }

  private static Verdict staff(Group group) {
    return group.staffed()
        ? Verdict.allowed()
        : Verdict.warning(Refusal.of("attestation.session.nobody-types", "CTL-1", group.code()));
  }

  /**
   * SHT-10. The day whose rules bind a sheet: that of its forming, and never one outside its term,
   * so that rules for the next year do not reach a sheet formed late.
   *
   * @param today day of the forming
   */
  public static LocalDate rulesOn(LocalDate today, Span term) {
    if (today.isBefore(term.from())) {
      return term.from();
    }
    return today.isAfter(term.to()) ? term.to() : today;
  }
}
