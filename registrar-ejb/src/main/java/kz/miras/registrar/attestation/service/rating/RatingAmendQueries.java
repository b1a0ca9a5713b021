package kz.miras.registrar.attestation.service.rating;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.rating.RatingAmendedCell;
import kz.miras.registrar.attestation.rating.RatingAmendment;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.rating.RatingComplete;
import kz.miras.registrar.attestation.rating.RatingFormula;
import kz.miras.registrar.attestation.rating.RatingLine;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetStudents;
import kz.miras.registrar.attestation.service.Sheets;

/** RAT-8. What was asked for and decided about a closed journal, as its page shows it. */
@Stateless
@Guarded
public class RatingAmendQueries {

  @Inject private RatingSheets ratings;
  @Inject private RatingAmendments amendments;
  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetStudents names;
  @Inject private Access access;

  /**
   * The amendments of a journal.
   *
   * @param version of the journal that stands
   * @param asking whether the caller may ask for another
   */
  public record Amended(int version, boolean asking, List<Request> requests)
      implements Serializable {

    public Amended {
      requests = List.copyOf(requests);
    }
  }

  /**
   * One of them.
   *
   * @param version it made; null for none
   * @param withdrawnAt when who asked took it back; null where nobody did
   * @param deciding whether the caller may decide it now
   * @param withdrawing whether the caller may take it back now
   */
  public record Request(
      String id,
      BasisDocument basis,
      String by,
      Instant at,
      RatingAmendment.Status status,
      String decidedBy,
      Instant decidedAt,
      Instant withdrawnAt,
      String note,
      Integer version,
      List<Row> rows,
      boolean deciding,
      boolean withdrawing)
      implements Serializable {

    public Request {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A student's row in it.
   *
   * @param before the rating that stands; null once decided
   * @param after the rating it gives; null once decided
   */
  public record Row(
      String studentNo, String student, List<Cell> cells, BigDecimal before, BigDecimal after)
      implements Serializable {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** A cell that becomes another. */
  public record Cell(String column, String was, String becomes) implements Serializable {}

  /** Of a journal the caller may see. */
  @RolesAllowed(Permissions.SHEET_READ)
  public Amended of(String id) {
    Sheet journal = whose.rating(id);
    Sheet main = sheets.byId(journal.getRatesId()).orElseThrow();
    boolean mendable =
        journal.getStatus().isPosted()
            && RatingComplete.fixes(main.getNumber(), main.getStatus()).isAllowed();
    List<RatingAmendment> all = amendments.of(journal);
    Map<Long, List<RatingAmendedCell>> cells = amendments.cells(all);
    Map<Long, SheetStudents.Name> known = new HashMap<>();
    if (!all.isEmpty()) {
      known.putAll(names.of(main.getId()));
      known.putAll(names.of(journal.getId()));
    }
    Map<Long, RatingLine> lines = new HashMap<>();
    if (all.stream().anyMatch(one -> one.getStatus() == RatingAmendment.Status.REQUESTED)) {
      ratings.lines(journal).forEach(line -> lines.put(line.row().getId(), line));
    }
    boolean approver = whose.may(Permissions.GRADE_CORRECTION_APPROVE, journal);
    boolean asker = whose.may(Permissions.GRADE_CORRECTION_REQUEST, journal);
    String me = access.current().login();
    List<Request> requests = new ArrayList<>();
    for (RatingAmendment one : all) {
      boolean waits = one.getStatus() == RatingAmendment.Status.REQUESTED;
      requests.add(
          new Request(
              one.getUuid().toString(),
              one.basis(),
              one.getRequestedBy(),
              one.getRequestedAt(),
              one.getStatus(),
              one.getDecidedBy(),
              one.getDecidedAt(),
              one.getWithdrawnAt(),
              one.getNote(),
              one.getVersionNo(),
              rows(
                  cells.getOrDefault(one.getId(), List.of()),
                  known,
                  waits ? lines : Map.of(),
                  journal),
              approver && one.judgeDecision(me).isAllowed(),
              asker && one.judgeWithdrawal(me).isAllowed()));
    }
    return new Amended(journal.getVersionNo(), mendable && asker, requests);
  }

  private List<Row> rows(
      List<RatingAmendedCell> cells,
      Map<Long, SheetStudents.Name> known,
      Map<Long, RatingLine> lines,
      Sheet journal) {
    RatingFormula formula = ratings.formula(journal);
    Map<Long, List<RatingAmendedCell>> byStudent = new LinkedHashMap<>();
    cells.forEach(
        cell -> byStudent.computeIfAbsent(cell.getStudentId(), key -> new ArrayList<>()).add(cell));
    List<Row> rows = new ArrayList<>();
    byStudent.forEach(
        (student, theirs) -> {
          SheetStudents.Name name = known.get(student);
          List<RatingCell> typed = theirs.stream().map(RatingAmendedCell::cell).toList();
          RatingLine line = lines.get(typed.get(0).row());
          rows.add(
              new Row(
                  name == null ? "" : name.number(),
                  name == null ? "" : name.name(),
                  typed.stream().map(c -> new Cell(c.column(), c.before(), c.text())).toList(),
                  line == null ? null : rounded(formula.rating(line.scores()).orElse(null)),
                  line == null ? null : rounded(formula.rating(line.with(typed)).orElse(null))));
        });
    return rows;
  }

  private static BigDecimal rounded(BigDecimal rating) {
    return rating == null ? null : rating.setScale(2, RoundingMode.HALF_UP);
  }
}
