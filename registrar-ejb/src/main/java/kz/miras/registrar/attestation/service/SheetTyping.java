package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** The one way marks come into a sheet, whether typed, brought by file or sent by a program. */
@ApplicationScoped
public class SheetTyping {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetRecords records;
  @Inject private SheetClocks clocks;
  @Inject private Catalogue catalogue;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * Who types, and in which columns of the sheet.
   *
   * @param rates whether ratings
   * @param scores whether scores and marks in their place
   */
  public record Typist(String login, boolean rates, boolean scores) {}

  /**
   * What became of a cell.
   *
   * @param refusal why it was not stored; null where it was
   * @param version the row's version now
   */
  public record Typed(long row, String column, Refusal refusal, int version)
      implements Serializable {}

  /** The caller, by what is the caller's in a sheet. */
  public Typist typist(Sheet sheet) {
    return new Typist(
        access.current().login(),
        whose.may(Permissions.SHEET_ENTER_RATING, sheet),
        whose.may(Permissions.SHEET_ENTER_EXAM, sheet)
            || whose.may(Permissions.SHEET_ENTER_SUBSTITUTE, sheet));
  }

  /** The columns of a sheet. */
  public EntryForm form(Sheet sheet) {
    return sheet
        .getKind()
        .entryForm(catalogue.discipline(sheet.getDisciplineId()).orElseThrow().getControlForm());
  }

  /**
   * Stores cells of a sheet the caller has locked; each is judged by itself, and what cannot be
   * stored says why.
   *
   * <p>SHT-30: whoever has left the sheet while it was open before the typist costs nobody else a
   * cell.
   *
   * @return in the order of the cells
   * @throws RegistrarException.Refused where the sheet takes no entry
   */
  public List<Typed> type(Sheet sheet, List<TypedCell> cells, Typist typist) {
    if (!sheet.getStatus().allowsEntry()) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.sheet.no-entry", "CTL-15", sheet.getNumber()));
    }
    EntryForm form = form(sheet);
    Map<Long, SheetRow> rows = new HashMap<>();
    sheets.rows(sheet.getId()).forEach(row -> rows.put(row.getId(), row));
    Map<Long, Integer> seen = new HashMap<>();
    List<Typed> typed = new ArrayList<>();
    // asked after the lock: who waited for it comes when the wait is over
    SheetClocks.Gate gate = clocks.gate(sheet, form, records.of(sheet.getId()), time.now());
    for (TypedCell cell : cells) {
      SheetRow row = rows.get(cell.row());
      if (!cell.isOf(form)) {
        throw new RegistrarException.NotFound("sheet-cell", cell.row() + ", " + cell.column());
      }
      Optional<Refusal> gone = TypedCell.goneRefused(row == null, cell.column());
      if (gone.isPresent()) {
        typed.add(new Typed(cell.row(), cell.column(), gone.get(), 0));
        continue;
      }
      // several cells of one row in one go carry the same version
      int version = seen.computeIfAbsent(cell.row(), key -> row.getVersion());
      Refusal refusal =
          cell.refusal(cell.isScore() ? typist.scores() : typist.rates(), version, row)
              .or(() -> gate.refusal(cell, row))
              .orElse(null);
      if (refusal == null) {
        cell.storeIn(row, typist.login());
      }
      typed.add(new Typed(cell.row(), cell.column(), refusal, row.getVersion()));
    }
    sheets.flush();
    if (typed.stream().anyMatch(one -> one.refusal() == null)) {
      records.typed(sheet.getId(), typist.login());
    }
    return typed.stream()
        .map(
            t ->
                rows.containsKey(t.row())
                    ? new Typed(t.row(), t.column(), t.refusal(), rows.get(t.row()).getVersion())
                    : t)
        .toList();
  }
}
