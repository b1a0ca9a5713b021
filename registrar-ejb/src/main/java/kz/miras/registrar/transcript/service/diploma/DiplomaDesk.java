package kz.miras.registrar.transcript.service.diploma;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.transcript.DocumentReceiver;
import kz.miras.registrar.transcript.diploma.DiplomaActs;
import kz.miras.registrar.transcript.service.diploma.DiplomaStore.Stored;

/**
 * DIP-2 to DIP-5, DIP-11. What is done with a drafted diploma: it gets the number of the ministry,
 * is approved by another person, handed out, made once more as a duplicate, or given up.
 */
@Stateless
@Guarded
public class DiplomaDesk {

  @Inject private DiplomaStore store;
  @Inject private DiplomaChecking checking;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext reasons;
  @Inject private UniversityTime time;

  /**
   * DIP-2. Enters what the ministry has sent.
   *
   * @param qr what its QR code says
   * @param order number and day of the order that names who asks for numbers (DIP-5)
   */
  @RolesAllowed(Permissions.DIPLOMA_NUMBER)
  public void number(UUID diploma, String number, String qr, String order) {
    Stored stored = visible(diploma, Permissions.DIPLOMA_NUMBER);
    refuse(DiplomaActs.numbered(stored.draft().series(), text(number), text(qr), text(order)));
    if (store.isTaken(text(number), diploma)) {
      throw new RegistrarException.Conflict("diploma.number.taken", text(number));
    }
    change(
        "UPDATE diploma SET number = ?, qr_text = ?, number_order = ?, status = 'NUMBERED',"
            + " numbered_by = ?, numbered_at = UTC_TIMESTAMP(6), version = version + 1 WHERE uuid ="
            + " ? AND status IN ('DRAFT', 'NUMBERED')",
        text(number),
        text(qr),
        text(order),
        access.current().login(),
        diploma.toString());
    audit.record("diploma.number", "Diploma", diploma, stored.draft().number(), text(number));
  }

  /**
   * Approves: nothing of it changes afterwards. Honours are decided by the rules in this moment
   * (HON-1).
   *
   * @throws RegistrarException.Refused with everything that is missing (DIP-9, DIP-10), or where
   *     the caller drafted or numbered it (DIP-11)
   */
  @RolesAllowed(Permissions.DIPLOMA_APPROVE)
  public void approve(UUID diploma) {
    store.lock(diploma);
    Stored stored = visible(diploma, Permissions.DIPLOMA_APPROVE);
    String me = access.current().login();
    Verdict verdict =
        DiplomaActs.approved(me, stored.draftedBy(), stored.numberedBy())
            .and(checking.verdict(stored));
    refuse(verdict);
    boolean honours = checking.honours(stored.studentId()).isAllowed();
    change(
        "UPDATE diploma SET status = 'APPROVED', honours = ?, approved_by = ?, approved_at ="
            + " UTC_TIMESTAMP(6), version = version + 1 WHERE uuid = ? AND status = 'NUMBERED'",
        honours,
        me,
        diploma.toString());
    if (stored.original() != null) {
      change(
          "UPDATE diploma SET status = 'REPLACED', version = version + 1 WHERE uuid = ? AND status"
              + " = 'HANDED_OUT'",
          stored.original());
    }
    audit.record("diploma.approve", "Diploma", diploma, null, Json.write(honours));
  }

  /**
   * DOC-48. Notes who received it, seen by an identity document or by power of attorney: it takes
   * the next number of the book of issue.
   */
  @RolesAllowed(Permissions.TRANSCRIPT_HAND_OVER)
  public void handOut(UUID diploma, DocumentReceiver receiver) {
    store.lock(diploma);
    Student graduate = scope.visible(found(diploma).student(), Permissions.TRANSCRIPT_HAND_OVER);
    LocalDate today = time.today();
    refuse(DiplomaActs.handedOut(receiver, today));
    String to = receiver.isProxy() ? receiver.name() : graduate.fullName();
    change(
        "UPDATE diploma SET status = 'HANDED_OUT', book_year = ?, book_number = ?, handed_on = ?,"
            + " handed_by = ?, received_by = ?, receiver_identity = ?, proxy_no = ?, proxy_on = ?,"
            + " version = version + 1 WHERE uuid = ? AND status = 'APPROVED'",
        today.getYear(),
        store.nextInBook(today.getYear()),
        today,
        access.current().login(),
        to,
        receiver.identity(),
        receiver.proxyNo(),
        receiver.proxyOn(),
        diploma.toString());
    audit.record("diploma.hand-out", "Diploma", diploma, null, Json.write(List.of(to)));
  }

  /**
   * DIP-4. Begins a duplicate with the data of a diploma that was handed out.
   *
   * @param application number of the application
   * @param appliedOn day it was registered on
   * @return public id of the duplicate
   */
  @RolesAllowed(Permissions.DIPLOMA_DRAFT)
  public UUID duplicate(UUID diploma, String application, LocalDate appliedOn) {
    Stored stored = visible(diploma, Permissions.DIPLOMA_DRAFT);
    refuse(DiplomaActs.duplicated(stored.status(), text(application), appliedOn, time.today()));
    UUID duplicate = UUID.randomUUID();
    change(
        "INSERT INTO diploma (id, uuid, student_id, duplicate_of, application, applied_on, series,"
            + " qualification_kk, qualification_ru, qualification_en, protocol, decided_on,"
            + " topic_kk, topic_ru, topic_en, thesis_code, previous_kk, previous_en, entrance_kk,"
            + " entrance_en, at_distance, additional_application, status, drafted_by, drafted_at)"
            + " SELECT NEXT VALUE FOR diploma_seq, ?, d.student_id, d.id, ?, ?, d.series,"
            + " d.qualification_kk, d.qualification_ru, d.qualification_en, d.protocol,"
            + " d.decided_on, d.topic_kk, d.topic_ru, d.topic_en, d.thesis_code, d.previous_kk,"
            + " d.previous_en, d.entrance_kk, d.entrance_en, d.at_distance,"
            + " d.additional_application, 'DRAFT', ?, UTC_TIMESTAMP(6) FROM diploma d WHERE d.uuid"
            + " = ? AND NOT EXISTS (SELECT 1 FROM diploma o WHERE o.duplicate_of = d.id AND"
            + " o.status <> 'ANNULLED')",
        duplicate.toString(),
        text(application),
        appliedOn,
        access.current().login(),
        diploma.toString());
    store.keep(duplicate, checking.terms(store.byUuid(duplicate).orElseThrow()));
    audit.record("diploma.duplicate", "Diploma", duplicate, null, Json.write(text(application)));
    return duplicate;
  }

  /**
   * DIP-5. Gives a diploma up that was not handed out; its number stays used.
   *
   * @param act number and day of the act
   */
  @RolesAllowed(Permissions.DIPLOMA_APPROVE)
  public void annul(UUID diploma, String act) {
    visible(diploma, Permissions.DIPLOMA_APPROVE);
    refuse(DiplomaActs.annulled(text(act)));
    reasons.because(text(act));
    change(
        "UPDATE diploma SET status = 'ANNULLED', status_reason = ?, version = version + 1 WHERE"
            + " uuid = ? AND status IN ('DRAFT', 'NUMBERED', 'APPROVED')",
        text(act),
        diploma.toString());
    audit.record("diploma.annul", "Diploma", diploma, null, Json.write(text(act)));
  }

  private Stored found(UUID diploma) {
    return store
        .byUuid(diploma)
        .orElseThrow(() -> new RegistrarException.NotFound("diploma", diploma));
  }

  private Stored visible(UUID diploma, String permission) {
    Stored stored = found(diploma);
    scope.visible(stored.student(), permission);
    return stored;
  }

  private void change(String sql, Object... values) {
    if (!store.change(sql, values)) {
      throw new RegistrarException.Conflict("diploma.state");
    }
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }
}
