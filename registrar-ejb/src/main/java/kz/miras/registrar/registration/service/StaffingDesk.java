package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Duty;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/** Who teaches and examines a section, and how many seats it has. */
@Stateless
@Guarded
public class StaffingDesk {

  @Inject private Offerings offerings;
  @Inject private Appointments appointments;
  @Inject private Catalogue catalogue;
  @Inject private SectionSeats seats;
  @Inject private AuditContext audit;

  /**
   * An appointment as it is typed.
   *
   * @param teacher personnel number, whatever stands behind it
   * @param former key of the teacher replaced; null where this one comes in addition
   */
  public record Typed(
      long section, Duty duty, String teacher, Long former, LocalDate from, String basis)
      implements Serializable {}

  /** REG-12. Appoints somebody, in addition or in the place of another. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public Verdict appoint(Typed typed) {
    Teacher teacher = catalogue.teacherTyped(typed.teacher()).orElse(null);
    if (teacher == null) {
      return Verdict.refused(
          Refusal.of("field.unknown", "DAT-2", String.valueOf(typed.teacher())).at("teacher"));
    }
    Appointments.Wanted wanted =
        new Appointments.Wanted(
            section(typed.section()),
            typed.duty(),
            teacher.getId(),
            typed.former(),
            typed.from(),
            typed.basis());
    Verdict verdict = appointments.judge(wanted);
    if (verdict.isAllowed()) {
      audit.because(typed.basis());
      appointments.appoint(wanted);
    }
    return verdict;
  }

  /** REG-13. Sets the number of seats. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public Verdict resize(long section, int capacity) {
    return seats.resize(section(section).getId(), capacity);
  }

  /** Who can be appointed, as "number name", in the order of names. */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public List<String> teachers() {
    return catalogue.teacherNames();
  }

  private Section section(long id) {
    return offerings.section(id).orElseThrow(() -> new RegistrarException.NotFound("section", id));
  }
}
