package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.RegistrationWindow;
import kz.miras.registrar.registration.WindowApproval;
import kz.miras.registrar.registration.WindowPlan;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** Approves windows of registration, and takes away those that are not wanted any more. */
@Stateless
@Guarded
public class WindowDesk {

  @Inject private Windows windows;
  @Inject private WindowNews news;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * A window as whoever approves has seen it.
   *
   * @param version of what was seen; another one is not approved
   */
  public record Seen(UUID id, int version) implements Serializable {}

  /** What came of approving one of several. */
  public record Answer(UUID id, Verdict verdict) implements Serializable {}

  /**
   * WIN-3. Approves several at once, each for itself: one that is refused keeps no other back.
   * Students are told when it opens for them.
   */
  @RolesAllowed(Permissions.WINDOW_APPROVE)
  public List<Answer> approve(List<Seen> seen) {
    List<Answer> answers = new ArrayList<>();
    for (Seen one : seen) {
      RegistrationWindow window = required(one.id());
      Verdict verdict =
          WindowApproval.judge(window.getStatus(), window.getPreparedBy(), access.current().login())
              .and(WindowApproval.asSeen(one.version(), window.getVersion()));
      if (verdict.isAllowed()) {
        WindowPlan before = window.inForce().orElse(null);
        window.approve(access.current().login(), time.now());
        news.tell(window, before);
      }
      answers.add(new Answer(one.id(), verdict));
    }
    return answers;
  }

  /**
   * Takes a window away. One that was approved is taken away by whoever may approve; then the wider
   * one, or the calendar, tells when those students register.
   *
   * @param reason why, for the audit trail
   */
  @RolesAllowed({Permissions.WINDOW_EDIT, Permissions.WINDOW_APPROVE})
  public Verdict remove(UUID id, String reason) {
    RegistrationWindow window = required(id);
    Verdict verdict =
        WindowApproval.removed(
            reason,
            window.inForce().isPresent(),
            access.may(Permissions.WINDOW_EDIT),
            access.may(Permissions.WINDOW_APPROVE));
    if (verdict.isAllowed()) {
      audit.because(reason.strip());
      windows.remove(window);
    }
    return verdict;
  }

  private RegistrationWindow required(UUID id) {
    return windows
        .byUuid(id)
        .orElseThrow(() -> new RegistrarException.NotFound("window", String.valueOf(id)));
  }
}
