package kz.miras.registrar.attestation.service.rating;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
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
 * is closed or where it has none, and what the student got in it.
 */
@Stateless
@Guarded
public class DispositionDesk {

  private static final String CARD = "/student/card.xhtml?id=me";
  private static final String JOURNAL = "/attestation/rating.xhtml?id=";
  private static final String SHEET = "/attestation/sheet.xhtml?id=";

  @Inject private RatingSheets ratings;
  @Inject private Dispositions dispositions;
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
   * Where a control is taken alone; all of it is locked.
   *
   * @param journal of the period; null where the sheet has none
   * @param main the sheet the ratings go to
   */
  private record Place(Sheet journal, Sheet main, int period) {

    /** The sheet it is decided and typed in, whose rights are asked. */
    Sheet sheet() {
      return journal == null ? main : journal;
    }

    String page() {
      return (journal == null ? SHEET : JOURNAL) + sheet().getUuid();
    }
  }

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
    Sheet journal = whose.rating(id);
    whose.require(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, journal);
    return decide(new Place(journal, main(journal), journal.getPeriod()), studentNo, basis);
  }

  /**
   * The same in a sheet whose ratings come from no journal.
   *
   * @param id public id of the sheet
   * @param period 1 or 2
   * @throws RegistrarException.NotFound where the sheet takes no rating of the period itself
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
  public Verdict decide(String id, int period, String studentNo, RatingExcuse.Basis basis) {
    Sheet main = whose.visible(id);
    whose.require(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, main);
    sheets.lock(main);
    if (!dispositions.periods(main).contains(period)) {
      throw new RegistrarException.NotFound("rating-period", period);
    }
    return decide(new Place(null, main, period), studentNo, basis);
  }

  private Verdict decide(Place place, String studentNo, RatingExcuse.Basis basis) {
    Sheet main = place.main();
    int period = place.period();
    long student =
        students
            .byNumber(studentNo)
            .orElseThrow(() -> new RegistrarException.NotFound("student", studentNo))
            .getId();
    SheetRow row =
        row(main, student).orElseThrow(() -> new RegistrarException.NotFound("student", studentNo));
    Optional<RatingExcuse> known = known(place, student);
    Verdict verdict =
        SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), main.appointed())
            .and(gate.asked(main).typed(student))
            .and(
                RatingExcuse.judge(
                    basis,
                    known.filter(RatingExcuse::isMissed).isEmpty() && isRated(place, row),
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
                    main.getDisciplineId(),
                    main.getTermId(),
                    period,
                    basis,
                    me,
                    time.now())));
    if (row.rating(period) != null) {
      // what an absence had made of it
      row.rateFrom(period, null, me);
      records.typed(main.getId(), me);
    }
    if (ratings.leavesOut(place.sheet())) {
      // SOD-1: that makes a rating of the other one, and whoever makes one does not close the sheet
      row.leaveOut(period);
      records.typed(main.getId(), me);
    }
    tell(place, student, studentNo, basis);
    return verdict;
  }

  private Optional<RatingExcuse> known(Place place, long student) {
    List<RatingExcuse> all =
        place.journal() == null ? ratings.alone(place.main()) : ratings.excuses(place.journal());
    return all.stream()
        .filter(excuse -> excuse.getStudentId() == student)
        .filter(excuse -> excuse.getPeriod() == place.period())
        .findFirst();
  }

  private void tell(Place place, long student, String studentNo, RatingExcuse.Basis basis) {
    Sheet sheet = place.sheet();
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    notices.tellStudent(
        student,
        "attestation.notice.disposition",
        CARD,
        discipline.getCode(),
        place.period(),
        basis.number(),
        basis.until());
    if (sheet.getTeacherId() != null) {
      notices.tellTeacher(
          sheet.getTeacherId(),
          "attestation.notice.disposition-teacher",
          place.page(),
          studentNo,
          place.period(),
          basis.number(),
          basis.until());
    }
  }

  private boolean isRated(Place place, SheetRow row) {
    BigDecimal written = row.rating(place.period());
    return line(place, row.getStudentId())
        .map(line -> line.isRated(ratings.formula(place.sheet()), written))
        .orElse(written != null);
  }

  /**
   * Types what a student got in the control taken alone; the rating is in its sheet at once.
   *
   * @param id public id of the rating sheet, or of the sheet where it has none
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
   * @param id public id of the rating sheet, or of the sheet where it has none
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
    Sheet sheet = whose.rated(id);
    if (!whose.may(Permissions.SHEET_ENTER_SUBSTITUTE, sheet)) {
      whose.require(Permissions.SHEET_ENTER_RATING, sheet);
    }
    boolean journal = sheet.getKind() == SheetKind.RATING;
    Sheet main = journal ? main(sheet) : sheets.lock(sheet);
    RatingExcuse excuse =
        ratings
            .excuse(sheet, disposition)
            .orElseThrow(() -> new RegistrarException.NotFound("disposition", disposition));
    Place place = new Place(journal ? sheet : null, main, excuse.getPeriod());
    act.accept(excuse, gate.asked(main));
    String me = access.current().login();
    PeriodScores scores =
        line(place, excuse.getStudentId())
            .map(RatingLine::scores)
            .orElseGet(() -> new PeriodScores(Map.of(), excuse.getScore(), true));
    SheetRow row = row(main, excuse.getStudentId()).orElseThrow();
    ratings
        .formula(sheet)
        .rating(scores)
        .filter(rating -> !row.isClosed())
        .ifPresent(rating -> row.rateFrom(place.period(), rating, me));
    records.typed(sheet.getId(), me);
    records.typed(main.getId(), me);
  }

  /** The sheet the ratings of a journal go to; both are locked, in the order of closing. */
  private Sheet main(Sheet journal) {
    sheets.lock(journal);
    return sheets.lock(sheets.byId(journal.getRatesId()).orElseThrow());
  }

  private Optional<SheetRow> row(Sheet main, long student) {
    return sheets.rows(main.getId()).stream()
        .filter(row -> row.getStudentId() == student)
        .findFirst();
  }

  private Optional<RatingLine> line(Place place, long student) {
    List<RatingLine> lines = place.journal() == null ? List.of() : ratings.lines(place.journal());
    return lines.stream().filter(line -> line.row().getStudentId() == student).findFirst();
  }
}
