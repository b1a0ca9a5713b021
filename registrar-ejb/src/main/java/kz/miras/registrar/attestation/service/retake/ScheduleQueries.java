package kz.miras.registrar.attestation.service.retake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.retake.IndividualSchedule;
import kz.miras.registrar.attestation.retake.IndividualSitting;
import kz.miras.registrar.attestation.retake.ScheduleReason;
import kz.miras.registrar.attestation.retake.ScheduleStatus;
import kz.miras.registrar.attestation.service.IndividualSittings;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** EXM-7, EXM-9. Individual schedules as screens show them, to those who may see them. */
@Stateless
@Guarded
public class ScheduleQueries {

  @Inject private Schedules schedules;
  @Inject private IndividualSittings sittings;
  @Inject private Sheets sheets;
  @Inject private Catalogue catalogue;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** An exam that may be put off or taken early now. */
  public record Choice(
      String sheet,
      String code,
      LocalizedText name,
      LocalDate examDate,
      LocalTime examTime,
      boolean later,
      boolean early)
      implements Serializable {}

  /**
   * The exams of a student a schedule can be asked for.
   *
   * @param student public id or number, or "me"
   */
  @RolesAllowed({Permissions.INDIVIDUAL_SCHEDULE_REQUEST, Permissions.INDIVIDUAL_SCHEDULE_PREPARE})
  public List<Choice> choices(String student) {
    Student found =
        scope.visible(
            student,
            Permissions.INDIVIDUAL_SCHEDULE_REQUEST,
            Permissions.INDIVIDUAL_SCHEDULE_PREPARE);
    Set<Long> waiting = schedules.waiting(found.getId());
    List<IndividualSittings.Possible> possible =
        sittings.possible(found.getId(), time.now()).stream()
            .filter(one -> !waiting.contains(one.row().getSheet().getId()))
            .toList();
    Map<Long, Discipline> disciplines =
        catalogue
            .disciplines(
                possible.stream()
                    .map(one -> one.row().getSheet().getDisciplineId())
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(Discipline::getId, Function.identity()));
    return possible.stream()
        .map(one -> choice(one, disciplines.get(one.row().getSheet().getDisciplineId())))
        .toList();
  }

  private static Choice choice(IndividualSittings.Possible one, Discipline discipline) {
    Sheet sheet = one.row().getSheet();
    return new Choice(
        sheet.getUuid().toString(),
        discipline.getCode(),
        discipline.getName(),
        sheet.getExamDate(),
        sheet.getExamTime(),
        one.later(),
        one.early());
  }

  /**
   * A schedule.
   *
   * @param reason null, as explanation, file name and note are, for who may not read the
   *     certificate: they tell of somebody's health
   * @param late whether the last day to decide has passed without a decision
   */
  public record View(
      String id,
      String studentNo,
      String student,
      ScheduleReason reason,
      boolean early,
      String explanation,
      String fileName,
      Instant askedAt,
      LocalDate decideBy,
      boolean late,
      ScheduleStatus status,
      String agreedBy,
      String decidedBy,
      String documentNo,
      LocalDate documentDate,
      LocalDate sessionFrom,
      LocalDate sessionTo,
      String note,
      List<Part> parts,
      boolean mayReadScan,
      boolean mayAgree,
      boolean mayDecide,
      boolean mayMove,
      boolean mayWithdraw)
      implements Serializable {}

  /**
   * One exam of it.
   *
   * @param leftOut key of why it was not carried out; null where it was, or is still to be
   * @param sitting number of the individual sheet; null while none is formed
   * @param sittingDate day of the individual sitting; null while none is set
   */
  public record Part(
      String code,
      LocalizedText name,
      String sheet,
      LocalDate examDate,
      String leftOut,
      String sitting,
      LocalDate sittingDate,
      LocalTime sittingTime,
      String room)
      implements Serializable {}

  /** A schedule with its exams. */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_READ)
  public View view(String id) {
    IndividualSchedule schedule = schedules.named(id);
    Student student = visible(schedule, id);
    Target target = scope.target(student);
    Actor me = access.current();
    boolean health = mayReadScan(target);
    boolean open =
        schedule.getStatus() == ScheduleStatus.ASKED
            || schedule.getStatus() == ScheduleStatus.AGREED;
    return new View(
        id,
        student.getStudentNo(),
        student.fullName(),
        health ? schedule.getReason() : null,
        schedule.isEarly(),
        health ? schedule.getExplanation() : null,
        health ? schedule.getFileName() : null,
        schedule.getAskedAt(),
        schedule.getDecideBy(),
        open && schedule.getDecideBy().isBefore(time.today()),
        schedule.getStatus(),
        schedule.getAgreedBy(),
        schedule.getDecidedBy(),
        schedule.getDocumentNo(),
        schedule.getDocumentDate(),
        schedule.getSessionFrom(),
        schedule.getSessionTo(),
        health ? schedule.getNote() : null,
        schedules.sittings(schedule.getId()).stream()
            .map(sitting -> part(schedule, sitting))
            .toList(),
        health,
        access.may(Permissions.INDIVIDUAL_SCHEDULE_AGREE, target)
            && schedule.judgeAgreement(me.login(), me.studentId()).isAllowed(),
        access.may(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, target)
            && schedule.judgeDecision(me.login(), me.studentId(), time.today()).isAllowed(),
        access.may(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, target)
            && schedule.judgeMove(me.login(), me.studentId()).isAllowed(),
        (access.may(Permissions.INDIVIDUAL_SCHEDULE_REQUEST, target)
                || access.may(Permissions.INDIVIDUAL_SCHEDULE_PREPARE, target))
            && schedule.judgeWithdrawal(me.login(), me.studentId()).isAllowed());
  }

  private Part part(IndividualSchedule schedule, IndividualSitting sitting) {
    Sheet sheet = sheets.byId(sitting.getSheetId()).orElseThrow();
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    Optional<Sheet> own =
        sitting.getIndividualSheetId() == null
            ? sittings.after(sheet, schedule.getStudentId())
            : sheets.byId(sitting.getIndividualSheetId());
    return new Part(
        discipline.getCode(),
        discipline.getName(),
        sheet.getNumber(),
        sheet.getExamDate(),
        sitting.getLeftOut() == null ? null : "attestation.schedule.left-out",
        own.map(Sheet::getNumber).orElse(null),
        own.map(Sheet::getExamDate).orElse(null),
        own.map(Sheet::getExamTime).orElse(null),
        own.map(Sheet::getRoom).orElse(null));
  }

  /** A kept certificate. */
  public record File(String name, String mediaType, byte[] content) {}

  /** The certificate of a schedule. */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_READ)
  public File certificate(String id) {
    IndividualSchedule schedule = schedules.named(id);
    // what it says of somebody's health is for those who decide, and not for whoever teaches
    Target target = scope.target(students.byId(schedule.getStudentId()).orElseThrow());
    if (!mayReadScan(target)) {
      access.requireVisible(
          Permissions.INDIVIDUAL_SCHEDULE_REQUEST, target, "individual-schedule", id);
    }
    byte[] content = schedule.getScan();
    return new File(
        schedule.getFileName(), ScanType.of(content).orElseThrow().mediaType(), content);
  }

  private boolean mayReadScan(Target target) {
    return access.may(Permissions.INDIVIDUAL_SCHEDULE_REQUEST, target)
        || access.may(Permissions.INDIVIDUAL_SCHEDULE_PREPARE, target)
        || access.may(Permissions.INDIVIDUAL_SCHEDULE_AGREE, target)
        || access.may(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, target);
  }

  private Student visible(IndividualSchedule schedule, String id) {
    Student student = students.byId(schedule.getStudentId()).orElseThrow();
    access.requireVisible(
        Permissions.INDIVIDUAL_SCHEDULE_READ, scope.target(student), "individual-schedule", id);
    return student;
  }
}
