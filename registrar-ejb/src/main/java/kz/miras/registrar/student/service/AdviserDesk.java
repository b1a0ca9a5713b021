package kz.miras.registrar.student.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.AdviserDeputy;
import kz.miras.registrar.student.DeputySound;

/**
 * ADV-1, ADV-2. Replaces an adviser who is late or away for a while: the office anywhere, a dean in
 * the own school.
 */
@Stateless
@Guarded
public class AdviserDesk {

  @Inject private Advisers advisers;
  @Inject private Catalogue catalogue;
  @Inject private Notices notices;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * A replacement as it is typed.
   *
   * @param adviser personnel number, whatever stands behind it
   * @param deputy the same of who replaces the adviser
   */
  public record Typed(String adviser, String deputy, LocalDate from, LocalDate to, String basis)
      implements Serializable {}

  /**
   * A replacement.
   *
   * @param running whether it counts today
   * @param over whether it has ended
   */
  public record Replacement(
      String id,
      String adviser,
      String deputy,
      LocalDate from,
      LocalDate to,
      String basis,
      String appointedBy,
      boolean running,
      boolean over)
      implements Serializable {}

  /** Replacements the caller may see, those that are not over first. */
  @RolesAllowed(Permissions.ADVISER_REPLACE)
  public List<Replacement> replacements() {
    return advisers.all().stream()
        .filter(one -> access.may(Permissions.ADVISER_REPLACE, target(one.getAdviser())))
        .map(this::shown)
        .toList();
  }

  private Replacement shown(AdviserDeputy one) {
    LocalDate today = time.today();
    boolean over = one.getValidTo().isBefore(today);
    return new Replacement(
        one.getUuid().toString(),
        one.getAdviser().fullName(),
        one.getDeputy().fullName(),
        one.getValidFrom(),
        one.getValidTo(),
        one.getBasis(),
        one.getAppointedBy(),
        !over && !one.getValidFrom().isAfter(today),
        over);
  }

  /** Replaces an adviser; both are told. */
  @RolesAllowed(Permissions.ADVISER_REPLACE)
  public Verdict replace(Typed typed) {
    Teacher adviser = catalogue.teacherTyped(typed.adviser()).orElse(null);
    Teacher deputy = catalogue.teacherTyped(typed.deputy()).orElse(null);
    if (adviser != null) {
      access.require(
          Permissions.ADVISER_REPLACE, target(adviser), "Teacher", adviser.getPersonnelNo());
    }
    DeputySound.Period period = new DeputySound.Period(typed.from(), typed.to());
    Verdict verdict =
        DeputySound.judge(
            adviser == null ? null : adviser.getId(),
            deputy == null ? null : deputy.getId(),
            period,
            typed.basis(),
            time.today(),
            adviser == null
                ? List.of()
                : advisers.of(adviser.getId()).stream().map(AdviserDeputy::period).toList());
    if (!verdict.isAllowed()) {
      return verdict;
    }
    audit.because(typed.basis().strip());
    advisers.add(
        new AdviserDeputy(
            adviser, deputy, period, typed.basis().strip(), access.current().login(), time.now()));
    notices.tellTeacher(
        deputy.getId(),
        "student.notice.deputy",
        null,
        adviser.fullName(),
        typed.from(),
        typed.to());
    notices.tellTeacher(
        adviser.getId(),
        "student.notice.replaced",
        null,
        deputy.fullName(),
        typed.from(),
        typed.to());
    return advisers.hasRole(deputy.getId())
        ? verdict
        : Verdict.warning(Refusal.of("student.deputy.no-role", "ADV-1", deputy.fullName()));
  }

  /** Ends a replacement at once: today is not its day any more. */
  @RolesAllowed(Permissions.ADVISER_REPLACE)
  public void end(String id) {
    AdviserDeputy one =
        PublicId.parse(id)
            .flatMap((UUID uuid) -> advisers.byUuid(uuid))
            .orElseThrow(() -> new RegistrarException.NotFound("deputy", id));
    access.requireVisible(Permissions.ADVISER_REPLACE, target(one.getAdviser()), "deputy", id);
    LocalDate yesterday = time.today().minusDays(1);
    if (one.getValidFrom().isAfter(yesterday)) {
      advisers.remove(one);
    } else if (one.getValidTo().isAfter(yesterday)) {
      one.end(yesterday);
    }
  }

  /** Who can be named, as "number name", in the order of names. */
  @RolesAllowed(Permissions.ADVISER_REPLACE)
  public List<String> teachers() {
    return catalogue.teacherNames();
  }

  /** An adviser is of the school of the own department. */
  private static Target target(Teacher adviser) {
    OrgUnit school = adviser.getDepartment().getParent();
    return Target.nobodys().inSchool(school == null ? null : school.getId());
  }
}
