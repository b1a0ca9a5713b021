package kz.miras.registrar.transcript.service.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.service.SheetContents;
import kz.miras.registrar.attestation.service.SheetFile;
import kz.miras.registrar.attestation.service.rating.RatingContents;
import kz.miras.registrar.attestation.service.rating.RatingFile;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.service.DocumentMaker;
import kz.miras.registrar.transcript.service.Twins;
import kz.miras.registrar.transcript.service.subject.DocumentSubject;

/** DOC-70. Sheets of controls and journals, of the version the document was prepared of. */
@ApplicationScoped
public class SheetMaker implements DocumentMaker {

  @Inject private SheetContents sheets;
  @Inject private RatingContents journals;
  @Inject private SettledSubjects settled;
  @Inject private Settings settings;

  @Override
  public Set<DocumentFamily> families() {
    return Set.of(DocumentFamily.SHEET);
  }

  @Override
  public Verdict verdict(DocumentOrder order) {
    return settled.verdict(order);
  }

  @Override
  public Made make(DocumentOrder order, Stamp stamp) {
    LocalDate day = stamp.date();
    LocalizedText university = settings.localized("name", day);
    Map<String, Object> model;
    SheetRecord record;
    if (order.kind().subject() == SubjectKind.RATING_SHEET) {
      RatingContents.Contents contents = journals.of(order.subject().toString());
      model = new HashMap<>(RatingFile.model(contents.grid(), contents.head(), university, day));
      record = record(order, stamp, university, contents);
    } else {
      int version = Integer.parseInt(order.details().get(DocumentSubject.VERSION));
      SheetContents.Contents contents = sheets.of(order.subject(), version);
      model = new HashMap<>(SheetFile.model(contents, university, day));
      record = record(order, stamp, university, contents);
    }
    model.values().removeIf(value -> value == null);
    model.put("issued", stamp);
    model.put("tongues", order.languages().stream().map(PdfRenderer::words).toList());
    return new Made(
        model,
        record,
        null,
        () -> List.of(Twins.record(record, "The same sheet as JSON, " + SheetRecord.FORMAT)));
  }

  private static SheetRecord record(
      DocumentOrder order, Stamp stamp, LocalizedText university, SheetContents.Contents contents) {
    SheetGrid grid = contents.grid();
    return new SheetRecord(
        SheetRecord.FORMAT,
        order.kind().code(),
        stamp,
        university,
        grid.number(),
        Integer.parseInt(order.details().get(DocumentSubject.VERSION)),
        contents.stamp() == null ? null : contents.stamp().checksum(),
        grid.kind(),
        grid.term(),
        contents.head(),
        grid.discipline(),
        grid.teacher(),
        grid.examiner(),
        grid.examDate(),
        grid.rows().stream().map(SheetRecord.Line::of).toList(),
        List.of());
  }

  private static SheetRecord record(
      DocumentOrder order,
      Stamp stamp,
      LocalizedText university,
      RatingContents.Contents contents) {
    RatingGrid grid = contents.grid();
    return new SheetRecord(
        SheetRecord.FORMAT,
        order.kind().code(),
        stamp,
        university,
        grid.number(),
        Integer.parseInt(order.details().get(DocumentSubject.VERSION)),
        null,
        SheetKind.RATING,
        grid.head().term(),
        contents.head(),
        grid.head().discipline(),
        grid.head().teacher(),
        "",
        null,
        List.of(),
        grid.rows().stream().map(SheetRecord.Rating::of).toList());
  }
}
