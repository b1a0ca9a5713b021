package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.retake.FxRight;
import kz.miras.registrar.attestation.service.FollowingSheet;
import kz.miras.registrar.attestation.service.SheetPublished;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.attestation.service.retake.FxRights;
import kz.miras.registrar.attestation.service.retake.FxWindows;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.service.payment.RetakeFees;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/**
 * FXR-1. Gives the right of an FX retake when results are published, and when a published result is
 * corrected to FX; tells the students.
 */
@ApplicationScoped
public class FxOpening {

  private static final String SESSION = "/achievement/my-session.xhtml";

  @Inject private Sitters sitters;
  @Inject private Sheets sheets;
  @Inject private KnownHistory history;
  @Inject private LedgerReader ledger;
  @Inject private FxRights rights;
  @Inject private FxWindows windows;
  @Inject private RetakeFees fees;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private Students students;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  void published(@Observes SheetPublished event) {
    if (event.part() == SheetPart.RESULT) {
      open(event.sheet(), windows.ask());
    }
  }

  /** An appeal or a correction may make an FX of what was worse: the right comes with it. */
  void corrected(@Observes ResultsCorrected event) {
    SortedSet<Long> concerned = new TreeSet<>();
    event.results().stream()
        .map(ResultsCorrected.Corrected::sheet)
        .filter(Objects::nonNull)
        .forEach(concerned::add);
    concerned.removeAll(history.unpublishedOf(List.copyOf(concerned)));
    FxWindows.Asked asked = windows.ask();
    concerned.forEach(sheet -> open(sheets.byId(sheet).orElseThrow(), asked));
  }

  /**
   * Gives it to everybody of a closed sheet whose FX is open and who has none for the attempt, and
   * again to whom it had ended unused; who would have it for no day any more gets none.
   *
   * @return how many
   */
  int open(Sheet sheet, FxWindows.Asked asked) {
    List<FollowingSheet.Line> open =
        ledger.hasFx(sheet.getId()) ? sitters.of(sheet, SheetKind.FX) : List.of();
    if (open.isEmpty()) {
      return 0;
    }
    Set<Long> keys =
        open.stream().map(line -> line.from().getStudentId()).collect(Collectors.toSet());
    Map<Long, FxRight> known =
        rights.ofAttempts(keys, sheet.getDisciplineId(), sheet.getTermId()).stream()
            .collect(Collectors.toMap(FxRight::getStudentId, Function.identity()));
    Map<Long, Student> all =
        students.byIds(keys).stream()
            .collect(Collectors.toMap(Student::getId, Function.identity()));
    Term term = calendars.term(sheet.getTermId()).orElseThrow();
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    String code = discipline.getCode();
    int credits = discipline.getCredits();
    Instant now = time.now();
    List<FxRight> given = new ArrayList<>();
    Map<Long, List<? extends Serializable>> dated = new HashMap<>();
    Map<Long, List<? extends Serializable>> undated = new HashMap<>();
    for (long key : keys) {
      Optional<Deadline> until = asked.of(all.get(key), term);
      FxRight right = given(known.get(key), key, sheet, until, now);
      if (right == null) {
        continue;
      }
      given.add(right);
      Optional<LocalDate> last = until.map(Deadline::lastDay);
      if (last.isPresent()) {
        dated.put(key, List.of(code, last.get()));
      } else {
        undated.put(key, List.of(code));
      }
    }
    notices.tellStudents(dated, "attestation.notice.fx-open", SESSION);
    notices.tellStudents(undated, "attestation.notice.fx-open-undated", SESSION);
    RuleSet inForce = rules.named(sheet.getRuleSetCode());
    Map<Long, List<? extends Serializable>> told = new HashMap<>();
    Map<Long, List<? extends Serializable>> priced = new HashMap<>();
    Map<Level, Optional<BigDecimal>> byLevel = new EnumMap<>(Level.class);
    for (FxRight right : given) {
      if (right.isUnpaid(inForce)) {
        Optional<BigDecimal> fee =
            byLevel.computeIfAbsent(
                all.get(right.getStudentId()).getProgramme().getLevel(),
                level -> fees.fee(level, term, credits));
        if (fee.isPresent()) {
          priced.put(right.getStudentId(), List.of(code, fee.get().toPlainString()));
        } else {
          told.put(right.getStudentId(), List.of(code));
        }
      }
    }
    notices.tellStudents(told, "attestation.notice.fx-pay", SESSION);
    notices.tellStudents(priced, "attestation.notice.fx-fee", SESSION);
    return given.size();
  }

  /** A new right, or the one that had ended given again; null where there is none to give. */
  private FxRight given(
      FxRight known, long student, Sheet sheet, Optional<Deadline> until, Instant now) {
    if (known == null) {
      FxRight right =
          new FxRight(student, sheet.getDisciplineId(), sheet.getTermId(), sheet.getId(), now);
      if (right.isOver(until, now, time.zone())) {
        return null;
      }
      rights.add(right);
      return right;
    }
    // the slip is for the sheet the right was given by
    if (known.getSheetId() != sheet.getId() || !known.mayReopen(until, now, time.zone())) {
      return null;
    }
    FxRight right = rights.lock(known);
    if (!right.mayReopen(until, now, time.zone())) {
      return null;
    }
    right.reopen();
    return right;
  }
}
