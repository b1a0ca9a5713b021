package kz.miras.registrar.achievement.service.promotion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Head;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Line;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Part;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;

/** The end of a year as a workbook and on paper: a table for each outcome, with every reason. */
@Stateless
@Guarded
public class PromotionFile {

  private static final String KEY = "achievement.promotion.";

  /** What has a table of its own, in this order. */
  private static final List<Part> PARTS =
      List.of(
          Part.PROMOTED,
          Part.PROMOTED_WITH_DEBT,
          Part.REPEAT,
          Part.GRADUATED,
          Part.UNDECIDED,
          Part.LEFT_OUT);

  @Inject private PromotionQueries queries;
  @Inject private PromotionReader reader;
  @Inject private ReportFiles files;

  /** The run as a workbook. */
  @RolesAllowed(Permissions.PROMOTION_READ)
  public byte[] xlsx(String id, Language language) {
    return files.xlsx(paper(id, language));
  }

  /** The run on paper. */
  @RolesAllowed(Permissions.PROMOTION_READ)
  public byte[] pdf(String id, Language language) {
    return files.pdf(paper(id, language), language);
  }

  private Paper paper(String id, Language language) {
    PromotionView view = queries.view(id, Part.ALL, null, 0, 1);
    Head head = view.head();
    List<ReportTable> tables = new ArrayList<>();
    for (Part part : PARTS) {
      List<Line> lines = reader.lines(head.id(), view.day(), part, null, 0, Integer.MAX_VALUE);
      if (!lines.isEmpty()) {
        tables.add(table(part, lines, language));
      }
    }
    String unit =
        head.programme() == null
            ? head.school().in(language)
            : head.programmeCode() + " " + head.programme().in(language);
    String note =
        Messages.text(language, KEY + "note", head.councilNo(), head.councilOn())
            + (head.steps().orderNo() == null
                ? " " + Messages.text(language, view.preview() ? KEY + "preview" : KEY + "draft")
                : " "
                    + Messages.text(
                        language,
                        KEY + "by-order",
                        head.steps().orderNo(),
                        head.steps().orderOn()));
    return new Paper(
        Messages.text(language, KEY + "of", head.year(), unit),
        note,
        tables,
        List.of(
            Messages.text(language, KEY + "sign-dean"),
            Messages.text(language, KEY + "sign-director")));
  }

  private static ReportTable table(Part part, List<Line> lines, Language language) {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : lines) {
      rows.add(
          ReportTable.row(
              line.name(),
              line.number(),
              line.programme(),
              line.group(),
              line.course(),
              line.gpa(),
              line.threshold(),
              line.debts(),
              line.earned(),
              why(line, language)));
    }
    return new ReportTable(
        Messages.text(language, part.key()) + " (" + lines.size() + ")",
        Stream.of(
                KEY + "student",
                KEY + "number",
                KEY + "programme",
                KEY + "group",
                KEY + "course",
                KEY + "gpa",
                KEY + "threshold",
                KEY + "debts",
                KEY + "earned",
                KEY + "why")
            .map(key -> Messages.text(language, key))
            .toList(),
        rows);
  }

  /** Everything that led to a decision, and who decided otherwise. */
  private static String why(Line line, Language language) {
    Stream<Refusal> reasons = Stream.concat(line.reasons().stream(), line.grounds().stream());
    String told =
        reasons
            .map(one -> Messages.text(language, one.code(), one.args().toArray()))
            .collect(Collectors.joining(" "));
    return line.changed() == null
        ? told
        : told
            + " "
            + Messages.text(
                language, KEY + "otherwise", line.changed().by(), line.changed().reason());
  }
}
