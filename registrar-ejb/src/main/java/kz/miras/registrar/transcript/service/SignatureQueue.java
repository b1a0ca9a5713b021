package kz.miras.registrar.transcript.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.promotion.StudentSight;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.Signatures;

/** DOC-56. What waits for the signature of the caller, and the signing of many in one act. */
@Stateless
@Guarded
@RolesAllowed({Permissions.TRANSCRIPT_SIGN, Permissions.PAPER_SIGN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignatureQueue {

  /** Documents looked at together; the most urgent come first. */
  private static final int MOST = 500;

  private static final String TO_SIGN =
      "SELECT DISTINCT d.uuid, d.kind, COALESCE(d.subject_name, CONCAT_WS(' ', s.last_name,"
          + " s.first_name, s.patronymic)) AS full_name, s.student_no, d.languages, d.purpose,"
          + " d.prepared_by, d.prepared_at, r.due_at FROM issued_document d JOIN document_signatory g"
          + " ON g.kind = d.kind LEFT JOIN student s ON s.id = d.student_id LEFT JOIN document_request"
          + " r ON r.document_id = d.id WHERE d.status = 'PREPARED' AND d.prepared_by"
          + " <> ? AND NOT EXISTS (SELECT 1 FROM document_signature x WHERE x.document_id = d.id AND"
          + " (x.place = g.place OR x.signed_by = ?)) AND (COALESCE(g.part, '') NOT IN ('EXAMINER',"
          + " 'TEACHER') OR d.subject_uuid IN (SELECT h.uuid FROM sheet h WHERE ? IN (h.teacher_id,"
          + " h.examiner_id))) AND (%s) AND (d.student_id IS NULL OR %s) ORDER BY r.due_at IS NULL, r.due_at,"
          + " d.prepared_at, d.id LIMIT "
          + MOST;

  private static final String WAITING =
      "s.id IN (SELECT w.student_id FROM issued_document w WHERE w.status = 'PREPARED')";

  @Inject private DocumentRequests requests;
  @Inject private StudentSight sight;
  @Inject private DocumentKinds kinds;
  @Inject private SigningRuns runs;
  @Inject private SignatureDesk desk;
  @Inject private SigningRight signing;
  @Inject private DocumentStore documents;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** A document the caller may sign now. */
  public record ToSign(
      UUID uuid,
      DocumentKind kind,
      String fullName,
      String studentNo,
      String languages,
      String purpose,
      String preparedBy,
      LocalDate preparedOn,
      Instant dueAt)
      implements Serializable {}

  /** What the caller may sign now, the most urgent first. */
  public List<ToSign> toSign() {
    Actor me = access.current();
    List<Role> roles = List.copyOf(me.roles(time.today()));
    if (roles.isEmpty()) {
      return List.of();
    }
    List<Object> values = new ArrayList<>(Arrays.asList(me.login(), me.login(), me.teacherId()));
    roles.forEach(role -> values.add("% " + role.name() + " %"));
    String mine =
        roles.stream()
            .map(role -> "CONCAT(' ', g.roles, ' ') LIKE ?")
            .collect(Collectors.joining(" OR "));
    Map<String, DocumentKind> known = kinds.byCode();
    List<ToSign> waiting =
        requests.list(
            String.format(TO_SIGN, mine, within()),
            row ->
                new ToSign(
                    UUID.fromString(row.getString("uuid")),
                    known.get(row.getString("kind")),
                    row.getString("full_name"),
                    row.getString("student_no"),
                    row.getString("languages"),
                    row.getString("purpose"),
                    row.getString("prepared_by"),
                    LocalDate.ofInstant(DocumentRequests.instant(row, "prepared_at"), time.zone()),
                    DocumentRequests.instant(row, "due_at")),
            values.toArray());
    // whose part it is, and who reads what it is about, is not asked in SQL
    return waiting.stream()
        .filter(one -> one.kind().isAboutStudent() || isMine(one.uuid()))
        .toList();
  }

  /**
   * The students whose documents the caller signs, as a condition: of a dean, of the own school.
   */
  private String within() {
    if (access.scopes(Permissions.TRANSCRIPT_SIGN).contains(Scope.ALL)) {
      return "TRUE";
    }
    List<Long> own = sight.of(Permissions.TRANSCRIPT_SIGN, WAITING, List.of());
    // keys of the database itself
    return own.isEmpty()
        ? "FALSE"
        : "d.student_id IN ("
            + own.stream().map(String::valueOf).collect(Collectors.joining(","))
            + ")";
  }

  private boolean isMine(UUID document) {
    return documents.byUuid(document).filter(signing::may).isPresent();
  }

  /**
   * Begins to sign what was chosen, beside the caller; what is refused stops no other.
   *
   * @throws RegistrarException.Refused where nothing was chosen that still waits for the caller, or
   *     the caller signs others already
   */
  public SigningRun begin(Collection<UUID> chosen) {
    Set<UUID> wanted = Set.copyOf(chosen);
    List<ToSign> waiting = toSign().stream().filter(one -> wanted.contains(one.uuid())).toList();
    refuse(Signatures.chosen(wanted.size(), waiting.size()));
    return runs.begin(waiting, one -> desk.sign(one.uuid()));
  }

  /** The caller's signing that goes on, or was done last; empty where there was none. */
  public Optional<SigningRun> run() {
    return runs.of(access.current().login());
  }

  /** Stops the caller's signing after the documents that are being signed. */
  public void stop() {
    runs.stop();
  }
}
