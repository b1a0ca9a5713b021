package kz.miras.registrar.attestation.service.amend;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.amend.SheetSeal;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.VerificationCode;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * SHT-17. Seals the version of a sheet that stands from now on: its checksum, the code it is
 * checked by, and until when its signed scan is due (SHT-18).
 */
@ApplicationScoped
public class SheetSealing {

  @Inject private SheetPapers papers;
  @Inject private SheetFrames frames;
  @Inject private SheetVersions versions;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /**
   * Seals the version the sheet has now.
   *
   * @param by who closes the sheet or has it amended
   * @return the checksum
   */
  public byte[] seal(Sheet sheet, String by, Instant at) {
    if (sheet.getVersionNo() == 1) {
      frames.keep(sheet.getId());
    }
    byte[] checksum = SheetSeal.PAPER.of(papers.of(sheet, sheet.getVersionNo()));
    int days = rules.named(sheet.getRuleSetCode()).integer(RuleParameter.SHEET_SCAN_WORKING_DAYS);
    LocalDate due = calendars.workingDays().plusWorkingDays(time.today(), days);
    versions.seal(
        new SheetVersions.Sealed(
            sheet.getId(),
            sheet.getVersionNo(),
            VerificationCode.next(),
            SheetSeal.PAPER,
            checksum),
        due,
        by,
        at);
    return checksum;
  }
}
