package kz.miras.registrar.attestation.service.entry;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.entry.FileLine;
import kz.miras.registrar.attestation.entry.MarkDifference;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.service.entry.FileComparison.Place;
import kz.miras.registrar.attestation.service.entry.SheetFileDesk.Findings;
import kz.miras.registrar.attestation.service.rating.RatingDesk;
import kz.miras.registrar.attestation.service.rating.RatingQueries;
import kz.miras.registrar.attestation.service.rating.RatingTyping;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;

/** SHT-19. The journal of a period filled away from the screen, as {@link SheetFileDesk} does. */
@Stateless
@Guarded
public class JournalFileDesk {

  private static final String CONTROL = "rk";

  @Inject private RatingQueries queries;
  @Inject private RatingDesk desk;
  @Inject private FileSeal seal;
  @Inject private AuditContext audit;
  @Resource private SessionContext session;

  /** The workbook of a journal. */
  @RolesAllowed({Permissions.SHEET_ENTER_RATING, Permissions.SHEET_ENTER_SUBSTITUTE})
  public byte[] workbook(String id, Language language) {
    RatingGrid grid = queries.grid(id);
    List<String> columns = columns(grid);
    List<SheetWorkbook.Line> lines = grid.rows().stream().map(row -> line(row, columns)).toList();
    return SheetWorkbook.write(
        head(grid, language),
        columns.stream().map(name -> column(name, grid, language)).toList(),
        Messages.text(language, "attestation.rating.rating"),
        lines,
        seal.of(
            grid.id(),
            grid.number(),
            columns,
            lines.stream().map(SheetWorkbook.Line::asRead).toList()),
        language);
  }

  private static List<String> columns(RatingGrid grid) {
    return Stream.concat(
            grid.weeks().stream().map(week -> "w" + week), Stream.of(CONTROL, "total", "valid"))
        .toList();
  }

  private static SheetWorkbook.Head head(RatingGrid grid, Language language) {
    RatingGrid.Head head = grid.head();
    return new SheetWorkbook.Head(
        grid.id(),
        grid.number(),
        grid.number() + " · " + head.discipline().in(language),
        Stream.of(head.disciplineCode(), head.term(), head.section(), head.teacher())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · ")),
        Messages.text(language, "attestation.file.how-journal"),
        Messages.text(language, "attestation.file.cell-journal"));
  }

  private static SheetWorkbook.Column column(String name, RatingGrid grid, Language language) {
    String heading =
        switch (name) {
          case CONTROL ->
              Messages.text(
                  language,
                  grid.period().number() == 1 ? "attestation.col.first" : "attestation.col.second");
          case "total" -> Messages.text(language, "attestation.rating.total");
          case "valid" -> Messages.text(language, "attestation.rating.valid");
          default ->
              Messages.text(
                  language, "attestation.rating.week", Integer.valueOf(name.substring(1)));
        };
    return new SheetWorkbook.Column(name, heading, name.equals(CONTROL));
  }

  private static SheetWorkbook.Line line(RatingGrid.Row row, List<String> columns) {
    Set<String> open = new HashSet<>(row.withdrawn() ? List.of() : columns);
    if (row.disposition() != null) {
      // taken alone, by the disposition
      open.remove(CONTROL);
    }
    return new SheetWorkbook.Line(
        row.position(),
        row.student(),
        row.studentNo(),
        row.version(),
        standing(row, columns),
        row.rating(),
        open);
  }

  private static Map<String, String> standing(RatingGrid.Row row, List<String> columns) {
    Map<String, String> standing = new TreeMap<>();
    for (String column : columns) {
      standing.put(
          column,
          switch (column) {
            case CONTROL -> row.control();
            case "total" -> row.total();
            case "valid" -> row.valid();
            default -> row.points(Integer.parseInt(column.substring(1)));
          });
    }
    return standing;
  }

  /**
   * What a file would change: all of it is tried as it would be stored, and nothing is kept.
   *
   * @throws RegistrarException.Refused where the file is none of this journal, or what is protected
   *     in it was changed
   */
  @RolesAllowed({Permissions.SHEET_ENTER_RATING, Permissions.SHEET_ENTER_SUBSTITUTE})
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Findings check(String id, byte[] content) {
    try {
      return checked(id, content);
    } finally {
      session.setRollbackOnly();
    }
  }

  private Findings checked(String id, byte[] content) {
    RatingGrid grid = queries.grid(id);
    List<String> columns = columns(grid);
    List<FileLine> lines = seal.opened(content, grid.id(), columns);
    Map<String, Place> places = new TreeMap<>();
    grid.rows()
        .forEach(row -> places.put(row.studentNo(), new Place(row.id(), standing(row, columns))));
    Findings found = new FileComparison(columns, places).of(lines);
    return new Findings(tried(id, found.differences()), found.absent());
  }

  private List<MarkDifference> tried(String id, List<MarkDifference> found) {
    return FileComparison.tried(
        found,
        cells -> {
          List<RatingCell> typed = new ArrayList<>();
          cells.forEach(
              cell ->
                  typed.add(new RatingCell(cell.row(), cell.column(), cell.text(), cell.before())));
          return desk.type(id, typed).stream().map(RatingTyping.Typed::refusal).toList();
        });
  }

  /** Stores what a file was found to change; see {@link SheetFileDesk#store}. */
  @RolesAllowed({Permissions.SHEET_ENTER_RATING, Permissions.SHEET_ENTER_SUBSTITUTE})
  public List<MarkDifference> store(String id, String file, List<MarkDifference> wanted) {
    audit.because(FilledWorkbook.named(file));
    return tried(id, wanted);
  }
}
