package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.student.StudentLeft;

/** Rows of a student who has left close as W in every sheet that is not posted, never as F. */
@ApplicationScoped
public class DepartedRows {

  @Inject private Sheets sheets;

  void withdrawn(@Observes StudentLeft left) {
    for (SheetRow row : sheets.unposted(left.studentId())) {
      row.withdraw(left.order());
      left.withdrawn();
    }
  }
}
