package kz.miras.registrar.attestation.service.entry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.entry.SentMark;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetGrids;
import kz.miras.registrar.attestation.service.SheetStudents;
import kz.miras.registrar.attestation.service.SheetTyping;
import kz.miras.registrar.attestation.service.SheetTyping.Typed;
import kz.miras.registrar.attestation.service.SheetTyping.Typist;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.attestation.service.entry.BatchAnswer.Line;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.RegistrarException;

/** Sheets read and filled by other programs of the university (SHT-20 to SHT-22). */
@Stateless
@Guarded
public class MarkExchange {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetGrids grids;
  @Inject private SheetStudents names;
  @Inject private SheetTyping typing;
  @Inject private ExchangedHeads heads;
  @Inject private MarkBatches batches;
  @Inject private Calendars calendars;
  @Inject private Access access;

  /**
   * Sheets of a term, in order of key.
   *
   * @param status null for all, as the kind
   * @param after key behind which the page begins
   * @throws RegistrarException.NotFound where there is no such term
   */
  @RolesAllowed(Permissions.SHEET_EXCHANGE)
  public List<ExchangedSheet.Head> page(
      String term, SheetStatus status, SheetKind kind, long after, int most) {
    if (calendars.term(term).isEmpty()) {
      throw new RegistrarException.NotFound("term", term);
    }
    return heads.page(term, status, kind, after, most);
  }

  /** One sheet. */
  @RolesAllowed(Permissions.SHEET_EXCHANGE)
  public ExchangedSheet sheet(String id) {
    return seen(whose.exchanged(id));
  }

  private ExchangedSheet seen(Sheet sheet) {
    EntryForm form = typing.form(sheet);
    List<String> columns =
        Stream.of("first", "second", "score")
            .filter(column -> new TypedCell(0, column, "", 0, null).isOf(form))
            .filter(
                column ->
                    column.equals("score")
                        ? sendsScores(sheet)
                        : !sheet.hasJournal(column.equals("first") ? 1 : 2))
            .toList();
    return new ExchangedSheet(
        heads.of(sheet.getId()),
        columns,
        grids.rows(sheet).stream().map(MarkExchange::row).toList());
  }

  /** SHT-22. Whether the office lets the calling program send scores of this sheet. */
  private boolean sendsScores(Sheet sheet) {
    return whose.may(Permissions.SHEET_EXCHANGE_EXAM, sheet);
  }

  private static ExchangedSheet.Row row(SheetGrid.Row row) {
    String score = row.score() == null ? null : String.valueOf(row.score());
    return new ExchangedSheet.Row(
        row.position(),
        row.studentNo(),
        row.first(),
        row.second(),
        row.mark() == null ? score : row.mark(),
        row.rating(),
        row.percent(),
        row.sign(),
        row.isClosed());
  }

  /**
   * Stores marks; each is judged by itself. The same key again answers the same and stores nothing.
   *
   * @param read tags one of which the sheet must have; null where the program names none
   * @return empty where the sheet has none of these tags any more: nothing is stored
   * @throws RegistrarException.Refused where the sheet takes no entry, or the key came with other
   *     marks
   */
  @RolesAllowed(Permissions.SHEET_EXCHANGE)
  public Optional<BatchAnswer> type(String id, String key, Set<String> read, List<SentMark> marks) {
    Sheet sheet = sheets.lock(whose.exchanged(id));
    return batches.once(
        sheet,
        key,
        read,
        marks,
        () -> seen(sheet).tag(),
        (sent, known) -> stored(sheet, sent, known));
  }

  private List<Line> stored(Sheet sheet, List<SentMark> marks, boolean read) {
    EntryForm form = typing.form(sheet);
    boolean scores = sendsScores(sheet);
    Map<Long, SheetStudents.Name> known = names.of(sheet.getId());
    Map<String, SheetRow> rows = new HashMap<>();
    sheets
        .rows(sheet.getId())
        .forEach(row -> rows.put(known.get(row.getStudentId()).number(), row));
    Function<SentMark, TypedCell> cell =
        mark -> {
          SheetRow row = rows.get(mark.studentNo());
          return mark.cell(row.getId(), read ? row.getVersion() : null);
        };
    Typist program = new Typist(access.current().login(), true, scores);
    return SentLines.of(
        marks,
        (mark, sent) -> mark.refusal(form, scores, rows.containsKey(mark.studentNo()), sent),
        mark -> cell.apply(mark).stands(rows.get(mark.studentNo())),
        tried ->
            typing.type(sheet, tried.stream().map(cell).toList(), program).stream()
                .map(Typed::refusal)
                .toList());
  }
}
