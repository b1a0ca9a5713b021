package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.RowChange;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.registration.EnrolmentChange;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.Offerings;

/**
 * SHT-23. Rows of early sittings follow their students through changes of group: they stay in their
 * sheet, by the new enrolment, with everything typed in them.
 */
@ApplicationScoped
class EarlyRows {

  @Inject private IndividualSittings individual;
  @Inject private Sheets sheets;
  @Inject private Offerings offerings;

  /** The rows of whoever is concerned, read once for all changes told together. */
  Asked of(List<EnrolmentChange> changes) {
    Set<Long> students =
        changes.stream().map(EnrolmentChange::studentId).collect(Collectors.toSet());
    return new Asked(changes, individual.early(students));
  }

  /** Changes told together, with the early sittings of their students. */
  final class Asked {

    private final List<EnrolmentChange> changes;
    private final List<SheetRow> rows;

    private Asked(List<EnrolmentChange> changes, List<SheetRow> rows) {
      this.changes = changes;
      this.rows = rows;
    }

    /**
     * Follows one change.
     *
     * @return whether the student sits early, so that no sheet of a group is concerned
     */
    boolean followed(EnrolmentChange change) {
      List<SheetRow> own =
          rows.stream()
              .filter(row -> row.getStudentId() == change.studentId())
              .filter(row -> isAbout(change, row.getSheet()))
              // whoever withdrew and comes back sits with the group
              .filter(row -> !row.isWithdrawn() || change.status() != EnrolmentStatus.ENROLLED)
              .toList();
      own.stream()
          .filter(row -> !row.getSheet().getStatus().isPosted())
          .forEach(row -> follow(row, change));
      return !own.isEmpty();
    }

    private void follow(SheetRow row, EnrolmentChange change) {
      boolean arrives =
          changes.stream()
              .filter(other -> other.studentId() == change.studentId())
              .filter(other -> other.status() == EnrolmentStatus.ENROLLED)
              .anyMatch(other -> isAbout(other, row.getSheet()));
      switch (RowChange.ofEarly(change.status(), arrives, row.isScored())) {
        case WITHDRAWN -> row.withdraw(change.reason());
        case REMOVED -> sheets.takeOut(row);
        case KEPT -> EnrolledRows.keep(row);
        case ADDED, RETURNED, NONE -> {
          if (change.status() == EnrolmentStatus.ENROLLED) {
            row.comeBack(change.enrolmentId());
          }
        }
      }
    }
  }

  private boolean isAbout(EnrolmentChange change, Sheet sheet) {
    return offerings
        .offering(change.offeringId())
        .filter(
            offering ->
                offering.getDisciplineId() == sheet.getDisciplineId()
                    && offering.getTermId() == sheet.getTermId())
        .isPresent();
  }
}
