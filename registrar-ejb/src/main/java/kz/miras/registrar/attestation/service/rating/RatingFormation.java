package kz.miras.registrar.attestation.service.rating;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.RegistrarException;

/** Forms the rating sheets of a period for the sheets of a term in one act. */
@Stateless
@Guarded
public class RatingFormation {

  @Inject private RatingSheets ratings;
  @Inject private Sheets sheets;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;

  /**
   * Forms those that are not there yet. A sheet in which somebody has typed a rating of the period
   * goes on without a journal.
   *
   * @param period 1 or 2
   * @return how many
   */
  @RolesAllowed(Permissions.SHEET_CREATE)
  public int formTerm(long termId, int period) {
    if (period != 1 && period != 2) {
      throw new RegistrarException.NotFound("period", period);
    }
    Term term =
        calendars.term(termId).orElseThrow(() -> new RegistrarException.NotFound("term", termId));
    // whoever forms the same ones at this moment waits here, and then finds them formed
    sheets.lockNumbers(term.getCode());
    List<Sheet> mains =
        ratings.rateable(termId).stream()
            .filter(sheet -> lacksJournal(sheet, period))
            .filter(this::takesRatings)
            .map(sheets::lock)
            // it may have been rated or posted while its lock was waited for
            .filter(sheet -> lacksJournal(sheet, period))
            .toList();
    Map<Long, List<SheetRow>> rows = ratings.rows(mains.stream().map(Sheet::getId).toList());
    int formed = 0;
    for (Sheet main : mains) {
      List<SheetRow> own = rows.getOrDefault(main.getId(), List.of());
      if (!own.isEmpty() && own.stream().noneMatch(row -> row.rating(period) != null)) {
        ratings.form(main, own, period);
        formed++;
      }
    }
    ratings.flush();
    return formed;
  }

  private static boolean lacksJournal(Sheet sheet, int period) {
    return !sheet.getStatus().isPosted() && !sheet.hasJournal(period);
  }

  private boolean takesRatings(Sheet sheet) {
    return sheet
        .getKind()
        .entryForm(catalogue.discipline(sheet.getDisciplineId()).orElseThrow().getControlForm())
        .entersRating();
  }
}
