package kz.miras.registrar.attestation.service.room;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.room.WorkCode;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetClocks;
import kz.miras.registrar.attestation.service.SheetRecords;
import kz.miras.registrar.attestation.service.SheetTyping;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** EXR-5. Marks written works by their codes: whoever marks learns no names here. */
@Stateless
@Guarded
public class WorkDesk {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetTyping typing;
  @Inject private SheetClocks clocks;
  @Inject private SheetRecords typists;
  @Inject private WorkRecords works;
  @Inject private Catalogue catalogue;
  @Inject private Access access;
  @Inject private AuditTrail trail;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * A mark under a code.
   *
   * @param text as typed; empty takes it back
   * @param before the score that stood there as the typist saw it; null for none
   */
  public record Marked(String code, String text, Integer before) implements Serializable {}

  /**
   * The coded works of a sheet.
   *
   * @throws RegistrarException.NotFound where there are none, or they are not the caller's to see
   */
  @RolesAllowed(Permissions.EXAM_ROOM_READ)
  public WorksView view(String id) {
    Sheet sheet = whose.room(id);
    List<WorkRecords.Work> all = works.works(sheet.getId());
    if (all.isEmpty()) {
      throw new RegistrarException.NotFound("work-coding", id);
    }
    var discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    return new WorksView(
        id,
        sheet.getNumber(),
        discipline.getCode(),
        discipline.getName(),
        !works.isOpen(sheet.getId()),
        against(sheet).refusals(),
        all.stream()
            .map(work -> new WorksView.Line(work.code(), work.score(), work.markedBy()))
            .toList());
  }

  /** Why the caller may not mark now; a right that is missing says nothing more. */
  private Verdict against(Sheet sheet) {
    SheetTyping.Typist typist = typing.typist(sheet);
    if (!typist.scores()) {
      return Verdict.refused(Refusal.of("attestation.cell.not-yours", "CTL-1"));
    }
    Verdict verdict = works.coding(sheet.getId()).marks(typist.login());
    if (!sheet.getStatus().allowsEntry()) {
      return verdict.and(
          Verdict.refused(Refusal.of("attestation.sheet.no-entry", "CTL-15", sheet.getNumber())));
    }
    EntryForm form = typing.form(sheet);
    Optional<Refusal> clock = clocks.scoreRefused(sheet, form, time.now());
    return clock.map(refusal -> verdict.and(Verdict.refused(refusal))).orElse(verdict);
  }

  /**
   * Stores marks; each is judged by itself, and what cannot be stored says why.
   *
   * @return reasons by code; none where it was stored
   * @throws RegistrarException.Refused where the caller may not mark now
   */
  @RolesAllowed({Permissions.SHEET_ENTER_EXAM, Permissions.SHEET_ENTER_SUBSTITUTE})
  public Map<String, Refusal> mark(String id, List<Marked> marks) {
    Sheet sheet = sheets.lock(whose.room(id));
    Map<String, WorkRecords.Work> all =
        works.works(sheet.getId()).stream()
            .collect(Collectors.toMap(WorkRecords.Work::code, Function.identity()));
    refuse(against(sheet));
    Map<String, Refusal> problems = new LinkedHashMap<>();
    int stored = 0;
    for (Marked mark : marks) {
      String text = mark.text() == null ? "" : mark.text().strip();
      Optional<Refusal> refusal = WorkCode.refusal(mark.code(), all.keySet(), text);
      if (refusal.isPresent()) {
        problems.put(mark.code(), refusal.get());
        continue;
      }
      WorkRecords.Work work = all.get(mark.code());
      Integer score = text.isEmpty() ? null : Integer.valueOf(text);
      if (Objects.equals(score, work.score())) {
        continue;
      }
      if (!Objects.equals(mark.before(), work.score())) {
        problems.put(mark.code(), conflict(work));
        continue;
      }
      works.mark(sheet.getId(), mark.code(), score, access.current().login(), time.now());
      record(sheet, work, score);
      stored++;
    }
    if (stored > 0) {
      stored(sheet, stored);
    }
    return problems;
  }

  private static Refusal conflict(WorkRecords.Work work) {
    return Refusal.of(
            "attestation.cell.conflict",
            "SHT-1",
            work.markedBy() == null ? "—" : work.markedBy(),
            work.score() == null ? "—" : String.valueOf(work.score()))
        .at(work.code());
  }

  private void record(Sheet sheet, WorkRecords.Work work, Integer score) {
    trail.record(
        "work.mark",
        "Sheet",
        sheet.getId(),
        work.score() == null ? null : Json.write(Map.of(work.code(), work.score())),
        score == null ? null : Json.write(Map.of(work.code(), score)));
  }

  private void stored(Sheet sheet, int stored) {
    String me = access.current().login();
    typists.typed(sheet.getId(), me);
    works.log(sheet.getId(), WorkRecords.Act.MARKED, stored, me, time.now());
    var coding = works.coding(sheet.getId());
    if (coding.marked() == coding.works()) {
      notices.tellHolders(
          Permissions.EXAM_ROOM_PREPARE,
          "attestation.coding.notice.marked",
          "/attestation/room.xhtml?id=" + sheet.getUuid(),
          sheet.getNumber(),
          coding.works());
    }
  }
}
