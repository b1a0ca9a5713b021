package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.CountedLine;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.GpaStatement;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.service.DebtReader;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.achievement.service.analysis.GroupMembers.Taken;
import kz.miras.registrar.achievement.service.analysis.GroupSheetView.Cell;
import kz.miras.registrar.achievement.service.analysis.GroupSheetView.Column;
import kz.miras.registrar.achievement.service.analysis.GroupSheetView.Row;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.NameOrder;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/**
 * Makes the consolidated sheet of a group. Callers have checked who may read it: what a document
 * states never depends on who signs it last.
 */
@Stateless
@PermitAll
public class GroupSheets {

  @Inject private GroupMembers members;
  @Inject private Students students;
  @Inject private KnownHistory known;
  @Inject private DebtReader debts;
  @Inject private Calendars calendars;
  @Inject private StudyRules rules;
  @Inject private UniversityTime time;

  /** The disciplines of the sheet while it is made, with their results. */
  private static final class Disciplines {
    private final Map<String, Taken> known = new HashMap<>();
    private final Map<String, GradeCount> counts = new HashMap<>();

    void know(Taken taken) {
      known.putIfAbsent(taken.key(), taken);
    }

    void count(String key, Result result, RuleSet set) {
      counts.merge(key, GradeCount.of(result.grade(), 1, result.scale(), set), GradeCount::plus);
    }

    List<Column> columns(boolean whole) {
      return known.values().stream()
          .sorted(Comparator.comparing(Taken::code))
          .map(
              one ->
                  new Column(
                      one.key(),
                      one.code(),
                      one.name(),
                      one.credits(),
                      whole ? counts.getOrDefault(one.key(), GradeCount.none()) : null))
          .toList();
    }

    GradeCount all() {
      return counts.values().stream().reduce(GradeCount.none(), GradeCount::plus);
    }
  }

  /** What all rows have in common; the rules of a level on a day are looked up once. */
  private record Day(
      LocalDate today,
      Term term,
      List<Term> calendar,
      StudyRules study,
      LongFunction<DebtReader.Around> arounds,
      Map<List<Object>, RulesOfTime> known) {

    Day(
        LocalDate today,
        Term term,
        List<Term> calendar,
        StudyRules study,
        LongFunction<DebtReader.Around> arounds) {
      this(today, term, calendar, study, arounds, new HashMap<>());
    }

    RulesOfTime rules(Level level, LocalDate on) {
      return known.computeIfAbsent(List.of(level, on), key -> study.on(level, on));
    }
  }

  /** A row without its rank. */
  private record Ranked(Row row, Gpa gpa) {}

  /**
   * The sheet of all students of a group in a term.
   *
   * @param group code
   * @param term code
   * @throws RegistrarException.NotFound where there is no such term, or nobody in it
   */
  public GroupSheetView whole(String group, String term) {
    Term found = term(term);
    List<Student> all = students.byIds(members.of(group, found.getId()));
    return of(group, found, all, all.size());
  }

  /**
   * A term by its code.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  public Term term(String code) {
    return calendars.term(code).orElseThrow(() -> new RegistrarException.NotFound("term", code));
  }

  /**
   * The sheet of some students of a group.
   *
   * @param all how many there are in the group
   * @throws RegistrarException.NotFound where there are none
   */
  public GroupSheetView of(String group, Term term, List<Student> seen, int all) {
    if (seen.isEmpty()) {
      throw new RegistrarException.NotFound("group", group);
    }
    List<Long> ids = seen.stream().map(Student::getId).toList();
    Map<Long, List<LedgerEntry>> ledgers = known.ofAll(ids);
    Map<Long, List<Taken>> enrolled = members.enrolled(ids, term.getId());
    Disciplines disciplines = new Disciplines();
    LocalDate today = time.today();
    Day day = new Day(today, term, calendars.terms(), rules, debts.aroundGroup(seen, today));
    List<Ranked> rows = new ArrayList<>();
    for (Student student : seen) {
      rows.add(
          row(
              student,
              day,
              ledgers.get(student.getId()),
              enrolled.getOrDefault(student.getId(), List.of()),
              disciplines));
    }
    boolean whole = seen.size() == all;
    Programme programme = students.group(group).orElseThrow().getCurriculum().getProgramme();
    return new GroupSheetView(
        group,
        programme.getCode(),
        programme.getName(),
        term.getCode(),
        term.getType().name(),
        term.ref().academicYear(),
        disciplines.columns(whole),
        all,
        ranked(rows, whole),
        whole ? disciplines.all() : null,
        day.today());
  }

  private Ranked row(
      Student student,
      Day day,
      List<LedgerEntry> entries,
      List<Taken> enrolled,
      Disciplines disciplines) {
    Term term = day.term();
    Level level = student.getProgramme().getLevel();
    RulesOfTime set = day.rules(level, term.getEndsOn());
    Map<Long, LedgerEntry> byPosition =
        entries.stream().collect(Collectors.toMap(LedgerEntry::position, entry -> entry));
    List<Result> upToNow =
        entries.stream()
            .map(LedgerEntry::toResult)
            .filter(result -> !term.ref().isBefore(result.term()))
            .toList();
    GpaCalculator calculator = new GpaCalculator(set);
    GpaStatement session = calculator.term(upToNow, term.ref());
    Map<String, Cell> cells = new TreeMap<>();
    Map<String, Integer> credits = new HashMap<>();
    for (Taken taken : enrolled) {
      disciplines.know(taken);
      cells.put(taken.key(), new Cell(null, "", false));
      if (!taken.additional()) {
        credits.put(taken.key(), taken.credits());
      }
    }
    for (CountedLine line : ofTerm(upToNow, term, set).standing().values()) {
      Result result = line.result();
      LedgerEntry.Studied studied = byPosition.get(result.position()).discipline();
      disciplines.know(
          new Taken(
              studied.key(),
              studied.code(),
              studied.name(),
              studied.credits(),
              studied.additional()));
      disciplines.count(studied.key(), result, set.of(result));
      cells.put(
          studied.key(),
          new Cell(result.grade().percent(), result.grade().sign(), result.grade().fails()));
      if (!result.grade().isWithdrawn() && !studied.additional()) {
        credits.put(studied.key(), studied.credits());
      }
    }
    Optional<Gpa> gpa = session.gpa();
    return new Ranked(
        new Row(
            student.getUuid().toString(),
            student.getStudentNo(),
            student.fullName(),
            cells,
            credits.values().stream().mapToInt(Integer::intValue).sum(),
            session.earned().value(),
            session.rounded().orElse(null),
            calculator.year(upToNow, term.ref().yearStart()).rounded().orElse(null),
            calculator.cumulative(upToNow).rounded().orElse(null),
            debts
                .owed(
                    student,
                    entries,
                    day.rules(level, day.today()),
                    day.calendar(),
                    day.today(),
                    day.arounds().apply(student.getId()))
                .debts()
                .size(),
            null),
        gpa.orElse(null));
  }

  private static CountedResults ofTerm(List<Result> results, Term term, RulesOfTime set) {
    return CountedResults.of(
        results.stream().filter(result -> result.term().equals(term.ref())).toList(), set);
  }

  /** By name; the rank by the exact GPA, equals share it; among some of a group there is none. */
  private static List<Row> ranked(List<Ranked> rows, boolean whole) {
    return rows.stream()
        .map(
            one -> {
              Row row = one.row();
              return new Row(
                  row.id(),
                  row.number(),
                  row.name(),
                  row.cells(),
                  row.enrolled(),
                  row.earned(),
                  row.termGpa(),
                  row.yearGpa(),
                  row.gpa(),
                  row.debts(),
                  !whole || one.gpa() == null ? null : rank(one.gpa(), rows));
            })
        .sorted(Comparator.comparing(Row::name, NameOrder.kazakh()))
        .toList();
  }

  private static int rank(Gpa gpa, List<Ranked> rows) {
    return 1
        + (int) rows.stream().filter(one -> one.gpa() != null && isHigher(one.gpa(), gpa)).count();
  }

  private static boolean isHigher(Gpa one, Gpa other) {
    return one.points()
            .multiply(BigDecimal.valueOf(other.credits()))
            .compareTo(other.points().multiply(BigDecimal.valueOf(one.credits())))
        > 0;
  }
}
