package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.RowChange;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.rating.RatingLine;
import kz.miras.registrar.attestation.service.rating.RatingSheets;
import kz.miras.registrar.attestation.sitting.SheetPlan;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentChange;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * RAT-7. Rows of students who change the group within a discipline: what is typed in them goes
 * along, to the sheet of the new group and to its journal. A group that has none yet gets it then,
 * so that nothing typed is lost.
 */
@ApplicationScoped
class MovedRows {

  private static final int NOTE = 1000;

  @Inject private Sheets sheets;
  @Inject private SheetRecords records;
  @Inject private MovedDecisions decisions;
  @Inject private RatingSheets ratings;
  @Inject private SessionGroups groups;
  @Inject private SheetInserts inserts;
  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /**
   * What has changed.
   *
   * @param sheets whose rows are others now
   * @param joined those of them that somebody has come to
   */
  record Changed(Set<Sheet> sheets, Set<Sheet> joined) {}

  /**
   * Takes rows along.
   *
   * @param open sheets and journals of the groups concerned; those formed here are added
   */
  Changed along(List<EnrolmentChange> changes, List<Sheet> open) {
    Changed changed = new Changed(new LinkedHashSet<>(), new LinkedHashSet<>());
    // journals after the sheets they belong to
    List<Sheet> left =
        open.stream()
            .sorted(Comparator.comparing((Sheet sheet) -> sheet.getKind() == SheetKind.RATING))
            .toList();
    for (Sheet from : left) {
      for (EnrolmentChange change : changes) {
        if (change.sections().contains(from.getSectionId())
            && RowChange.after(change.status(), true) == RowChange.REMOVED) {
          row(from, change.studentId())
              .filter(row -> isTyped(from, row))
              .ifPresent(
                  row ->
                      arrival(changes, from, change.studentId())
                          .ifPresent(to -> move(from, row, to, changes, open, changed)));
        }
      }
    }
    return changed;
  }

  /** Whether something is typed in the row, or in that of a journal of the sheet. */
  private boolean isTyped(Sheet sheet, SheetRow row) {
    return row.isTyped() || ratings.isTypedInJournals(sheet, row.getStudentId());
  }

  /** How the student is enrolled in another group of the same discipline. */
  private Optional<EnrolmentChange> arrival(
      List<EnrolmentChange> changes, Sheet from, long student) {
    return changes.stream()
        .filter(change -> change.studentId() == student)
        .filter(change -> change.status() == EnrolmentStatus.ENROLLED)
        .filter(change -> !change.sections().contains(from.getSectionId()))
        .filter(
            change ->
                offerings
                    .offering(change.offeringId())
                    .filter(
                        offering ->
                            offering.getDisciplineId() == from.getDisciplineId()
                                && offering.getTermId() == from.getTermId())
                    .isPresent())
        .findFirst();
  }

  private void move(
      Sheet from,
      SheetRow row,
      EnrolmentChange to,
      List<EnrolmentChange> changes,
      List<Sheet> open,
      Changed changed) {
    Optional<Sheet> target =
        open.stream()
            .filter(sheet -> to.sections().contains(sheet.getSectionId()))
            .filter(sheet -> sheet.getDisciplineId() == from.getDisciplineId())
            .filter(sheet -> sameKind(sheet, from))
            .filter(sheet -> sheets.takes(sheet, row.getStudentId()))
            .findFirst();
    if (target.isEmpty()) {
      target =
          from.getKind() == SheetKind.RATING
              ? journal(from, row, to, open)
              : formed(from, row.getStudentId(), to, changes);
      target.ifPresent(open::add);
    }
    if (target.isEmpty()) {
      return;
    }
    Sheet sheet = target.get();
    if (row(sheet, row.getStudentId()).isEmpty()) {
      row.moveTo(sheet, to.enrolmentId(), sheets.rows(sheet.getId()).size() + 1);
      sheets.flush();
      // with them whoever typed what goes along (SOD-1)
      decisions.follow(from, sheet, row.getStudentId());
      changed.sheets().add(from);
      changed.sheets().add(sheet);
      changed.joined().add(sheet);
    }
  }

  /** SOD-1. Whoever typed what goes along is known where it goes. */
  private void typists(Sheet from, Sheet to) {
    records.typists(from.getId()).forEach(login -> records.typed(to.getId(), login));
  }

  private static boolean sameKind(Sheet one, Sheet other) {
    boolean journal = other.getKind() == SheetKind.RATING;
    return (one.getKind() == SheetKind.RATING) == journal
        && (!journal || one.getPeriod().equals(other.getPeriod()));
  }

  /**
   * The sheet of a group that had none for students of this level: of the kind the new group asks
   * for (SHT-9), by the rules the ratings were typed under.
   */
  private Optional<Sheet> formed(
      Sheet from, long student, EnrolmentChange to, List<EnrolmentChange> changes) {
    Term term = calendars.term(from.getTermId()).orElseThrow();
    sheets.flush();
    for (long section : to.sections()) {
      for (SessionGroups.SessionGroup group : groups.of(term.getId(), section, time.today())) {
        // SHT-32: where the group's sheet is posted, whoever comes with ratings gets another one
        group.late().add(student);
        Optional<SheetPlan.Planned> planned =
            group.plan(term.getType().isSummer()).sheets().stream()
                .filter(one -> one.seats().stream().anyMatch(seat -> seat.student() == student))
                .findFirst();
        if (planned.isPresent()) {
          return Optional.of(formed(from, term, group, planned.get(), changes));
        }
      }
    }
    return Optional.empty();
  }

  private Sheet formed(
      Sheet from,
      Term term,
      SessionGroups.SessionGroup group,
      SheetPlan.Planned planned,
      List<EnrolmentChange> changes) {
    long section = group.section();
    Sheet sheet =
        Sheet.like(
            from, sheets.nextNumber(term.getCode()), section, planned.kind(), planned.level());
    if (planned.supplement()) {
      sheet.supplement(inserts.nextSupplement(section));
    }
    sheet.assign(group.teacher(), group.examiner());
    sheet.lastOn(from.getLastDay());
    sheets.add(sheet);
    // who comes now is given a row, or brings one, afterwards
    Set<Long> coming = changes.stream().map(EnrolmentChange::studentId).collect(Collectors.toSet());
    // who sits early has a sheet already (SHT-23), who is of another level another one
    Set<Long> seated =
        planned.seats().stream().map(SheetPlan.Seat::student).collect(Collectors.toSet());
    int line = 1;
    for (Enrolment enrolment : offerings.inSheet(section)) {
      long student = enrolment.getStudentId();
      if (!coming.contains(student) && seated.contains(student)) {
        SheetRow row = new SheetRow(sheet, student, enrolment.getId(), line++, null);
        if (enrolment.getStatus() == EnrolmentStatus.WITHDRAWN) {
          row.withdraw(enrolment.getReason());
        }
        sheets.add(row);
      }
    }
    sheets.flush();
    return sheet;
  }

  /**
   * The journal of the new group, formed where it has none and nobody is rated without one. Where
   * it is closed already, or the group goes without, the sheet gets the rating, or a note of what
   * is typed while that is not enough for a rating.
   */
  private Optional<Sheet> journal(Sheet from, SheetRow row, EnrolmentChange to, List<Sheet> open) {
    Optional<Sheet> main =
        open.stream()
            .filter(sheet -> to.sections().contains(sheet.getSectionId()))
            .filter(sheet -> sheet.getDisciplineId() == from.getDisciplineId())
            .filter(sheet -> sheet.getKind() != SheetKind.RATING)
            .filter(sheet -> sheets.takes(sheet, row.getStudentId()))
            .findFirst();
    if (main.isEmpty()) {
      return Optional.empty();
    }
    int period = from.getPeriod();
    List<SheetRow> others =
        sheets.rows(main.get().getId()).stream()
            .filter(other -> other.getStudentId() != row.getStudentId())
            .toList();
    if (!main.get().hasJournal(period)
        && others.stream().allMatch(other -> other.rating(period) == null)) {
      Sheet journal = ratings.form(main.get(), others, period);
      sheets.flush();
      return Optional.of(journal);
    }
    typists(from, main.get());
    ratings.lines(from).stream()
        .filter(line -> line.row() == row)
        .forEach(line -> keep(from, line, main.get()));
    return Optional.empty();
  }

  private void keep(Sheet from, RatingLine line, Sheet main) {
    Optional<SheetRow> row = row(main, line.row().getStudentId());
    Optional<BigDecimal> rating = ratings.formula(from).rating(line.scores());
    if (rating.isPresent()) {
      row.ifPresent(own -> own.rateFrom(from.getPeriod(), rating.get(), line.row().getTypedBy()));
      return;
    }
    String typed =
        line.typedWeeks().entrySet().stream()
            .map(week -> week.getKey() + ": " + week.getValue())
            .collect(Collectors.joining("; ", from.getNumber() + " · ", ""));
    row.ifPresent(own -> own.remark(typed.substring(0, Math.min(NOTE, typed.length()))));
  }

  /** Whether a journal has nothing to ask of a student: the rating has come along. */
  boolean isRated(Sheet journal, long student) {
    if (journal.getKind() != SheetKind.RATING) {
      return false;
    }
    Sheet main = sheets.byId(journal.getRatesId()).orElseThrow();
    return row(main, student).map(own -> own.rating(journal.getPeriod())).isPresent();
  }

  private Optional<SheetRow> row(Sheet sheet, long student) {
    return sheets.rows(sheet.getId()).stream()
        .filter(row -> row.getStudentId() == student)
        .findFirst();
  }
}
