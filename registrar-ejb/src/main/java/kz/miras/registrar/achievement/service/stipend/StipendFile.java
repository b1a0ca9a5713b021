package kz.miras.registrar.achievement.service.stipend;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.stipend.StipendDecision;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;
import kz.miras.registrar.shared.service.UniversityTime;

/** The list of stipends as a workbook and on paper: a table for each answer, with reasons. */
@Stateless
@Guarded
public class StipendFile {

  private static final String KEY = "achievement.stipend.";

  @Inject private ReportFiles files;
  @Inject private UniversityTime time;

  /** A list that was made, as a workbook: the very lines that were shown (STP-5). */
  @RolesAllowed(Permissions.STIPEND_READ)
  public byte[] xlsx(StipendView list, Language language) {
    return files.xlsx(paper(list, language));
  }

  /** A list that was made, on paper. */
  @RolesAllowed(Permissions.STIPEND_READ)
  public byte[] pdf(StipendView list, Language language) {
    return files.pdf(paper(list, language), language);
  }

  private Paper paper(StipendView view, Language language) {
    List<ReportTable> tables = new ArrayList<>();
    for (StipendDecision.State state : StipendDecision.State.values()) {
      tables.add(table(state.key(), view.of(state), StipendView.Line::then, language));
    }
    tables.add(table(KEY + "presidential", view.presidential(), StipendView.Line::then, language));
    if (view.isPast()) {
      tables.add(table(KEY + "changed", view.changed(), StipendView.Line::later, language));
    }
    return new Paper(
        Messages.text(language, KEY + "of", view.term()),
        Messages.text(
            language,
            KEY + "note",
            view.day(),
            view.criteria(),
            view.madeAt().atZone(time.zone()).toLocalDateTime()),
        tables,
        List.of(Messages.text(language, "achievement.promotion.sign-director")));
  }

  /** Lines with the answer of then, or with the answer of today in words. */
  private static ReportTable table(
      String title,
      List<StipendView.Line> lines,
      Function<StipendView.Line, StipendView.Answer> answers,
      Language language) {
    List<List<Object>> rows = new ArrayList<>();
    for (StipendView.Line line : lines) {
      StipendView.Answer answer = answers.apply(line);
      Stream<String> reasons =
          answer.reasons().stream()
              .map(one -> Messages.text(language, one.code(), one.args().toArray()));
      Stream<String> before =
          answer == line.later()
              ? Stream.of(Messages.text(language, answer.decision().state().key()) + ".")
              : Stream.of();
      rows.add(
          ReportTable.row(
              line.name(),
              line.number(),
              line.programme(),
              line.group(),
              line.course(),
              answer.gpa(),
              answer.results(),
              Stream.concat(before, reasons).collect(Collectors.joining(" "))));
    }
    return new ReportTable(
        Messages.text(language, title) + " (" + lines.size() + ")",
        Stream.of(
                "achievement.promotion.student",
                "achievement.promotion.number",
                "achievement.promotion.programme",
                "achievement.promotion.group",
                "achievement.promotion.course",
                KEY + "gpa",
                KEY + "results",
                "achievement.promotion.why")
            .map(key -> Messages.text(language, key))
            .toList(),
        rows);
  }
}
