package kz.miras.registrar.attestation.service.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.PostedResults;
import kz.miras.registrar.attestation.PostedResults.Posted;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.attestation.appeal.Appeal;
import kz.miras.registrar.attestation.appeal.AppealStatus;
import kz.miras.registrar.attestation.appeal.AppealableResult;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Students;

/** Which results a student may appeal now, and until when. */
@ApplicationScoped
public class AppealRights {

  @Inject private Appeals appeals;
  @Inject private AppealFacts facts;
  @Inject private PostedResults results;
  @Inject private Sheets sheets;
  @Inject private Students students;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /**
   * A result as an appeal sees it.
   *
   * @param published when; null for not yet
   * @param posted what stands; null for nothing
   */
  record Right(
      Sheet sheet, Instant published, Posted posted, RuleSet rules, AppealableResult result) {}

  /** Everything of a student that was published lately, as the rules say, the newest first. */
  List<Right> of(long student) {
    Level level = students.byId(student).orElseThrow().getProgramme().getLevel();
    int listed = rules.inForce(level, time.today()).integer(RuleParameter.APPEAL_LISTED_DAYS);
    return rights(student, facts.published(student, time.now().minus(Duration.ofDays(listed))));
  }

  /** Last days of appeals a student may file now, by key of the sheet (APL-1, APL-6, APL-8). */
  public Map<Long, LocalDate> open(long student) {
    return of(student).stream()
        .filter(right -> right.result().judge(right.rules(), time.now(), time.zone()).isAllowed())
        .collect(Collectors.toMap(right -> right.sheet().getId(), right -> right.result().until()));
  }

  /** The result of one sheet; empty where the student is not in it. */
  Optional<Right> of(long student, long sheet) {
    return rights(student, facts.of(student, sheet)).stream().findFirst();
  }

  private List<Right> rights(long student, List<AppealFacts.Publication> publications) {
    if (publications.isEmpty()) {
      return List.of();
    }
    Map<Long, Posted> posted = results.of(student);
    Set<Long> appealed =
        appeals.ofStudent(student).stream()
            .filter(appeal -> appeal.getStatus() != AppealStatus.REJECTED)
            .map(Appeal::getSheetId)
            .collect(Collectors.toSet());
    return publications.stream()
        .map(one -> right(one, posted.get(one.sheet()), appealed.contains(one.sheet())))
        .toList();
  }

  private Right right(AppealFacts.Publication publication, Posted posted, boolean appealed) {
    Sheet sheet = sheets.byId(publication.sheet()).orElseThrow();
    RuleSet inForce = rules.named(sheet.getRuleSetCode());
    LocalDate until =
        publication.at() == null
            ? null
            : SittingClock.of(null, null, inForce, calendars::workingDays, time.zone())
                .appealUntil(publication.at())
                .lastDay();
    boolean standing =
        posted != null && !posted.grade().isPending() && !posted.grade().isWithdrawn();
    boolean scored = posted != null && posted.score() != null;
    return new Right(
        sheet,
        publication.at(),
        posted,
        inForce,
        new AppealableResult(until, scored, standing, appealed));
  }

  /** APL-3. By which day what is filed now should be heard. */
  LocalDate hearBy(RuleSet inForce) {
    return Deadline.workingDaysAfter(
            time.now(),
            inForce.integer(RuleParameter.APPEAL_DECISION_WORKING_DAYS),
            calendars.workingDays(),
            time.zone())
        .lastDay();
  }
}
