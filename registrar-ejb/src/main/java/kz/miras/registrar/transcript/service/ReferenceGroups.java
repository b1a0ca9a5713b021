package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.achievement.service.analysis.ProgrammeGrades;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.service.KeptBriefly;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DistributionTable;
import kz.miras.registrar.transcript.DistributionWindow;
import kz.miras.registrar.transcript.twin.TwinContents.Share;

/**
 * DOC-64. The groups of reference of programmes. Documents of a batch ask for those of the same few
 * programmes: the results are counted once a minute for a programme, all its disciplines together.
 */
@ApplicationScoped
public class ReferenceGroups {

  @Inject private ProgrammeGrades grades;
  @Inject private Calendars calendars;
  @Inject private StudyRules rules;
  @Inject private UniversityTime time;

  private final KeptBriefly<String, List<Term>> calendar = new KeptBriefly<>();
  private final KeptBriefly<Question, Map<String, Map<Letter, Integer>>> counted =
      new KeptBriefly<>();

  private record Question(long programme, List<Long> terms) {}

  /** All terms of the calendar, at most a minute old. */
  List<Term> terms() {
    return calendar.of("terms", time.now(), all -> calendars.terms());
  }

  /** The table beside a record on a day; empty where nothing can be told. */
  public Optional<DistributionTable> table(Programme programme, StudyRecord record, LocalDate day) {
    RuleSet inForce = rules.on(programme.getLevel(), day).inForce();
    return window(inForce, day)
        .map(
            window ->
                DistributionTable.of(
                    record,
                    counted(programme, window),
                    window,
                    inForce.integer(RuleParameter.REPORT_MIN_STUDENTS)))
        .filter(table -> !table.disciplines().isEmpty());
  }

  /** The same for programs: the letters of its group by the position of each line with a letter. */
  Map<Long, List<Share>> shares(Programme programme, StudyRecord record, LocalDate day) {
    RuleSet inForce = rules.on(programme.getLevel(), day).inForce();
    Map<Long, List<Share>> shares = new HashMap<>();
    window(inForce, day)
        .map(window -> counted(programme, window))
        .ifPresent(
            groups ->
                record.terms().stream()
                    .flatMap(term -> term.lines().stream())
                    .filter(line -> line.digital() != null)
                    .forEach(
                        line ->
                            shares.put(
                                line.position(),
                                shares(
                                    DistributionTable.told(
                                        groups.get(line.code()),
                                        inForce.integer(RuleParameter.REPORT_MIN_STUDENTS))))));
    return shares;
  }

  private static List<Share> shares(Map<Letter, Integer> group) {
    return group.entrySet().stream()
        .map(one -> new Share(one.getKey().sign(), one.getValue()))
        .toList();
  }

  private Optional<DistributionWindow> window(RuleSet inForce, LocalDate day) {
    return DistributionWindow.of(terms(), day, inForce.integer(RuleParameter.DISTRIBUTION_YEARS));
  }

  private Map<String, Map<Letter, Integer>> counted(
      Programme programme, DistributionWindow window) {
    return counted.of(
        new Question(programme.getId(), window.terms().stream().map(Term::getId).toList()),
        time.now(),
        asked -> grades.of(asked.programme(), asked.terms()));
  }
}
