package kz.miras.registrar.attestation.service.entry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.rating.RatingFormula;
import kz.miras.registrar.attestation.rating.RatingLine;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetStudents;
import kz.miras.registrar.attestation.service.rating.RatingSheets;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.RegistrarException;

/** Journals of ratings read by other programs of the university; they fill none. */
@Stateless
@Guarded
public class JournalExchange {

  private static final int DECIMALS = 2;

  @Inject private RatingSheets ratings;
  @Inject private SheetAccess whose;
  @Inject private SheetStudents names;
  @Inject private JournalHeads heads;
  @Inject private Calendars calendars;

  /**
   * Journals of a term, in order of key.
   *
   * @param status null for all
   * @param after key behind which the page begins
   * @throws RegistrarException.NotFound where there is no such term
   */
  @RolesAllowed(Permissions.SHEET_EXCHANGE)
  public List<ExchangedJournal.Head> page(String term, SheetStatus status, long after, int most) {
    if (calendars.term(term).isEmpty()) {
      throw new RegistrarException.NotFound("term", term);
    }
    return heads.page(term, status, after, most);
  }

  /** One journal. */
  @RolesAllowed(Permissions.SHEET_EXCHANGE)
  public ExchangedJournal journal(String id) {
    Sheet sheet = whose.exchangedRating(id);
    RatingFormula formula = ratings.formula(sheet);
    Map<Long, SheetStudents.Name> known = names.of(sheet.getId());
    return new ExchangedJournal(
        heads.of(sheet.getId()),
        ratings.lines(sheet).stream().map(line -> row(line, formula, known)).toList());
  }

  private static ExchangedJournal.Row row(
      RatingLine line, RatingFormula formula, Map<Long, SheetStudents.Name> known) {
    SheetRow row = line.row();
    return new ExchangedJournal.Row(
        row.getPosition(),
        known.get(row.getStudentId()).number(),
        line.scores().weeks(),
        line.scores().control(),
        formula
            .rating(line.scores())
            .map(rating -> rating.setScale(DECIMALS, RoundingMode.HALF_UP))
            .orElse(null),
        whole(row.getAbsencesTotal()),
        whole(row.getAbsencesValid()),
        line.scores().individual(),
        row.isWithdrawn());
  }

  private static Integer whole(Short hours) {
    return hours == null ? null : Integer.valueOf(hours);
  }
}
