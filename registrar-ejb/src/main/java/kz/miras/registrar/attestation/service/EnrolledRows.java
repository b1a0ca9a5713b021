package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.RowChange;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.registration.EnrolmentChange;
import kz.miras.registrar.registration.EnrolmentChanges;
import kz.miras.registrar.shared.NameOrder;

/**
 * SHT-8. The rows of a sheet that is not submitted follow the enrolments of its group: who comes
 * gets a row in the order of names, who drops loses it, who withdraws keeps it as W.
 */
@ApplicationScoped
public class EnrolledRows {

  @Inject private Sheets sheets;
  @Inject private SheetStudents names;

  void followed(@Observes EnrolmentChanges changes) {
    Set<Long> sections =
        changes.all().stream()
            .flatMap(change -> change.sections().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    List<Sheet> open = sheets.unpostedFirstSittings(sections);
    if (open.isEmpty()) {
      return;
    }
    for (EnrolmentChange change : changes.all()) {
      open.stream()
          .filter(sheet -> change.sections().contains(sheet.getSectionId()))
          .forEach(sheet -> followed(sheet, change));
    }
  }

  private void followed(Sheet sheet, EnrolmentChange change) {
    List<SheetRow> rows = new ArrayList<>(sheets.rows(sheet.getId()));
    SheetRow row =
        rows.stream().filter(r -> r.getStudentId() == change.studentId()).findFirst().orElse(null);
    switch (RowChange.after(change.status(), row != null)) {
      case ADDED -> {
        rows.add(add(sheet, change, rows.size() + 1));
        arrange(sheet, rows);
      }
      case WITHDRAWN -> row.withdraw(change.reason());
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

  private SheetRow add(Sheet sheet, EnrolmentChange change, int line) {
    SheetRow row = new SheetRow(sheet, change.studentId(), change.enrolmentId(), line, null);
    sheets.add(row);
    sheets.flush();
    return row;
  }

  private void arrange(Sheet sheet, List<SheetRow> rows) {
    sheets.flush();
    Map<Long, SheetStudents.Name> known = names.of(sheet.getId());
    NameOrder order = NameOrder.kazakh();
    rows.sort((a, b) -> order.compare(name(known, a), name(known, b)));
    int line = 1;
    for (SheetRow row : rows) {
      row.place(line++);
    }
  }

  private static String name(Map<Long, SheetStudents.Name> known, SheetRow row) {
    SheetStudents.Name name = known.get(row.getStudentId());
    return name == null ? "" : name.name();
  }
}
