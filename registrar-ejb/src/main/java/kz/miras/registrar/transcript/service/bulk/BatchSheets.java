package kz.miras.registrar.transcript.service.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.achievement.service.analysis.GroupMembers;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.BatchChoice;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.service.Superseded;
import kz.miras.registrar.transcript.service.subject.GroupSubject;

/**
 * DOC-50. Which sheets and groups of a term a batch is about: those the caller may prepare
 * documents of, without those of which one stands or waits for its signatures already. What is not
 * settled yet is among them, so that the batch tells which is not issued and why.
 */
@ApplicationScoped
class BatchSheets {

  /** Documents of a kind that are in no need of another one. */
  private static final String STANDING =
      "d.kind = ? AND d.status IN ('PREPARED', 'RESERVED', 'ISSUED') AND "
          + Superseded.SINCE
          + " IS NULL";

  private static final String SHEETS =
      "SELECT h.uuid, CONCAT_WS(' · ', h.number, d0.code, x.code) AS name, u.parent_id FROM sheet h"
          + " JOIN term t ON t.id = h.term_id JOIN discipline d0 ON d0.id = h.discipline_id JOIN"
          + " org_unit u ON u.id = d0.department_id LEFT JOIN section x ON x.id = h.section_id WHERE"
          + " t.code = ? AND h.kind IN (%s) AND (? IS NULL OR EXISTS (SELECT 1 FROM sheet_row r JOIN"
          + " student s ON s.id = r.student_id JOIN programme p ON p.id = s.programme_id WHERE"
          + " r.sheet_id = h.id AND p.code = ?)) AND NOT EXISTS (SELECT 1 FROM issued_document d WHERE"
          + " d.subject_uuid = h.uuid AND "
          + STANDING
          + ") ORDER BY h.number LIMIT "
          + (BatchChoice.MOST + 1);

  private static final String GROUPS =
      "SELECT d.subject_uuid FROM issued_document d WHERE JSON_VALUE(d.details, '$."
          + GroupSubject.TERM
          + "') = ? AND "
          + STANDING;

  @Inject private BatchRows rows;
  @Inject private GroupMembers members;
  @Inject private Students students;
  @Inject private Calendars calendars;
  @Inject private Access access;

  /** A sheet and the key of the school of its discipline. */
  private record Sheet(UUID uuid, String name, Long school) {}

  /** The sheets or groups of a choice, in the order of their numbers or codes. */
  List<BatchMember> of(DocumentKind kind, BatchChoice choice) {
    return kind.subject() == SubjectKind.GROUP_SHEET ? groups(kind, choice) : sheets(kind, choice);
  }

  private List<BatchMember> sheets(DocumentKind kind, BatchChoice choice) {
    List<String> kinds = kind.subject().sheets().stream().map(Enum::name).sorted().toList();
    List<Object> values = new ArrayList<>(List.of(choice.term()));
    values.addAll(kinds);
    values.addAll(Arrays.asList(choice.programme(), choice.programme(), kind.code()));
    return rows
        .list(
            String.format(SHEETS, Statements.places(kinds.size())),
            row ->
                new Sheet(
                    UUID.fromString(row.getString("uuid")),
                    row.getString("name"),
                    row.getObject("parent_id", Long.class)),
            values.toArray())
        .stream()
        .filter(
            sheet -> mayPrepare(Permissions.SHEET_READ, Target.nobodys().inSchool(sheet.school())))
        .map(sheet -> BatchMember.subject(kind.subject(), sheet.uuid(), sheet.name(), Map.of()))
        .toList();
  }

  private List<BatchMember> groups(DocumentKind kind, BatchChoice choice) {
    String term = choice.term();
    Set<String> inTerm =
        calendars
            .term(term)
            .map(one -> members.groups(one.getId(), choice.programme()))
            .orElse(Set.of());
    Set<UUID> standing =
        new HashSet<>(
            rows.list(GROUPS, row -> UUID.fromString(row.getString(1)), term, kind.code()));
    return students.groups().stream()
        .filter(group -> inTerm.contains(group.getCode()))
        .filter(group -> !standing.contains(GroupSubject.id(group.getCode(), term)))
        .filter(group -> mayPrepare(Permissions.ACHIEVEMENT_READ, GroupMembers.target(group)))
        .map(group -> group.getCode())
        .sorted()
        .map(
            group ->
                BatchMember.subject(
                    kind.subject(),
                    GroupSubject.id(group, term),
                    GroupSubject.name(group, term),
                    Map.of(GroupSubject.GROUP, group, GroupSubject.TERM, term)))
        .toList();
  }

  private boolean mayPrepare(String reads, Target target) {
    return access.may(Permissions.TRANSCRIPT_PREPARE, target) && access.may(reads, target);
  }
}
