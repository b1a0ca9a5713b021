package kz.miras.registrar.achievement.service.summary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.PromotionDecision;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.StudyRecords;
import kz.miras.registrar.achievement.promotion.HonoursOutlook;
import kz.miras.registrar.achievement.service.DebtQueries.Owed;
import kz.miras.registrar.achievement.service.DebtReader;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.achievement.service.promotion.HonoursReader;
import kz.miras.registrar.achievement.service.promotion.NamedReasons;
import kz.miras.registrar.achievement.summary.AcademicStanding;
import kz.miras.registrar.achievement.summary.AchievementSummary;
import kz.miras.registrar.achievement.summary.Explanation;
import kz.miras.registrar.achievement.summary.Explanations;
import kz.miras.registrar.achievement.summary.Figure;
import kz.miras.registrar.achievement.summary.RecordedEntry;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.GpaBasis;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/**
 * ACH-8, ACH-9, STD-1. All figures of a student as they stand, or stood at the end of any past day,
 * derived from what was recorded by then, by the rules, the calendar and the course of that day;
 * and the explanation of one of them.
 */
@Stateless
@Guarded
public class FigureQueries {

  @Inject private KnownHistory history;
  @Inject private DebtReader debts;
  @Inject private NextCourse next;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private StudyRules rules;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /**
   * The figures.
   *
   * @param studentId public id
   * @param day at the end of which
   * @param record terms, years and the whole study
   * @param owed debts and open results
   * @param cycles credits earned by cycle, in the order of the cycles; those of unknown cycle last
   * @param ruleSet the rules in force on the day
   * @param next what is said of the next course year; null of who is not in the contingent
   * @param honours the outlook on honours; null of who is not in the contingent, and where the
   *     level knows none
   * @param why the explanation that was asked for; null for none
   * @param entries everything that was recorded, by position (ACH-12)
   */
  public record View(
      String studentId,
      String studentNo,
      LocalDate day,
      StudyRecord record,
      Owed owed,
      List<CycleCredits> cycles,
      String ruleSet,
      Next next,
      Honours honours,
      Explanation why,
      List<RecordedEntry> entries)
      implements Serializable {

    public View {
      entries = List.copyOf(entries);
    }

    /** Standing on the day; null of who is not in the contingent. */
    public AcademicStanding standing() {
      return next == null ? null : next.standing();
    }
  }

  /**
   * HON-2. The outlook on a diploma with honours.
   *
   * @param reasons what has lost it, or what is still missing, with disciplines by name
   */
  public record Honours(HonoursOutlook outlook, List<Refusal> reasons) implements Serializable {

    public Honours {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Credits earned in a cycle.
   *
   * @param key message key of its name
   */
  public record CycleCredits(String cycle, String key, int earned) implements Serializable {}

  /**
   * How the student stands, and what becomes of the next course year (PRO-1 to PRO-3).
   *
   * @param course the course year of the day
   * @param last whether it is the last one, after which comes the final attestation
   * @param year academic year of the course, for example 2025/2026
   * @param basis GPA of the year or of the whole study
   * @param points numerator of the GPA that is compared; null where there is none
   * @param credits its denominator
   * @param decision the proposal with its figures
   * @param councilNo number of the council's decision on the thresholds; null where there is none
   * @param councilOn its date
   */
  public record Next(
      AcademicStanding standing,
      int course,
      boolean last,
      String year,
      GpaBasis basis,
      BigDecimal points,
      int credits,
      PromotionDecision decision,
      String councilNo,
      LocalDate councilOn)
      implements Serializable {}

  /**
   * All figures.
   *
   * @param student public id or number, or "me"
   * @param asOf at the end of which day; null for today
   * @param why which figure is to be explained; null for none
   * @param of its year or term
   */
  @RolesAllowed({Permissions.ACHIEVEMENT_READ, Permissions.TRANSCRIPT_READ})
  public View view(String student, LocalDate asOf, Figure why, String of) {
    Student found =
        scope.visible(student, Permissions.ACHIEVEMENT_READ, Permissions.TRANSCRIPT_READ);
    LocalDate day = asOf == null ? time.today() : asOf;
    List<LedgerEntry> entries = history.of(found, asOf);
    RulesOfTime times = rules.on(found.getProgramme().getLevel(), day);
    List<Term> terms = calendars.terms();
    DebtReader.Progress progress = debts.progress(found, entries, times, terms, day);
    return new View(
        found.getUuid().toString(),
        found.getStudentNo(),
        day,
        StudyRecords.of(entries, times),
        progress.owed(),
        cycles(entries, times),
        times.inForce().code(),
        progress.course() == null ? null : next.of(found, progress, entries, times, terms, day),
        honours(progress, entries, times),
        why == null ? null : explained(why, of, entries, times, progress),
        recorded(found, entries));
  }

  private List<RecordedEntry> recorded(Student student, List<LedgerEntry> entries) {
    boolean whole = access.may(Permissions.ACHIEVEMENT_ORIGIN_READ, scope.target(student));
    return entries.stream().map(entry -> RecordedEntry.of(entry, whole)).toList();
  }

  private static List<CycleCredits> cycles(List<LedgerEntry> entries, RulesOfTime times) {
    Map<Long, Cycle> known = new HashMap<>();
    entries.forEach(entry -> known.put(entry.position(), entry.discipline().cycle()));
    SortedMap<String, Integer> earned = new TreeMap<>(Comparator.comparingInt(FigureQueries::rank));
    earned.putAll(AchievementSummary.of(results(entries), known, times).cycles());
    return earned.entrySet().stream()
        .map(
            one ->
                new CycleCredits(one.getKey(), Explanations.cycleKey(one.getKey()), one.getValue()))
        .toList();
  }

  private static int rank(String cycle) {
    return cycle.equals(AchievementSummary.NO_CYCLE)
        ? Cycle.values().length
        : Cycle.valueOf(cycle).ordinal();
  }

  private static List<Result> results(List<LedgerEntry> entries) {
    return entries.stream().map(LedgerEntry::toResult).toList();
  }

  private static Honours honours(
      DebtReader.Progress progress, List<LedgerEntry> entries, RulesOfTime times) {
    if (progress.course() == null || !times.inForce().level().isHigherEducation()) {
      return null;
    }
    HonoursOutlook outlook =
        HonoursReader.of(
            entries, times, progress.curriculum(), curriculum -> progress.attestation());
    return new Honours(outlook, new NamedReasons(entries).of(outlook.reasons()));
  }

  private static Explanation explained(
      Figure why,
      String of,
      List<LedgerEntry> entries,
      RulesOfTime times,
      DebtReader.Progress progress) {
    return switch (why) {
      case DEBTS, STANDING, NEXT_COURSE ->
          new Explanation(
              why,
              null,
              null,
              List.of(),
              null,
              progress.owed().credits(),
              why.rules(),
              List.of(times.inForce().code()));
      case HONOURS ->
          honours(progress, entries, times) == null
              ? null
              : Explanations.of(entries, times).explain(why, of).orElse(null);
      default -> Explanations.of(entries, times).explain(why, of).orElse(null);
    };
  }
}
