package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.registration.HoldSound;
import kz.miras.registrar.registration.StudentHold;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** Places and removes holds: the office its own, accounting the financial ones. */
@Stateless
@Guarded
public class HoldDesk {

  @Inject private Holds holds;
  @Inject private Students students;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * A hold as it is typed.
   *
   * @param reason what is to be settled
   * @param contact with whom: person, room, telephone
   * @param document number and date of what it rests on; blank for none
   */
  public record Typed(String student, HoldKind kind, String reason, String contact, String document)
      implements Serializable {}

  /** HLD-1, HLD-2. Places one; the student is told. */
  @RolesAllowed({Permissions.HOLD_EDIT, Permissions.HOLD_EDIT_FINANCIAL})
  public Verdict place(Typed typed) {
    Student student =
        students
            .byName(typed.student())
            .orElseThrow(() -> new RegistrarException.NotFound("student", typed.student()));
    String reason = typed.reason() == null ? "" : typed.reason().strip();
    boolean stands =
        holds.of(student.getId()).stream()
            .anyMatch(
                hold ->
                    hold.isActive()
                        && hold.getKind() == typed.kind()
                        && hold.getReason().equals(reason));
    Verdict verdict = right(typed.kind()).and(HoldSound.placed(reason, typed.contact(), stands));
    if (verdict.isAllowed()) {
      StudentHold hold =
          new StudentHold(student, typed.kind(), reason, access.current().login(), time.now());
      hold.settledWith(typed.contact().strip(), null, blankIsNone(typed.document()));
      audit.because(reason);
      holds.place(hold);
    }
    return verdict;
  }

  /** HLD-2, HLD-3. Removes one; the student is told. */
  @RolesAllowed({Permissions.HOLD_EDIT, Permissions.HOLD_EDIT_FINANCIAL})
  public Verdict remove(String id, String why) {
    StudentHold hold =
        PublicId.parse(id)
            .flatMap((UUID uuid) -> holds.byUuid(uuid))
            .orElseThrow(() -> new RegistrarException.NotFound("hold", id));
    Verdict verdict = right(hold.getKind()).and(HoldSound.removed(hold.isActive(), why));
    if (verdict.isAllowed()) {
      audit.because(why.strip());
      holds.remove(hold, why.strip());
    }
    return verdict;
  }

  /** The kinds the caller places and removes. */
  @RolesAllowed({Permissions.HOLD_EDIT, Permissions.HOLD_EDIT_FINANCIAL})
  public List<HoldKind> kinds() {
    return List.of(HoldKind.values()).stream().filter(kind -> right(kind).isAllowed()).toList();
  }

  /** With whom such holds were settled of late. */
  @RolesAllowed({Permissions.HOLD_EDIT, Permissions.HOLD_EDIT_FINANCIAL})
  public List<String> contacts() {
    return holds.contacts(kinds());
  }

  private Verdict right(HoldKind kind) {
    return HoldSound.right(
        kind, access.may(Permissions.HOLD_EDIT), access.may(Permissions.HOLD_EDIT_FINANCIAL));
  }

  private static String blankIsNone(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
