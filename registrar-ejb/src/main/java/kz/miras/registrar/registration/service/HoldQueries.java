package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.HoldSound;
import kz.miras.registrar.registration.StudentHold;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** Holds for screens: one, and those of a student. */
@Stateless
@Guarded
public class HoldQueries {

  @Inject private Holds holds;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** Holds of a student, the newest first; none where the caller may not see them. */
  @RolesAllowed({Permissions.HOLD_READ, Permissions.HOLD_EDIT_FINANCIAL})
  public List<HoldView> ofStudent(String student) {
    Student found =
        students
            .byName(student)
            .orElseThrow(() -> new RegistrarException.NotFound("student", student));
    Target target = scope.target(found);
    List<StudentHold> visible =
        holds.of(found.getId()).stream().filter(hold -> isVisible(hold, target)).toList();
    if (visible.isEmpty()) {
      return List.of();
    }
    RuleSet inForce = inForce(found);
    return visible.stream().map(hold -> view(hold, inForce)).toList();
  }

  /** One hold the caller may see. */
  @RolesAllowed({Permissions.HOLD_READ, Permissions.HOLD_EDIT_FINANCIAL})
  public HoldView hold(String id) {
    StudentHold hold =
        PublicId.parse(id)
            .flatMap((UUID uuid) -> holds.byUuid(uuid))
            .orElseThrow(() -> new RegistrarException.NotFound("hold", id));
    Target target = scope.target(hold.getStudent());
    if (!isVisible(hold, target)) {
      access.requireVisible(Permissions.HOLD_READ, target, "hold", id);
    }
    return view(hold, inForce(hold.getStudent()));
  }

  /** Accounting sees the holds of money and no others. */
  private boolean isVisible(StudentHold hold, Target target) {
    return (hold.getKind().isAccountings() && access.may(Permissions.HOLD_EDIT_FINANCIAL))
        || (access.may(Permissions.HOLD_READ) && access.may(Permissions.HOLD_READ, target));
  }

  private RuleSet inForce(Student student) {
    return rules.inForce(student.getProgramme().getLevel(), time.today());
  }

  private HoldView view(StudentHold hold, RuleSet inForce) {
    return HoldView.of(
        hold,
        hold.getKind().binds(inForce),
        HoldSound.right(
                hold.getKind(),
                access.may(Permissions.HOLD_EDIT),
                access.may(Permissions.HOLD_EDIT_FINANCIAL))
            .isAllowed());
  }
}
