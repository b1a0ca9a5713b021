package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.attestation.RowChange;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.registration.EnrolmentChange;
import kz.miras.registrar.registration.EnrolmentChanges;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.NameOrder;
import kz.miras.registrar.shared.service.Messages;

/**
 * SHT-8. The rows of a sheet that is not posted follow the enrolments of its group: who comes gets
 * a row in the order of names, who drops loses it unless a result stands there, who withdraws keeps
 * it as W. A row of somebody who changes the group goes along (RAT-7). A submitted sheet that gets
 * a row goes back to whoever fills it: the new row has no result. Who has left the sheet for an
 * early individual sitting is followed there and not enrolled a second time (SHT-23).
 */
@ApplicationScoped
public class EnrolledRows {

  @Inject private Sheets sheets;
  @Inject private SheetStudents names;
  @Inject private SheetRecords records;
  @Inject private MovedRows moved;
  @Inject private EarlyRows early;
  @Inject private ReturnedLate late;
  @Inject private AuditTrail trail;

  void followed(@Observes EnrolmentChanges changes) {
    Set<Long> sections =
        changes.all().stream()
            .flatMap(change -> change.sections().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    List<Sheet> unposted = sheets.unpostedSittings(sections);
    // an early sitting is in no sheet of the group the student leaves
    if (unposted.isEmpty()
        && changes.all().stream().allMatch(one -> one.status() == EnrolmentStatus.ENROLLED)) {
      return;
    }
    List<Sheet> open =
        unposted.stream()
            .filter(sheet -> sheet.getContinuesId() == null)
            .collect(Collectors.toCollection(ArrayList::new));
    EarlyRows.Asked sittings = early.of(changes.all());
    MovedRows.Changed changed = moved.along(changes.all(), open);
    changed.sheets().forEach(this::arrange);
    changed.joined().forEach(this::giveBack);
    for (EnrolmentChange change : changes.all()) {
      boolean sitsEarly = sittings.followed(change);
      open.stream()
          .filter(sheet -> change.sections().contains(sheet.getSectionId()))
          .filter(
              sheet ->
                  !sitsEarly
                      || sheet.getKind() == SheetKind.RATING
                          && change.status() != EnrolmentStatus.ENROLLED)
          .forEach(sheet -> followed(sheet, change));
    }
  }

  private void followed(Sheet sheet, EnrolmentChange change) {
    List<SheetRow> rows = new ArrayList<>(sheets.rows(sheet.getId()));
    SheetRow row =
        rows.stream().filter(r -> r.getStudentId() == change.studentId()).findFirst().orElse(null);
    switch (after(sheet, row, change)) {
      case ADDED -> {
        // a student of another level waits for the sheet of that level
        if (!sheets.takes(sheet, change.studentId())) {
          return;
        }
        if (moved.isRated(sheet, change.studentId())) {
          return;
        }
        rows.add(add(sheet, change, rows.size() + 1));
        arrange(sheet, rows);
        giveBack(sheet);
      }
      case WITHDRAWN -> row.withdraw(change.reason());
      case RETURNED -> {
        row.comeBack(change.enrolmentId());
        giveBack(sheet);
      }
      case KEPT -> keep(row);
      case REMOVED -> {
        rows.remove(row);
        sheets.remove(row);
        arrange(sheet, rows);
      }
      case NONE -> {
        // the sheet is as it should be
      }
    }
  }

  /** A journal posts nothing: who drops leaves it. */
  private static RowChange after(Sheet sheet, SheetRow row, EnrolmentChange change) {
    return row == null
        ? RowChange.after(change.status(), false)
        : RowChange.of(
            change.status(),
            row.isWithdrawn() || !Objects.equals(row.getEnrolmentId(), change.enrolmentId()),
            row.isScored() && sheet.getKind() != SheetKind.RATING);
  }

  /** Who has dropped keeps what is typed until the office decides. */
  static void keep(SheetRow row) {
    row.remark(inBoth("attestation.sheet.kept-row"));
  }

  /** Read by everybody, so in both languages. */
  private static String inBoth(String code) {
    return Messages.text(Language.KK, code) + " / " + Messages.text(Language.RU, code);
  }

  private SheetRow add(Sheet sheet, EnrolmentChange change, int line) {
    SheetRow row = new SheetRow(sheet, change.studentId(), change.enrolmentId(), line, null);
    sheets.add(row);
    sheets.flush();
    records.comes(sheet.getId(), change.studentId());
    return row;
  }

  /** Nobody has handed over the new row. */
  private void giveBack(Sheet sheet) {
    if (sheet.getStatus() == SheetStatus.SUBMITTED) {
      sheet.giveBack(trail.author(), inBoth("attestation.sheet.joined"));
      late.ask(sheet, sheet.getReturnedRemark());
    }
  }

  private void arrange(Sheet sheet) {
    arrange(sheet, new ArrayList<>(sheets.rows(sheet.getId())));
  }

  private void arrange(Sheet sheet, List<SheetRow> rows) {
    sheets.flush();
    Map<Long, SheetStudents.Name> known = names.of(sheet.getId());
    NameOrder order = NameOrder.kazakh();
    rows.sort(
        (a, b) -> order.compare(name(known, a.getStudentId()), name(known, b.getStudentId())));
    int line = 1;
    for (SheetRow row : rows) {
      row.place(line++);
    }
  }

  private static String name(Map<Long, SheetStudents.Name> known, long student) {
    SheetStudents.Name name = known.get(student);
    return name == null ? "" : name.name();
  }
}
