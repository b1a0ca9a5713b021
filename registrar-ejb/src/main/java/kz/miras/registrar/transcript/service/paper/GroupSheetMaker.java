package kz.miras.registrar.transcript.service.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.achievement.service.analysis.GroupSheetFile;
import kz.miras.registrar.achievement.service.analysis.GroupSheetView;
import kz.miras.registrar.achievement.service.analysis.GroupSheets;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.service.DocumentMaker;
import kz.miras.registrar.transcript.service.Twins;
import kz.miras.registrar.transcript.service.subject.GroupSubject;

/** DOC-70. The consolidated sheet of a group in a term. */
@ApplicationScoped
public class GroupSheetMaker implements DocumentMaker {

  @Inject private GroupSheets groups;
  @Inject private SettledSubjects settled;
  @Inject private Settings settings;

  /** The sheet in the words of a language. */
  public record Page(PdfRenderer.Words words, ReportFiles.Paper paper) {}

  @Override
  public Set<DocumentFamily> families() {
    return Set.of(DocumentFamily.SUMMARY_SHEET);
  }

  @Override
  public Verdict verdict(DocumentOrder order) {
    return settled.verdict(order);
  }

  @Override
  public Made make(DocumentOrder order, Stamp stamp) {
    GroupSheetView view =
        groups.whole(
            order.details().get(GroupSubject.GROUP), order.details().get(GroupSubject.TERM));
    LocalizedText university = settings.localized("name", stamp.date());
    GroupRecord record = GroupRecord.of(view, order, stamp, university);
    return new Made(
        model(view, order, stamp, university),
        record,
        null,
        () -> List.of(Twins.record(record, "The same sheet as JSON, " + GroupRecord.FORMAT)));
  }

  /** What the template shows. */
  static Map<String, Object> model(
      GroupSheetView view, DocumentOrder order, Stamp stamp, LocalizedText university) {
    return Map.of(
        "pages",
        order.languages().stream()
            .map(
                language ->
                    new Page(PdfRenderer.words(language), GroupSheetFile.paper(view, language)))
            .toList(),
        "cells",
        new ReportFiles.Cells(),
        "university",
        university,
        "issued",
        stamp);
  }
}
