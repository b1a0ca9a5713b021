package kz.miras.registrar.achievement.service.promotion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.promotion.HonoursOutlook;
import kz.miras.registrar.achievement.service.promotion.HonoursQueries.Line;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;

/**
 * HON-2. The outlook on honours as a workbook and on paper: a table for each state, with reasons.
 */
@Stateless
@Guarded
public class HonoursFile {

  private static final String KEY = "achievement.honours.";

  @Inject private HonoursQueries queries;
  @Inject private ReportFiles files;

  /** The outlook of a programme today, or as of a past day, as a workbook. */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public byte[] xlsx(String programme, LocalDate asOf, Language language) {
    return files.xlsx(paper(queries.outlook(programme, asOf), language));
  }

  /** The outlook of a programme today, or as of a past day, on paper. */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public byte[] pdf(String programme, LocalDate asOf, Language language) {
    return files.pdf(paper(queries.outlook(programme, asOf), language), language);
  }

  private static Paper paper(HonoursQueries.Outlook outlook, Language language) {
    List<ReportTable> tables = new ArrayList<>();
    for (HonoursOutlook.State state : HonoursOutlook.State.values()) {
      tables.add(
          table(
              Messages.text(language, state.key()),
              outlook.lines().stream().filter(line -> line.outlook().state() == state).toList(),
              language));
    }
    return new Paper(
        Messages.text(language, KEY + "nav")
            + ": "
            + outlook.programme().code()
            + " "
            + outlook.programme().name().in(language),
        Messages.text(language, KEY + "note", outlook.day(), outlook.ruleSet()),
        tables,
        List.of(Messages.text(language, "achievement.promotion.sign-director")));
  }

  private static ReportTable table(String title, List<Line> lines, Language language) {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : lines) {
      HonoursOutlook outlook = line.outlook();
      boolean lost = outlook.state() == HonoursOutlook.State.LOST;
      rows.add(
          ReportTable.row(
              line.name(),
              line.number(),
              line.course(),
              outlook.gpa(),
              outlook.remaining(),
              lost ? null : outlook.needed(),
              line.reasons().stream()
                  .map(one -> Messages.text(language, one.code(), one.args().toArray()))
                  .collect(Collectors.joining(" "))));
    }
    return new ReportTable(
        title + " (" + lines.size() + ")",
        Stream.of(
                "achievement.promotion.student",
                "achievement.promotion.number",
                "achievement.promotion.course",
                "achievement.promotion.gpa",
                KEY + "remaining",
                KEY + "needed",
                "achievement.promotion.why")
            .map(key -> Messages.text(language, key))
            .toList(),
        rows);
  }
}
