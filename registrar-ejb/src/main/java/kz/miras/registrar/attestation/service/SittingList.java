package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.service.RecordList;

/**
 * The exams of sheets that are not posted: when, where, how and before whom. Until there is a
 * timetable of exams the office types them or brings them in by file.
 */
@ApplicationScoped
public class SittingList implements RecordList {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private Sittings sittings;
  @Inject private SittingStudents students;
  @Inject private Catalogue catalogue;
  @Inject private MovedExams exams;
  @Inject private AuditContext audit;

  @Override
  public String code() {
    return "sittings";
  }

  @Override
  public String permission() {
    return Permissions.SHEET_OPEN;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("sheet", 32),
        Field.date("exam_date").optional(),
        Field.time("exam_time").optional(),
        Field.date("last_day").optional(),
        Field.number("exam_minutes").optional(),
        Field.text("room", 32).optional(),
        Field.choice("exam_form", ExamForm.class).optional(),
        Field.text("examiner", 32).optional(),
        Field.text("basis", 300).optional(),
        Field.text("protocol_no", 64).optional(),
        Field.date("protocol_date").optional());
  }

  @Override
  public List<String> key() {
    return List.of("sheet");
  }

  @Override
  public Sheet open() {
    return records(true, Permissions.SHEET_OPEN);
  }

  /** Opens it for whoever may set exams by another right. */
  Sheet openFor(String right) {
    return records(true, right);
  }

  @Override
  public Sheet openToCheck() {
    return records(false, Permissions.SHEET_OPEN);
  }

  private Sheet records(boolean stores, String right) {
    return new SittingRecords(
        sheets.unposted(),
        sheets,
        whose,
        sittings.open(),
        students,
        catalogue.teachers(),
        exams,
        audit,
        stores,
        right);
  }
}
