package kz.miras.registrar.attestation.service.entry;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
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
import kz.miras.registrar.attestation.entry.FileOrigin;
import kz.miras.registrar.attestation.entry.MarkDifference;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetQueries;
import kz.miras.registrar.attestation.service.SheetStudents;
import kz.miras.registrar.attestation.service.SheetTyping;
import kz.miras.registrar.attestation.service.SheetTyping.Typed;
import kz.miras.registrar.attestation.service.SheetTyping.Typist;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * SHT-19. A sheet that is filled away from the screen: its workbook, what a filled one would
 * change, and storing that by the way typed marks take.
 */
@Stateless
@Guarded
public class SheetFileDesk {

  private static final int LONGEST_NAME = 200;

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
        grid.rows().stream().map(row -> line(row, rows.get(row.id()), columns)).toList();
    return SheetWorkbook.write(
        head(grid, language),
        columns,
        open,
        !grid.form().isSingleScore(),
        lines,
        seal.of(grid.id(), grid.number(), columns, lines.stream().map(this::asRead).toList()),
        language);
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
            .collect(Collectors.joining(" · ")));
  }

  private static SheetWorkbook.Line line(SheetGrid.Row shown, SheetRow row, List<String> columns) {
    return new SheetWorkbook.Line(
        shown.position(),
        shown.student(),
        shown.studentNo(),
        row.getVersion(),
        standing(row, columns),
        shown.rating(),
        row.isWithdrawn());
  }

  private static Map<String, String> standing(SheetRow row, List<String> columns) {
    Map<String, String> standing = new TreeMap<>();
    columns.forEach(
        column -> standing.put(column, new TypedCell(0, column, "", 0, null).standing(row)));
    return standing;
  }

  private FileLine asRead(SheetWorkbook.Line line) {
    return new FileLine(
        line.position(),
        line.number(),
        line.student().strip(),
        line.version(),
        line.standing(),
        line.standing(),
        Set.of());
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
    session.setRollbackOnly();
    Sheet sheet = whose.visible(id);
    List<String> columns = columns(typing.form(sheet));
    FilledWorkbook file = FilledWorkbook.read(content, columns);
    Verdict verdict =
        new FileOrigin(file.sheet(), file.number(), seal.holds(file, columns))
            .judge(sheet.getUuid().toString());
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    sheets.lock(sheet);
    Map<Long, SheetStudents.Name> known = names.of(sheet.getId());
    Map<String, SheetRow> rows = new TreeMap<>();
    sheets
        .rows(sheet.getId())
        .forEach(row -> rows.put(known.get(row.getStudentId()).number(), row));
    List<MarkDifference> found = new ArrayList<>();
    Set<String> missing = new TreeSet<>(rows.keySet());
    for (FileLine line : file.lines()) {
      missing.remove(line.studentNo());
      found.addAll(differences(line, columns, rows.get(line.studentNo())));
    }
    return new Findings(tried(sheet, found), List.copyOf(missing));
  }

  private static List<MarkDifference> differences(
      FileLine line, List<String> columns, SheetRow row) {
    List<MarkDifference> found = new ArrayList<>();
    for (TypedCell cell : line.changes(columns, row == null ? 0 : row.getId())) {
      boolean calculated = line.calculated().contains(cell.column());
      if (row == null || calculated || !cell.stands(row)) {
        found.add(
            new MarkDifference(
                line.position(),
                line.studentNo(),
                line.student(),
                cell,
                row == null ? "" : cell.standing(row),
                line.refusal(cell, row != null).orElse(null)));
      }
    }
    return found;
  }

  private List<MarkDifference> tried(Sheet sheet, List<MarkDifference> found) {
    List<TypedCell> cells =
        found.stream().filter(MarkDifference::isStorable).map(MarkDifference::cell).toList();
    if (cells.isEmpty()) {
      return found;
    }
    Map<String, Typed> told = new HashMap<>();
    typing
        .type(sheet, cells, typing.typist(sheet))
        .forEach(typed -> told.put(typed.row() + " " + typed.column(), typed));
    return found.stream()
        .map(
            one ->
                one.isStorable()
                    ? one.told(told.get(one.cell().row() + " " + one.cell().column()).refusal())
                    : one)
        .toList();
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
    audit.because(shortened(file));
    return tried(sheet, wanted);
  }

  /** A name without its folders, as the audit trail has room for. */
  private static String shortened(String file) {
    String name = file == null ? "" : file.replaceAll("^.*[/\\\\]", "");
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }
}
