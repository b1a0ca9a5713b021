package kz.miras.registrar.attestation.service.entry;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.entry.FileLine;
import kz.miras.registrar.attestation.entry.MarkDifference;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetQueries;
import kz.miras.registrar.attestation.service.SheetStudents;
import kz.miras.registrar.attestation.service.SheetTyping;
import kz.miras.registrar.attestation.service.SheetTyping.Typist;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.attestation.service.entry.FileComparison.Place;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;

/**
 * SHT-19. A sheet that is filled away from the screen: its workbook, what a filled one would
 * change, and storing that by the way typed marks take.
 */
@Stateless
@Guarded
public class SheetFileDesk {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetQueries queries;
  @Inject private SheetStudents names;
  @Inject private SheetTyping typing;
  @Inject private FileSeal seal;
  @Inject private AuditContext audit;
  @Resource private SessionContext session;

  /**
   * What a file would change.
   *
   * @param differences cell by cell, in the order of the file
   * @param absent students who are in the sheet and not in the file, by number
   */
  public record Findings(List<MarkDifference> differences, List<String> absent)
      implements Serializable {

    public Findings {
      differences = List.copyOf(differences);
      absent = List.copyOf(absent);
    }

    /** Cells that can be stored. */
    public List<MarkDifference> storable() {
      return differences.stream().filter(MarkDifference::isStorable).toList();
    }
  }

  /** The workbook of a sheet, its own columns open to whoever asks for it. */
  @RolesAllowed({
    Permissions.SHEET_ENTER_RATING,
    Permissions.SHEET_ENTER_EXAM,
    Permissions.SHEET_ENTER_SUBSTITUTE
  })
  public byte[] workbook(String id, Language language) {
    Sheet sheet = whose.visible(id);
    SheetGrid grid = queries.grid(id);
    List<String> columns = columns(grid.form());
    Typist typist = typing.typist(sheet);
    Set<String> open = new TreeSet<>();
    for (String column : columns) {
      boolean score = column.equals("score");
      boolean journal = !score && sheet.hasJournal(column.equals("first") ? 1 : 2);
      if (score ? typist.scores() : typist.rates() && !journal) {
        open.add(column);
      }
    }
    Map<Long, SheetRow> rows = new HashMap<>();
    sheets.rows(sheet.getId()).forEach(row -> rows.put(row.getId(), row));
    List<SheetWorkbook.Line> lines =
        grid.rows().stream().map(row -> line(row, rows.get(row.id()), columns, open)).toList();
    return SheetWorkbook.write(
        head(grid, language),
        columns.stream().map(name -> column(name, grid.form(), language)).toList(),
        grid.form().isSingleScore() ? null : Messages.text(language, "attestation.col.rating"),
        lines,
        seal.of(
            grid.id(),
            grid.number(),
            columns,
            lines.stream().map(SheetWorkbook.Line::asRead).toList()),
        language);
  }

  private static SheetWorkbook.Column column(String name, EntryForm form, Language language) {
    String key = form.isSingleScore() ? "single" : name;
    return new SheetWorkbook.Column(
        name, Messages.text(language, "attestation.col." + key), name.equals("score"));
  }

  private static List<String> columns(EntryForm form) {
    return Stream.of("first", "second", "score")
        .filter(column -> new TypedCell(0, column, "", 0, null).isOf(form))
        .toList();
  }

  private static SheetWorkbook.Head head(SheetGrid grid, Language language) {
    String teacher =
        Stream.of(grid.teacher(), grid.examiner())
            .filter(name -> name != null && !name.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return new SheetWorkbook.Head(
        grid.id(),
        grid.number(),
        grid.number() + " · " + grid.discipline().in(language),
        Stream.of(grid.disciplineCode(), grid.term(), grid.section(), teacher)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · ")),
        Messages.text(language, "attestation.file.how"),
        Messages.text(language, "attestation.file.cell"));
  }

  private static SheetWorkbook.Line line(
      SheetGrid.Row shown, SheetRow row, List<String> columns, Set<String> open) {
    return new SheetWorkbook.Line(
        shown.position(),
        shown.student(),
        shown.studentNo(),
        row.getVersion(),
        standing(row, columns),
        shown.rating(),
        row.isClosed() ? Set.of() : open);
  }

  private static Map<String, String> standing(SheetRow row, List<String> columns) {
    Map<String, String> standing = new TreeMap<>();
    columns.forEach(
        column -> standing.put(column, new TypedCell(0, column, "", 0, null).standing(row)));
    return standing;
  }

  /**
   * What a file would change: all of it is tried as it would be stored, and nothing is kept.
   *
   * @throws RegistrarException.Refused where the file is none of this sheet, or what is protected
   *     in it was changed
   */
  @RolesAllowed({
    Permissions.SHEET_ENTER_RATING,
    Permissions.SHEET_ENTER_EXAM,
    Permissions.SHEET_ENTER_SUBSTITUTE
  })
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Findings check(String id, byte[] content) {
    try {
      return checked(id, content);
    } finally {
      session.setRollbackOnly();
    }
  }

  private Findings checked(String id, byte[] content) {
    Sheet sheet = whose.visible(id);
    List<String> columns = columns(typing.form(sheet));
    List<FileLine> lines = seal.opened(content, sheet.getUuid().toString(), columns);
    sheets.lock(sheet);
    Map<Long, SheetStudents.Name> known = names.of(sheet.getId());
    Map<String, Place> places = new TreeMap<>();
    sheets
        .rows(sheet.getId())
        .forEach(
            row ->
                places.put(
                    known.get(row.getStudentId()).number(),
                    new Place(row.getId(), standing(row, columns))));
    Findings found = new FileComparison(columns, places).of(lines);
    return new Findings(tried(sheet, found.differences()), found.absent());
  }

  private List<MarkDifference> tried(Sheet sheet, List<MarkDifference> found) {
    return FileComparison.tried(
        found,
        cells ->
            typing.type(sheet, cells, typing.typist(sheet)).stream()
                .map(SheetTyping.Typed::refusal)
                .toList());
  }

  /**
   * Stores what a file was found to change and was not refused; what somebody else has typed since
   * the file was made is not overwritten.
   *
   * @param file name of the file, for the audit trail
   * @return what became of each
   */
  @RolesAllowed({
    Permissions.SHEET_ENTER_RATING,
    Permissions.SHEET_ENTER_EXAM,
    Permissions.SHEET_ENTER_SUBSTITUTE
  })
  public List<MarkDifference> store(String id, String file, List<MarkDifference> wanted) {
    Sheet sheet = sheets.lock(whose.visible(id));
    audit.because(FilledWorkbook.named(file));
    return tried(sheet, wanted);
  }
}
