package kz.miras.registrar.attestation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.OneSheetPerGroup;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.sitting.SheetPlan;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.NameOrder;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Forms sheets from registrations: those of a whole session in one act, or those of one group. Who
 * withdrew before there was a sheet stands in it as W, like who withdraws after.
 */
@Stateless
@Guarded
public class SheetFormation {

  @Inject private Sheets sheets;
  @Inject private SessionGroups groups;
  @Inject private SheetInserts inserts;
  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private LastDays lastDays;
  @Inject private UniversityTime time;
  @Inject private AuditTrail audit;

  /**
   * What forming a session will do.
   *
   * @param formed groups that have all their sheets
   * @param lines what will be formed, by school and kind
   * @param obstacles what stands in the way of a group first, then what whoever forms should know
   */
  public record Preview(int formed, List<Line> lines, List<Obstacle> obstacles)
      implements Serializable {

    public int sheets() {
      return lines.stream().mapToInt(Line::sheets).sum();
    }

    public int students() {
      return lines.stream().mapToInt(Line::students).sum();
    }

    /** Groups, or what is more than one of them, that get no sheet. */
    public long refused() {
      return obstacles.stream().filter(Obstacle::refuses).count();
    }
  }

  /** Sheets of a kind in a school, with the rows they will have. */
  public record Line(LocalizedText school, SheetKind kind, int sheets, int students)
      implements Serializable {}

  /**
   * Something in the way.
   *
   * @param offering public id; null where it concerns the term
   * @param group code of the group or the offering
   * @param discipline its name; null where it concerns the term
   * @param refuses whether no sheet is formed there
   */
  public record Obstacle(
      String offering, String group, LocalizedText discipline, Refusal why, boolean refuses)
      implements Serializable {}

  /** What {@link #formTerm} will do now. */
  @RolesAllowed(Permissions.SHEET_CREATE)
  public Preview preview(long termId) {
    Term term = term(termId);
    Map<String, Line> lines = new LinkedHashMap<>();
    List<Obstacle> obstacles = new ArrayList<>();
    if (calendars.events().stream()
        .noneMatch(e -> e.getTerm().getId().equals(termId) && e.getKind() == EventKind.SESSION)) {
      Refusal noWindow = Refusal.of("attestation.session.no-window", "SHT-11", term.getCode());
      obstacles.add(new Obstacle(null, term.getCode(), null, noWindow, false));
    }
    groups
        .ungrouped(termId)
        .forEach(
            some ->
                obstacles.add(
                    new Obstacle(
                        some.offering(),
                        some.code(),
                        some.name(),
                        Refusal.of(
                            "attestation.session.no-group", "SHT-3", some.code(), some.students()),
                        true)));
    int formed = 0;
    for (SessionGroups.SessionGroup group : groups.of(termId, null, time.today())) {
      SheetPlan plan = group.plan(term.getType().isSummer());
      if (isFormed(plan)) {
        formed++;
      } else if (group.open() || !group.rows().isEmpty()) {
        plan.verdict().refusals().forEach(why -> obstacles.add(obstacle(group, why, true)));
        plan.verdict().warnings().forEach(why -> obstacles.add(obstacle(group, why, false)));
        plan.sheets().forEach(sheet -> count(lines, group, sheet));
      }
    }
    obstacles.sort(Comparator.comparing(Obstacle::refuses).reversed());
    return new Preview(formed, List.copyOf(lines.values()), List.copyOf(obstacles));
  }

  private static boolean isFormed(SheetPlan plan) {
    return plan.verdict().refusals().stream()
        .anyMatch(why -> why.code().equals(OneSheetPerGroup.EXISTS));
  }

  private static Obstacle obstacle(SessionGroups.SessionGroup group, Refusal why, boolean refuses) {
    return new Obstacle(group.offering(), group.code(), group.name(), why, refuses);
  }

  private static void count(
      Map<String, Line> lines, SessionGroups.SessionGroup group, SheetPlan.Planned sheet) {
    lines.merge(
        group.school().getRu() + " " + sheet.kind(),
        new Line(group.school(), sheet.kind(), 1, sheet.seats().size()),
        (one, other) ->
            new Line(
                one.school(),
                one.kind(),
                one.sheets() + other.sheets(),
                one.students() + other.students()));
  }

  /** Forms the sheets that the groups of a term still lack; returns how many. */
  @RolesAllowed(Permissions.SHEET_CREATE)
  public int formTerm(long termId) {
    Term term = term(termId);
    // whoever forms the same session at this moment waits here, and then finds it formed
    sheets.lockNumbers(term.getCode());
    return form(term, groups.of(termId, null, time.today())).size();
  }

  /**
   * Forms the sheets of one group: one, or one for each level of its students.
   *
   * @return public id of the first
   * @throws RegistrarException.Refused where it exists, or nobody is or was enrolled
   */
  @RolesAllowed(Permissions.SHEET_CREATE)
  public String form(long sectionId) {
    Section section =
        offerings
            .section(sectionId)
            .orElseThrow(() -> new RegistrarException.NotFound("section", sectionId));
    Term term = term(section.getOffering().getTermId());
    sheets.lockNumbers(term.getCode());
    List<SessionGroups.SessionGroup> one = groups.of(term.getId(), sectionId, time.today());
    if (one.isEmpty()) {
      throw new RegistrarException.NotFound("section", sectionId);
    }
    Verdict verdict = one.get(0).plan(term.getType().isSummer()).verdict();
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    return form(term, one).get(0).uuid().toString();
  }

  private Term term(long id) {
    return calendars.term(id).orElseThrow(() -> new RegistrarException.NotFound("term", id));
  }

  private List<SheetInserts.Fresh> form(Term term, List<SessionGroups.SessionGroup> wanted) {
    LocalDate day = SheetPlan.rulesOn(time.today(), new Span(term.getStartsOn(), term.getEndsOn()));
    List<SheetInserts.Fresh> fresh = new ArrayList<>();
    Map<Level, String> ruleSets = new EnumMap<>(Level.class);
    NameOrder order = NameOrder.kazakh();
    LastDays.OfTerm ends = lastDays.in(term);
    for (SessionGroups.SessionGroup group : wanted) {
      for (SheetPlan.Planned sheet : group.plan(term.getType().isSummer()).sheets()) {
        List<SessionGroups.Row> rows =
            sheet.seats().stream()
                .map(seat -> group.rows().get(seat.student()))
                .sorted(Comparator.comparing(SessionGroups.Row::name, order))
                .toList();
        String ruleSet =
            ruleSets.computeIfAbsent(sheet.level(), level -> rules.inForce(level, day).code());
        fresh.add(
            new SheetInserts.Fresh(
                UUID.randomUUID(),
                term.getId(),
                group,
                sheet,
                ruleSet,
                ends.of(sheet.kind(), group.control(), sheet.level(), rules.named(ruleSet)),
                rows));
      }
    }
    List<String> numbers = sheets.nextNumbers(term.getCode(), fresh.size());
    inserts.insert(fresh, numbers);
    List<AuditTrail.Change> told = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      told.add(told(fresh.get(i), numbers.get(i)));
    }
    audit.record(told);
    return fresh;
  }

  private static AuditTrail.Change told(SheetInserts.Fresh sheet, String number) {
    return new AuditTrail.Change(
        "sheet.form",
        "Sheet",
        number,
        null,
        "{\"kind\":\"%s\",\"level\":\"%s\",\"rules\":\"%s\",\"rows\":%d}"
            .formatted(
                sheet.planned().kind(),
                sheet.planned().level(),
                sheet.ruleSet(),
                sheet.rows().size()));
  }
}
