package kz.miras.registrar.attestation.service.amend;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.amend.RowResult;
import kz.miras.registrar.attestation.amend.SheetFrame;
import kz.miras.registrar.attestation.amend.SheetPaper;
import kz.miras.registrar.attestation.service.SheetStudents;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.ControlForm;

/**
 * SHT-17. All that a version of a sheet prints: its head as it was posted, its rows as they are.
 */
@ApplicationScoped
public class SheetPapers {

  @Inject private Sheets sheets;
  @Inject private SheetStudents students;
  @Inject private RowResults results;
  @Inject private SheetFrames frames;
  @Inject private Calendars calendars;

  /**
   * The paper of a version.
   *
   * @param version from 1
   */
  SheetPaper of(Sheet sheet, int version) {
    SheetFrame frame = frames.of(sheet);
    return new SheetPaper(
        sheet.getNumber(),
        version,
        sheet.getKind(),
        calendars.term(sheet.getTermId()).orElseThrow().getCode(),
        frame.code(),
        frame.credits(),
        frame.section(),
        frame.teacher(),
        frame.examiner(),
        sheet.getExamDate(),
        sheet.getExamTime(),
        sheet.getRoom(),
        sheet.getExamForm(),
        sheet.getProtocolNo(),
        sheet.getProtocolDate(),
        sheet.getRuleSetCode(),
        lines(sheet, version, frame.control()));
  }

  private List<SheetPaper.Line> lines(Sheet sheet, int version, ControlForm control) {
    List<SheetRow> rows = sheets.rows(sheet.getId());
    Map<Long, SheetStudents.Name> names = students.of(sheet.getId());
    List<RowResult> said = results.of(sheet, rows, version, control);
    List<SheetPaper.Line> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      SheetRow row = rows.get(i);
      lines.add(
          new SheetPaper.Line(
              row.getPosition(),
              row.getStudentId(),
              names.get(row.getStudentId()).number(),
              row.scores().first(),
              row.scores().second(),
              said.get(i)));
    }
    return lines;
  }
}
