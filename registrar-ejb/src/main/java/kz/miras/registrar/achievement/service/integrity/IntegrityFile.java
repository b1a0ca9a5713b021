package kz.miras.registrar.achievement.service.integrity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.integrity.IntegrityView.Flag;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;

/** The report of a month as a workbook and on paper: a table for each rule, with remarks. */
@Stateless
@Guarded
public class IntegrityFile {

  private static final String KEY = "achievement.integrity.";

  @Inject private ReportFiles files;
  @Inject private IntegrityQueries queries;

  /** The report as a workbook. */
  @RolesAllowed(Permissions.INTEGRITY_READ)
  public byte[] xlsx(String month, Language language) {
    return files.xlsx(paper(queries.of(month), language));
  }

  /** The report on paper. */
  @RolesAllowed(Permissions.INTEGRITY_READ)
  public byte[] pdf(String month, Language language) {
    return files.pdf(paper(queries.of(month), language), language);
  }

  private static Paper paper(IntegrityView view, Language language) {
    Map<String, List<Flag>> byRule =
        view.flags().stream()
            .collect(
                Collectors.groupingBy(
                    flag -> flag.reason().rule(), LinkedHashMap::new, Collectors.toList()));
    List<ReportTable> tables = new ArrayList<>();
    byRule.forEach(
        (rule, flags) ->
            tables.add(
                table(
                    rule + " " + Messages.text(language, KEY + "rule." + rule), flags, language)));
    if (tables.isEmpty()) {
      tables.add(table(Messages.text(language, KEY + "none"), List.of(), language));
    }
    return new Paper(
        Messages.text(language, KEY + "of", Month.shown(view.month())),
        Messages.text(language, KEY + "looked-at", view.sheets(), view.corrections()),
        tables,
        List.of(Messages.text(language, "achievement.promotion.sign-director")));
  }

  private static ReportTable table(String title, List<Flag> flags, Language language) {
    List<List<Object>> rows = new ArrayList<>();
    for (Flag flag : flags) {
      rows.add(
          ReportTable.row(
              Messages.text(language, flag.reason().code(), flag.reason().args().toArray()),
              flag.number(),
              flag.discipline() == null ? null : flag.discipline().in(language),
              flag.teacher(),
              flag.studentName() == null ? null : flag.studentNo() + " " + flag.studentName(),
              flag.person() == null ? flag.login() : flag.person(),
              remarks(flag, language)));
    }
    return new ReportTable(
        title + " (" + flags.size() + ")",
        Stream.of("what", "sheet", "discipline", "teacher", "student", "person", "remark")
            .map(key -> Messages.text(language, KEY + "column." + key))
            .toList(),
        rows);
  }

  private static String remarks(Flag flag, Language language) {
    return flag.remarks().isEmpty()
        ? null
        : flag.remarks().stream()
            .map(
                one ->
                    Stream.of(Messages.text(language, one.outcome().key()), one.words(), one.by())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" — ")))
            .collect(Collectors.joining("; "));
  }
}
