package kz.miras.registrar.attestation.service.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.attestation.AdmissionDecision;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.ExamAdmission;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.room.AttendanceRecord;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.room.RoomAdmission;
import kz.miras.registrar.attestation.room.WorkCoding;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetGrids;
import kz.miras.registrar.attestation.service.SheetRecords;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** The room of a sheet's exam as it stands; callers have checked whose the sheet is. */
@ApplicationScoped
class Rooms {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetGrids grids;
  @Inject private RoomRecords records;
  @Inject private WorkRecords works;
  @Inject private SheetRecords typed;
  @Inject private Incidents incidents;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private AuditTrail trail;
  @Inject private UniversityTime time;

  /** EXR-2. Whether anything may be recorded in the room now. */
  Verdict mayRecord(Sheet sheet) {
    return AttendanceRecord.mayRecord(
        sheet.getStatus(), sheet.getExamDate(), time.today(), works.isOpen(sheet.getId()));
  }

  /** Records what was seen of a student of a sheet the caller has locked. */
  void store(Sheet sheet, long student, AttendanceRecord record, RoomFacts.Came before) {
    records.record(sheet.getId(), student, record, access.current().login(), time.now());
    trail.record(
        "exam-room.record",
        "Sheet",
        sheet.getId(),
        before == null
            ? null
            : text(student, new AttendanceRecord(before.state(), before.identity())),
        text(student, record));
  }

  private static String text(long student, AttendanceRecord record) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("student", student);
    said.put("state", record.state());
    said.put("identity", record.identity());
    return Json.write(said);
  }

  /** EXM-6. Whether a student of the sheet is admitted. */
  Verdict admission(Sheet sheet, EntryForm form, SheetRow row, RoomFacts facts) {
    RoomFacts.Person person = facts.people().get(row.getStudentId());
    RuleSet inForce = rules.named(sheet.getRuleSetCode());
    return new RoomAdmission(row.scores(), person.studying(), person.held()).judge(form, inForce);
  }

  /** EXR-4. Whether the works of the sheet may be coded. */
  Verdict codes(Sheet sheet, EntryForm form, List<SheetRow> rows, RoomFacts facts) {
    int unrecorded =
        (int)
            rows.stream()
                .filter(row -> !facts.attendance().containsKey(row.getStudentId()))
                .filter(row -> admission(sheet, form, row, facts).isAllowed())
                .count();
    Set<Long> worked = facts.worked();
    return WorkCoding.codes(
        sheet.getExamForm(),
        sheet.getStatus().isFilled(),
        works.isCoded(sheet.getId()),
        unrecorded,
        worked.size(),
        rows.stream().anyMatch(row -> worked.contains(row.getStudentId()) && row.isScored()));
  }

  /** The room with everybody in it; the number of statements does not depend on theirs. */
  RoomView view(Sheet sheet) {
    SheetGrid grid = grids.grid(sheet, sheet.getVersionNo());
    List<SheetRow> rows = sheets.rows(sheet.getId());
    RoomFacts facts = records.of(sheet.getId());
    WorkCoding coding = works.coding(sheet.getId());
    boolean coded = coding.works() > 0;
    Verdict open =
        coded ? coding.decodes(access.current().login()) : codes(sheet, grid.form(), rows, facts);
    Verdict recording = mayRecord(sheet);
    return new RoomView(
        head(sheet, grid),
        recording.isAllowed() ? null : recording.refusals().get(0),
        acts(sheet, grid, coding, recording.isAllowed()),
        new RoomView.Works(
            coded,
            coding.decoded(),
            coding.works(),
            coding.marked(),
            coding.decoded() ? List.of() : open.refusals(),
            works.log(sheet.getId())),
        lines(sheet, grid, rows, facts),
        incidents(sheet, facts));
  }

  /** EXR-9. Names of whose result in the sheet does not go with what was seen in the room. */
  List<String> unfit(Sheet sheet) {
    RoomFacts facts = records.of(sheet.getId());
    return sheets.rows(sheet.getId()).stream()
        .filter(row -> facts.attendance().containsKey(row.getStudentId()))
        .filter(row -> !facts.attendance().get(row.getStudentId()).state().fits(row.scores()))
        .map(row -> facts.people().get(row.getStudentId()).name())
        .toList();
  }

  /** What the sitting is. */
  RoomView.Head head(Sheet sheet) {
    return head(sheet, grids.grid(sheet, sheet.getVersionNo()));
  }

  private static RoomView.Head head(Sheet sheet, SheetGrid grid) {
    return new RoomView.Head(
        grid.id(),
        grid.number(),
        grid.kind(),
        grid.status(),
        grid.disciplineCode(),
        grid.discipline(),
        grid.term(),
        grid.section(),
        grid.teacher(),
        grid.examiner(),
        grid.examDate(),
        grid.sitting().time(),
        grid.sitting().room(),
        sheet.getExamForm());
  }

  private Set<RoomView.Act> acts(
      Sheet sheet, SheetGrid grid, WorkCoding coding, boolean recording) {
    Set<RoomView.Act> acts = EnumSet.noneOf(RoomView.Act.class);
    String me = access.current().login();
    boolean coded = coding.works() > 0;
    boolean prepares = whose.may(Permissions.EXAM_ROOM_PREPARE, sheet) && isOthers(sheet);
    add(acts, RoomView.Act.RECORD, recording && whose.may(Permissions.EXAM_ROOM_RECORD, sheet));
    add(
        acts,
        RoomView.Act.REPORT,
        sheet.getExamDate() != null && whose.may(Permissions.INCIDENT_REGISTER, sheet));
    add(acts, RoomView.Act.NO_SHOW, grid.may("SCORE"));
    add(acts, RoomView.Act.DENY, grid.may("DENY"));
    add(acts, RoomView.Act.CODE, prepares && !coded && sheet.getStatus().isFilled());
    add(acts, RoomView.Act.CODES, prepares && coded && coding.shows(me).isAllowed());
    add(acts, RoomView.Act.DECODE, prepares && coded && !coding.decoded());
    add(acts, RoomView.Act.MARK, coded && grid.may("SCORE") && coding.marks(me).isAllowed());
    return acts;
  }

  private static void add(Set<RoomView.Act> acts, RoomView.Act act, boolean may) {
    if (may) {
      acts.add(act);
    }
  }

  /** SOD-6. Whether the sheet is neither taught nor examined by the caller. */
  boolean isOthers(Sheet sheet) {
    return duty(sheet).isAllowed();
  }

  /** SOD-6. Whoever teaches or examines a sheet does nothing of this. */
  Verdict duty(Sheet sheet) {
    return SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), sheet.appointed());
  }

  private List<RoomView.Line> lines(
      Sheet sheet, SheetGrid grid, List<SheetRow> rows, RoomFacts facts) {
    Map<Long, Integer> ratings =
        grid.rows().stream()
            .filter(row -> row.rating() != null)
            .collect(Collectors.toMap(SheetGrid.Row::id, SheetGrid.Row::rating));
    Set<Long> deniedOnes = typed.denied(sheet.getId());
    RuleSet inForce = rules.named(sheet.getRuleSetCode());
    List<RoomView.Line> lines = new ArrayList<>();
    for (SheetRow row : rows) {
      RoomFacts.Person person = facts.people().get(row.getStudentId());
      RoomFacts.Came came = facts.attendance().get(row.getStudentId());
      boolean denied = deniedOnes.contains(row.getStudentId());
      boolean sat = came != null && came.state().came();
      List<Refusal> against = admission(sheet, grid.form(), row, facts).refusals();
      lines.add(
          new RoomView.Line(
              row.getId(),
              row.getPosition(),
              person.number(),
              person.name(),
              ratings.get(row.getId()),
              against,
              came == null ? null : came.state(),
              came == null ? null : came.identity(),
              came == null ? null : came.checkedBy(),
              came == null ? null : came.checkedAt(),
              came == null ? null : came.recordedBy(),
              came == null ? -1 : came.version(),
              came != null
                  && came.state() == ExamAttendance.ABSENT
                  && against.isEmpty()
                  && row.scores().lacksScore()
                  && !sheet.getStatus().isPosted(),
              row.isAnnulled(),
              denied && AdmissionDecision.isOpen(row.scores(), true, sat),
              AdmissionDecision.isOpen(row.scores(), false, sat)
                  && !ExamAdmission.isDenied(row.scores(), inForce),
              came != null && !came.state().fits(row.scores())));
    }
    return lines;
  }

  private List<RoomView.Incident> incidents(Sheet sheet, RoomFacts facts) {
    return incidents.of(sheet.getId()).stream()
        .map(
            one ->
                new RoomView.Incident(
                    one.getUuid().toString(),
                    one.getNumber(),
                    facts.people().containsKey(one.getStudentId())
                        ? facts.people().get(one.getStudentId()).name()
                        : "",
                    one.getKind(),
                    one.getStatus()))
        .toList();
  }
}
