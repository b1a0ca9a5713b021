package kz.miras.registrar.attestation.service.rating;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.rating.PeriodScores;
import kz.miras.registrar.attestation.rating.RatingExcuse;
import kz.miras.registrar.attestation.rating.RatingLine;
import kz.miras.registrar.attestation.service.RatingGate;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetRecords;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Students;

/**
 * RAT-3. Dispositions that let a student take the control of a period alone, also after its journal
 * is closed, and what the student got in it.
 */
@Stateless
@Guarded
public class DispositionDesk {

  private static final String CARD = "/student/card.xhtml?id=me";
  private static final String JOURNAL = "/attestation/rating.xhtml?id=";

  @Inject private RatingSheets ratings;
  @Inject private Sheets sheets;
  @Inject private SheetRecords records;
  @Inject private RatingGate gate;
  @Inject private SheetAccess whose;
  @Inject private Students students;
  @Inject private Catalogue catalogue;
  @Inject private Notices notices;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * Enters a disposition on a student of the sheet the ratings go to, or another one in its place.
   * Student and teacher are told.
   *
   * @param id public id of the rating sheet
   * @param studentNo number of the student
   * @return why not, each reason beside its field; whoever teaches or examines it decides nothing
   *     about it (SOD-6)
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
  public Verdict decide(String id, String studentNo, RatingExcuse.Basis basis) {
    Sheet sheet = whose.rating(id);
    whose.require(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, sheet);
    Sheet main = main(sheet);
    long student =
        students
            .byNumber(studentNo)
            .orElseThrow(() -> new RegistrarException.NotFound("student", studentNo))
            .getId();
    SheetRow row =
        row(main, student).orElseThrow(() -> new RegistrarException.NotFound("student", studentNo));
    Optional<RatingExcuse> known =
        ratings.excuses(sheet).stream()
            .filter(excuse -> excuse.getStudentId() == student)
            .findFirst();
    Set<Long> teachers = new HashSet<>();
    teachers.add(main.getTeacherId());
    teachers.add(main.getExaminerId());
    Verdict verdict =
        SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), teachers)
            .and(gate.asked(main).typed(student))
            .and(
                RatingExcuse.judge(
                    basis,
                    known.filter(RatingExcuse::isMissed).isEmpty() && isRated(sheet, row),
                    time.today()));
    if (!verdict.isAllowed()) {
      return verdict;
    }
    audit.because(basis.number());
    String me = access.current().login();
    known.ifPresentOrElse(
        excuse -> excuse.renew(basis, me, time.now()),
        () ->
            ratings.add(
                new RatingExcuse(
                    student,
                    sheet.getDisciplineId(),
                    sheet.getTermId(),
                    sheet.getPeriod(),
                    basis,
                    me,
                    time.now())));
    if (row.rating(sheet.getPeriod()) != null) {
      // what an absence had made of it
      row.rateFrom(sheet.getPeriod(), null, me);
      records.typed(main.getId(), me);
    }
    if (ratings.leavesOut(sheet)) {
      // SOD-1: that makes a rating of the other one, and whoever makes one does not close the sheet
      row.leaveOut(sheet.getPeriod());
      records.typed(main.getId(), me);
    }
    tell(sheet, student, studentNo, basis);
    return verdict;
  }

  private void tell(Sheet sheet, long student, String studentNo, RatingExcuse.Basis basis) {
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    notices.tellStudent(
        student,
        "attestation.notice.disposition",
        CARD,
        discipline.getCode(),
        sheet.getPeriod(),
        basis.number(),
        basis.until());
    if (sheet.getTeacherId() != null) {
      notices.tellTeacher(
          sheet.getTeacherId(),
          "attestation.notice.disposition-teacher",
          JOURNAL + sheet.getUuid(),
          studentNo,
          sheet.getPeriod(),
          basis.number(),
          basis.until());
    }
  }

  private boolean isRated(Sheet sheet, SheetRow row) {
    BigDecimal written = row.rating(sheet.getPeriod());
    return line(sheet, row.getStudentId())
        .map(line -> line.isRated(ratings.formula(sheet), written))
        .orElse(written != null);
  }

  /**
   * Types what a student got in the control taken alone; the rating is in its sheet at once.
   *
   * @param id public id of the rating sheet
   * @param disposition public id
   * @param score 0 to 100
   * @throws RegistrarException.Refused where its last day has passed, the caller decided it, or
   *     ratings of the sheet they go to do not change any more
   */
  @RolesAllowed({Permissions.SHEET_ENTER_RATING, Permissions.SHEET_ENTER_SUBSTITUTE})
  public void rate(String id, String disposition, Integer score) {
    write(
        id,
        disposition,
        (excuse, asked) -> {
          refuse(asked.typed(excuse.getStudentId()));
          excuse.rate(score, access.current().login(), time.today());
        });
  }

  /**
   * Notes that a student did not come until the last day: the control counts as 0 because somebody
   * says so, and the sheet no longer waits for it, also once its exam has begun.
   *
   * @param id public id of the rating sheet
   * @param disposition public id
   * @throws RegistrarException.Refused where its last day is still to come, the caller decided it,
   *     or ratings of the sheet they go to do not change any more
   */
  @RolesAllowed({Permissions.SHEET_ENTER_RATING, Permissions.SHEET_ENTER_SUBSTITUTE})
  public void didNotCome(String id, String disposition) {
    write(
        id,
        disposition,
        (excuse, asked) -> {
          refuse(asked.written(excuse.getStudentId()));
          excuse.didNotCome(access.current().login(), time.today());
        });
  }

  private void write(
      String id, String disposition, BiConsumer<RatingExcuse, RatingGate.Asked> act) {
    Sheet sheet = whose.rating(id);
    if (!whose.may(Permissions.SHEET_ENTER_SUBSTITUTE, sheet)) {
      whose.require(Permissions.SHEET_ENTER_RATING, sheet);
    }
    Sheet main = main(sheet);
    RatingExcuse excuse =
        ratings
            .excuse(sheet, disposition)
            .orElseThrow(() -> new RegistrarException.NotFound("disposition", disposition));
    act.accept(excuse, gate.asked(main));
    String me = access.current().login();
    PeriodScores scores =
        line(sheet, excuse.getStudentId())
            .map(RatingLine::scores)
            .orElseGet(() -> new PeriodScores(Map.of(), excuse.getScore(), true));
    SheetRow row = row(main, excuse.getStudentId()).orElseThrow();
    ratings
        .formula(sheet)
        .rating(scores)
        .filter(rating -> !row.isClosed())
        .ifPresent(rating -> row.rateFrom(sheet.getPeriod(), rating, me));
    records.typed(sheet.getId(), me);
    records.typed(main.getId(), me);
  }

  /** The sheet the ratings go to; both are locked, in the order of closing. */
  private Sheet main(Sheet sheet) {
    sheets.lock(sheet);
    return sheets.lock(sheets.byId(sheet.getRatesId()).orElseThrow());
  }

  private Optional<SheetRow> row(Sheet main, long student) {
    return sheets.rows(main.getId()).stream()
        .filter(row -> row.getStudentId() == student)
        .findFirst();
  }

  private Optional<RatingLine> line(Sheet sheet, long student) {
    List<RatingLine> lines = ratings.lines(sheet);
    return lines.stream().filter(line -> line.row().getStudentId() == student).findFirst();
  }
}
