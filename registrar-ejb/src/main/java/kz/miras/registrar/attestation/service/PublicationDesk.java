package kz.miras.registrar.attestation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** PUB-1. Publishes ratings before the exam and results after posting; each student is told. */
@Stateless
@Guarded
public class PublicationDesk {

  private static final String SESSION = "/achievement/my-session.xhtml";

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetRecords records;
  @Inject private SheetClocks clocks;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private AuditTrail trail;
  @Inject private Notices notices;
  @Inject private Event<SheetPublished> published;
  @Inject private UniversityTime time;

  /**
   * Publishes a part of a sheet.
   *
   * @throws RegistrarException.Refused where it is not ready, or was published before
   */
  @RolesAllowed(Permissions.SHEET_PUBLISH)
  public void publish(String id, SheetPart part) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.SHEET_PUBLISH, sheet);
    Verdict verdict = published(sheet, part);
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
  }

  /**
   * How many sheets of a term wait to be published.
   *
   * @param term key of the term
   */
  @RolesAllowed(Permissions.SHEET_PUBLISH)
  public int ready(long term, SheetPart part) {
    return sheets.readyToPublish(term, part).size();
  }

  private Verdict published(Sheet sheet, SheetPart part) {
    sheets.lock(sheet);
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    EntryForm form = sheet.getKind().entryForm(discipline.getControlForm());
    RuleSet inForce = rules.named(sheet.getRuleSetCode());
    List<SheetRow> rows = sheets.rows(sheet.getId());
    SheetFacts facts = records.of(sheet.getId());
    boolean before = facts.published(part).isPresent();
    boolean rest = part == SheetPart.RATING && before && !facts.unrated().isEmpty();
    List<SheetRow> asked =
        rest
            ? rows.stream().filter(row -> facts.unrated().contains(row.getStudentId())).toList()
            : rows;
    Verdict verdict =
        part.judge(
            sheet.getStatus(),
            form,
            before && !rest,
            asked.stream().map(SheetRow::scores).toList(),
            inForce);
    if (!verdict.isAllowed()) {
      return verdict;
    }
    Instant now = time.now();
    String me = access.current().login();
    if (!rest) {
      records.publish(sheet.getId(), part, me, now);
    }
    trail.record(
        "sheet.publish", "Sheet", sheet.getId(), null, Json.write(Map.of("part", part.name())));
    if (part == SheetPart.RATING) {
      List<SheetRow> complete =
          asked.stream()
              .filter(row -> !row.isClosed())
              .filter(row -> row.scores().admissionRating(inForce).isPresent())
              .toList();
      if (rest) {
        records.publishRest(sheet.getId(), students(complete), me, now);
      } else {
        List<SheetRow> open = new ArrayList<>(asked);
        open.removeAll(complete);
        open.removeIf(SheetRow::isClosed);
        records.leaveOut(sheet.getId(), students(open));
      }
      tellRatings(discipline, form, complete, facts, inForce);
    } else {
      tellResults(discipline, rows, clocks.of(sheet, facts).appealUntil(now).lastDay());
    }
    published.fire(new SheetPublished(sheet, part));
    return verdict;
  }

  private static List<Long> students(List<SheetRow> rows) {
    return rows.stream().map(SheetRow::getStudentId).toList();
  }

  private void tellRatings(
      Discipline discipline,
      EntryForm form,
      List<SheetRow> rows,
      SheetFacts facts,
      RuleSet inForce) {
    Map<String, Map<Long, List<? extends Serializable>>> told = new TreeMap<>();
    for (SheetRow row : rows) {
      int rating = row.scores().admissionRating(inForce).orElseThrow();
      told.computeIfAbsent(facts.admission(row).notice(form, inForce), code -> new HashMap<>())
          .put(row.getStudentId(), List.of(discipline.getCode(), rating));
    }
    told.forEach((code, students) -> notices.tellStudents(students, code, SESSION));
  }

  /** Without the mark: what stands is in the history, which may have moved on since closing. */
  private void tellResults(Discipline discipline, List<SheetRow> rows, LocalDate appealUntil) {
    Map<Long, List<? extends Serializable>> told = new HashMap<>();
    for (SheetRow row : rows) {
      if (!row.isClosed()) {
        told.put(row.getStudentId(), List.of(discipline.getCode(), appealUntil));
      }
    }
    notices.tellStudents(told, "attestation.notice.results", SESSION);
  }
}
