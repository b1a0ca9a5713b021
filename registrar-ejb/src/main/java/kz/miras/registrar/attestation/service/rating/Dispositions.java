package kz.miras.registrar.attestation.service.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.rating.RatingExcuse;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.service.RatingGate;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetStudents;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.service.UniversityTime;

/** RAT-3. What journals, and sheets that have none, share of controls taken alone. */
@ApplicationScoped
class Dispositions {

  @Inject private SheetAccess whose;
  @Inject private RatingGate gate;
  @Inject private Catalogue catalogue;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** Periods whose ratings a sheet takes itself, without a journal; none of one that is posted. */
  List<Integer> periods(Sheet main) {
    boolean takes =
        main.getContinuesId() == null
            && !main.getStatus().isPosted()
            && main.getKind()
                .entryForm(
                    catalogue.discipline(main.getDisciplineId()).orElseThrow().getControlForm())
                .entersRating();
    return takes
        ? IntStream.of(1, 2).filter(period -> !main.hasJournal(period)).boxed().toList()
        : List.of();
  }

  /** Whether the caller may type what somebody got in a control taken alone. */
  boolean mayRate(Sheet sheet) {
    return whose.may(Permissions.SHEET_ENTER_RATING, sheet)
        || whose.may(Permissions.SHEET_ENTER_SUBSTITUTE, sheet);
  }

  /**
   * As a page shows them.
   *
   * @param sheet the journal, or the sheet where it has none
   * @param main the sheet the ratings go to
   * @param known its students
   */
  List<RatingGrid.Excuse> shown(
      List<RatingExcuse> all, Sheet sheet, Sheet main, Map<Long, SheetStudents.Name> known) {
    if (all.isEmpty()) {
      return List.of();
    }
    RatingGate.Asked asked = gate.asked(main);
    boolean mayRate = mayRate(sheet);
    boolean reasons = whose.readsReasons(sheet);
    return all.stream()
        .map(
            one ->
                excuse(
                    one, known, reasons, mayRate && asked.written(one.getStudentId()).isAllowed()))
        .toList();
  }

  private RatingGrid.Excuse excuse(
      RatingExcuse excuse, Map<Long, SheetStudents.Name> known, boolean reasons, boolean writable) {
    SheetStudents.Name name = known.get(excuse.getStudentId());
    boolean over = time.today().isAfter(excuse.getUntil());
    return new RatingGrid.Excuse(
        excuse.getUuid().toString(),
        excuse.getPeriod(),
        name.number(),
        name.name(),
        excuse.getDocumentNo(),
        excuse.getDocumentDate(),
        excuse.getUntil(),
        reasons ? excuse.getReason() : null,
        excuse.getScore(),
        over,
        writable
            && excuse.getScore() == null
            && over
            && !access.current().login().equals(excuse.getDecidedBy()));
  }
}
