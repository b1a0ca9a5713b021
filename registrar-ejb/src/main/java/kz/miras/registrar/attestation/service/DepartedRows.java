package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.student.StudentLeft;

/**
 * ATT-1. Rows of a student who has left close as W in every sheet that is not posted, never as F.
 * An individual sitting after an excused absence loses the row instead: the I stays as it was, with
 * its clock. An early one is the only sitting there is and closes as W too.
 */
@ApplicationScoped
public class DepartedRows {

  @Inject private Sheets sheets;
  @Inject private IndividualSittings individual;

  void withdrawn(@Observes StudentLeft left) {
    for (SheetRow row : sheets.unposted(left.studentId())) {
      if (row.getSheet().getKind() == SheetKind.INDIVIDUAL && !individual.isEarly(row)) {
        sheets.takeOut(row);
        continue;
      }
      row.withdraw(left.order());
      // a journal is no discipline more
      if (row.getSheet().getKind() != SheetKind.RATING) {
        left.withdrawn();
      }
    }
  }
}
