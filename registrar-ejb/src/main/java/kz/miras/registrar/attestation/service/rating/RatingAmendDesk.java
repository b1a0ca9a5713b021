package kz.miras.registrar.attestation.service.rating;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.rating.RatingAmendedCell;
import kz.miras.registrar.attestation.rating.RatingAmendment;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.rating.RatingComplete;
import kz.miras.registrar.attestation.rating.RatingFormula;
import kz.miras.registrar.attestation.rating.RatingLine;
import kz.miras.registrar.attestation.rating.RatingPeriod;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetRecords;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * RAT-8. Mends named rows of a closed journal: one person asks on a document, another decides, and
 * the rating that follows stands in the sheet it goes to at once.
 */
@Stateless
@Guarded
public class RatingAmendDesk {

  @Inject private RatingSheets ratings;
  @Inject private RatingAmendments amendments;
  @Inject private RatingAmendNews news;
  @Inject private HeldLessons lessons;
  @Inject private Sheets sheets;
  @Inject private SheetRecords records;
  @Inject private SheetAccess whose;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private AuditTrail trail;
  @Inject private UniversityTime time;

  /**
   * Asks for it.
   *
   * @param id public id of the journal
   * @param cells as they are to stand; those that stand so already count for nothing
   * @return every reason against it; that against a cell names its {@link RatingCell#place place}
   */
  @RolesAllowed(Permissions.GRADE_CORRECTION_REQUEST)
  public Verdict request(String id, BasisDocument basis, List<RatingCell> cells) {
    Sheet journal = whose.rating(id);
    whose.require(Permissions.GRADE_CORRECTION_REQUEST, journal);
    Sheet main = main(sheets.lock(journal));
    RatingPeriod period = ratings.period(journal);
    Map<Long, RatingLine> lines = lines(journal);
    Map<Long, List<RatingCell>> wanted = new LinkedHashMap<>();
    for (RatingCell cell : cells) {
      RatingLine line = lines.get(cell.row());
      if (line == null || !cell.isKnown(period)) {
        throw new RegistrarException.NotFound("rating-cell", cell.row() + ", " + cell.column());
      }
      String standing = line.standing(cell);
      if (!standing.equals(cell.text())) {
        wanted
            .computeIfAbsent(cell.row(), row -> new ArrayList<>())
            .add(new RatingCell(cell.row(), cell.column(), cell.text(), standing));
      }
    }
    Verdict verdict =
        RatingAmendment.judge(
                basis,
                journal.getStatus(),
                wanted.values().stream().mapToInt(List::size).sum(),
                time.today())
            .and(RatingComplete.fixes(main.getNumber(), main.getStatus()))
            .and(cells(journal, lines, wanted));
    if (!verdict.isAllowed()) {
      return verdict;
    }
    audit.because(basis.number().strip() + ": " + basis.reason().strip());
    RatingAmendment amendment =
        new RatingAmendment(journal.getId(), basis, access.current().login(), time.now());
    amendments.add(amendment);
    wanted.forEach(
        (row, changed) ->
            changed.forEach(
                cell ->
                    amendments.add(
                        new RatingAmendedCell(
                            amendment.getId(), lines.get(row).row().getStudentId(), cell))));
    return verdict;
  }

  /** Each cell by itself, and whether every line still has a rating afterwards. */
  private Verdict cells(
      Sheet journal, Map<Long, RatingLine> lines, Map<Long, List<RatingCell>> wanted) {
    RatingFormula formula = ratings.formula(journal);
    int held = lessons.of(journal, ratings.period(journal));
    Verdict verdict = Verdict.allowed();
    for (Map.Entry<Long, List<RatingCell>> one : wanted.entrySet()) {
      RatingLine line = lines.get(one.getKey());
      if (line == null) {
        return verdict.and(refused(Refusal.of("attestation.rating.amend.moved", "RAT-7")));
      }
      boolean readable = true;
      for (RatingCell cell : one.getValue()) {
        Optional<Refusal> refusal = line.refusal(cell, true, held);
        readable &= refusal.isEmpty();
        verdict =
            refusal.isEmpty() ? verdict : verdict.and(refused(refusal.get().at(cell.place())));
      }
      if (readable
          && line.excuse().isEmpty()
          && formula.rating(line.with(one.getValue())).isEmpty()) {
        verdict =
            verdict.and(
                refused(
                    Refusal.of("attestation.rating.incomplete", "RAT-4", 1)
                        .at(one.getValue().get(0).place())));
      }
    }
    return verdict;
  }

  /**
   * Approves it, as the next version of the journal, or rejects it.
   *
   * @param id public id of the journal
   * @param amendment public id of the request
   * @throws RegistrarException.Refused where the caller asked for it or teaches or examines here, a
   *     cell has changed meanwhile, or the sheet the ratings go to is handed over or posted
   */
  @RolesAllowed(Permissions.GRADE_CORRECTION_APPROVE)
  public void decide(String id, UUID amendment, boolean approved, String note) {
    Sheet journal = whose.rating(id);
    whose.require(Permissions.GRADE_CORRECTION_APPROVE, journal);
    sheets.lock(journal);
    Sheet main = main(journal);
    RatingAmendment request = locked(journal, amendment);
    String me = access.current().login();
    Set<Long> teachers = new HashSet<>(main.appointed());
    teachers.add(journal.getTeacherId());
    refuse(
        SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), teachers)
            .and(request.judgeDecision(me)));
    audit.because(request.basis().number() + ": " + request.basis().reason());
    if (!approved) {
      request.reject(note, me, time.now());
      return;
    }
    refuse(RatingComplete.fixes(main.getNumber(), main.getStatus()));
    Map<Long, List<RatingCell>> wanted = new LinkedHashMap<>();
    amendments
        .cells(List.of(request))
        .getOrDefault(request.getId(), List.of())
        .forEach(
            kept ->
                wanted
                    .computeIfAbsent(kept.cell().row(), row -> new ArrayList<>())
                    .add(kept.cell()));
    Map<Long, RatingLine> lines = lines(journal);
    refuse(cells(journal, lines, wanted));
    request.approve(journal.getVersionNo() + 1, note, me, time.now());
    amendments.flush();
    int version = journal.amend();
    write(journal, main, wanted, lines, request);
    TreeMap<String, Object> what = new TreeMap<>();
    what.put("version", version);
    what.put("document", request.basis().number());
    trail.record("sheet.amend", "Sheet", journal.getId(), null, Json.write(what));
  }

  /**
   * Takes a request back before it is decided.
   *
   * @param id public id of the journal
   * @param amendment public id of the request
   * @throws RegistrarException.Refused where it is decided, or somebody else asked for it
   */
  @RolesAllowed(Permissions.GRADE_CORRECTION_REQUEST)
  public void withdraw(String id, UUID amendment) {
    Sheet journal = whose.rating(id);
    whose.require(Permissions.GRADE_CORRECTION_REQUEST, journal);
    RatingAmendment request = locked(journal, amendment);
    audit.because(request.basis().number() + ": " + request.basis().reason());
    request.withdraw(access.current().login(), time.now());
    trail.record(
        "sheet.withdraw-amendment",
        "Sheet",
        journal.getId(),
        null,
        Json.write(Map.of("document", request.basis().number())));
    news.withdrawn(journal, request, access.current().teacherId());
  }

  private RatingAmendment locked(Sheet journal, UUID amendment) {
    return amendments
        .lock(journal, amendment)
        .orElseThrow(() -> new RegistrarException.NotFound("amendment", amendment));
  }

  private void write(
      Sheet journal,
      Sheet main,
      Map<Long, List<RatingCell>> wanted,
      Map<Long, RatingLine> lines,
      RatingAmendment request) {
    String typist = request.getRequestedBy();
    RatingFormula formula = ratings.formula(journal);
    Map<Long, SheetRow> rows = new HashMap<>();
    sheets.rows(main.getId()).forEach(row -> rows.put(row.getStudentId(), row));
    List<RatingAmendNews.Changed> changed = new ArrayList<>();
    wanted.forEach(
        (key, cells) -> {
          RatingLine line = lines.get(key);
          cells.forEach(cell -> line.store(cell, typist).ifPresent(ratings::add));
          SheetRow row = rows.get(line.row().getStudentId());
          BigDecimal rating = formula.rating(line.scores()).orElse(null);
          if (row != null && rating != null && row.takes(journal.getPeriod(), rating)) {
            BigDecimal before = row.rating(journal.getPeriod());
            row.rateFrom(journal.getPeriod(), rating, typist);
            changed.add(new RatingAmendNews.Changed(row, before, rating));
          }
        });
    // whoever asked has typed what the other sheet posts
    records.typed(journal.getId(), typist);
    records.typed(main.getId(), typist);
    news.tell(journal, main, request.basis(), changed);
  }

  private Map<Long, RatingLine> lines(Sheet journal) {
    Map<Long, RatingLine> lines = new HashMap<>();
    ratings.lines(journal).forEach(line -> lines.put(line.row().getId(), line));
    return lines;
  }

  /** The sheet the ratings go to, locked after the journal, as closing does it. */
  private Sheet main(Sheet journal) {
    return sheets.lock(sheets.byId(journal.getRatesId()).orElseThrow());
  }

  private static Verdict refused(Refusal refusal) {
    return Verdict.refused(refusal);
  }
}
