package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.CountedLine;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.promotion.HonoursOutlook;
import kz.miras.registrar.achievement.service.DebtReader;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.achievement.service.analysis.GroupSheetView.Cell;
import kz.miras.registrar.achievement.service.analysis.StudySheetView.Column;
import kz.miras.registrar.achievement.service.analysis.StudySheetView.Part;
import kz.miras.registrar.achievement.service.analysis.StudySheetView.Row;
import kz.miras.registrar.achievement.service.promotion.HonoursReader;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.shared.NameOrder;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** The consolidated sheet of a group over the whole study, for the attestation commission. */
@Stateless
@Guarded
public class StudySheetQueries {

  @Inject private GroupMembers members;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private KnownHistory history;
  @Inject private DebtReader debts;
  @Inject private Calendars calendars;
  @Inject private StudyRules rules;
  @Inject private HonoursReader honours;
  @Inject private UniversityTime time;

  /** A discipline while the sheet is made, with the first term anybody had a result of it in. */
  private record Taken(Column column, TermRef first) {

    Taken and(Taken other) {
      boolean earlier = other.first.isBefore(first);
      boolean practice = column.part() == Part.THEORY && other.column.part() == Part.PRACTICE;
      return new Taken(practice ? other.column : column, earlier ? other.first : first);
    }
  }

  /** What all rows have in common. */
  private record Day(
      LocalDate today,
      List<Term> calendar,
      Map<Level, RulesOfTime> rules,
      LongFunction<DebtReader.Around> arounds,
      ToIntFunction<Curriculum> attestations) {}

  /**
   * The sheet of those of a group whose achievements the caller may see, as of today.
   *
   * @param group code
   * @throws RegistrarException.NotFound where there is nobody to see
   */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public StudySheetView of(String group) {
    List<Long> all = members.of(group);
    List<Student> seen = scope.ofCaller(students.byIds(all), Permissions.ACHIEVEMENT_READ);
    if (seen.isEmpty()) {
      throw new RegistrarException.NotFound("group", group);
    }
    List<Long> ids = seen.stream().map(Student::getId).toList();
    Map<Long, List<LedgerEntry>> histories = history.ofAll(ids);
    LocalDate today = time.today();
    Day day =
        new Day(
            today,
            calendars.terms(),
            new EnumMap<>(Level.class),
            debts.aroundGroup(seen, today),
            honours.attestations());
    Map<String, Taken> taken = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (Student student : seen) {
      rows.add(row(student, histories.getOrDefault(student.getId(), List.of()), day, taken));
    }
    Programme programme = students.group(group).orElseThrow().getCurriculum().getProgramme();
    return new StudySheetView(
        group,
        programme.getCode(),
        programme.getName(),
        programme.getCredits(),
        today,
        all.size(),
        taken.values().stream()
            .sorted(
                Comparator.comparing((Taken one) -> one.column().part())
                    .thenComparing(Taken::first)
                    .thenComparing(one -> one.column().code()))
            .map(Taken::column)
            .toList(),
        rows.stream().sorted(Comparator.comparing(Row::name, NameOrder.kazakh())).toList());
  }

  private Row row(Student student, List<LedgerEntry> entries, Day day, Map<String, Taken> taken) {
    Level level = student.getProgramme().getLevel();
    RulesOfTime times = day.rules().computeIfAbsent(level, unknown -> rules.on(level, day.today()));
    Map<Long, LedgerEntry> byPosition =
        entries.stream().collect(Collectors.toMap(LedgerEntry::position, entry -> entry));
    List<Result> results = entries.stream().map(LedgerEntry::toResult).toList();
    CountedResults counted = CountedResults.of(results, times);
    Map<String, Cell> cells = new TreeMap<>();
    for (CountedLine line : counted.standing().values()) {
      Result result = line.result();
      if (!result.grade().isWithdrawn()) {
        Taken one = taken(byPosition.get(result.position()).discipline(), result);
        taken.merge(one.column().key(), one, Taken::and);
        cells.put(
            one.column().key(),
            new Cell(result.grade().percent(), result.grade().sign(), result.grade().fails()));
      }
    }
    HonoursOutlook.State outlook =
        level == Level.BACHELOR
            ? HonoursReader.of(entries, times, student.getCurriculum(), day.attestations()).state()
            : null;
    return new Row(
        student.getUuid().toString(),
        student.getStudentNo(),
        student.fullName(),
        cells,
        counted.earned().value(),
        new GpaCalculator(times).cumulative(results).rounded().orElse(null),
        debts
            .owed(
                student,
                entries,
                times,
                day.calendar(),
                day.today(),
                day.arounds().apply(student.getId()))
            .debts()
            .size(),
        outlook);
  }

  private static Taken taken(LedgerEntry.Studied studied, Result result) {
    Part part = Part.THEORY;
    if (studied.additional()) {
      part = Part.ADDITIONAL;
    } else if (studied.finalAttestation()) {
      part = Part.FINAL;
    } else if (result.kind() == ResultKind.PRACTICE) {
      part = Part.PRACTICE;
    }
    String key = studied.key() + ":" + studied.credits() + ":" + (part == Part.ADDITIONAL);
    return new Taken(
        new Column(key, studied.code(), studied.name(), studied.credits(), part), result.term());
  }
}
