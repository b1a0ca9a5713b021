package kz.miras.registrar.attestation.service.entry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import kz.miras.registrar.attestation.service.entry.BatchAnswer.Outcome;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

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
  @Inject private UniversityTime time;

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
        "W".equals(row.mark()));
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
    byte[] hash = MarkBatches.hash(sheet.getUuid().toString(), marks);
    Optional<BatchAnswer> known = batches.known(key, hash);
    if (known.isPresent()) {
      return known;
    }
    if (read != null && !read.contains("*") && !read.contains(seen(sheet).tag())) {
      return Optional.empty();
    }
    List<Line> told = stored(sheet, marks, MarkBatches.hasRead(read));
    BatchAnswer answer = new BatchAnswer(UUID.randomUUID(), seen(sheet).tag(), told);
    batches.keep(key, hash, sheet.getId(), answer, time.now());
    return Optional.of(answer);
  }

  private List<Line> stored(Sheet sheet, List<SentMark> marks, boolean read) {
    EntryForm form = typing.form(sheet);
    boolean scores = sendsScores(sheet);
    Map<Long, SheetStudents.Name> known = names.of(sheet.getId());
    Map<String, SheetRow> rows = new HashMap<>();
    sheets
        .rows(sheet.getId())
        .forEach(row -> rows.put(known.get(row.getStudentId()).number(), row));
    Set<String> sent = new HashSet<>();
    List<SentMark> tried = new ArrayList<>();
    List<Line> told = new ArrayList<>();
    List<TypedCell> cells = new ArrayList<>();
    for (SentMark mark : marks) {
      SheetRow row = rows.get(mark.studentNo());
      Refusal refusal = mark.refusal(form, scores, row != null, sent).orElse(null);
      TypedCell cell =
          mark.cell(row == null ? 0 : row.getId(), row == null || !read ? null : row.getVersion());
      boolean stands = refusal == null && cell.stands(row);
      if (refusal != null || stands) {
        told.add(line(mark, stands ? Outcome.UNCHANGED : Outcome.REFUSED, refusal));
      } else {
        told.add(null);
        tried.add(mark);
        cells.add(cell);
      }
      sent.add(mark.place());
    }
    List<Typed> typed =
        typing.type(sheet, cells, new Typist(access.current().login(), true, scores));
    int next = 0;
    for (int i = 0; i < told.size(); i++) {
      if (told.get(i) == null) {
        Refusal why = typed.get(next).refusal();
        told.set(i, line(tried.get(next++), why == null ? Outcome.STORED : Outcome.REFUSED, why));
      }
    }
    return told;
  }

  private static Line line(SentMark mark, Outcome outcome, Refusal refusal) {
    return new Line(mark.studentNo(), mark.column(), mark.value(), outcome, refusal);
  }
}
