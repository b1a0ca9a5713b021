package kz.miras.registrar.attestation.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.registration.Duty;
import kz.miras.registrar.registration.SectionTeacher;
import kz.miras.registrar.registration.TeacherReplaced;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * REG-12. Sheets that are not posted follow the appointments of their section: whoever is replaced
 * types no more from that day, whoever follows does. Posted sheets keep the names they were closed
 * with.
 */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
public class SheetHandover {

  @Inject private Sheets sheets;
  @Inject private Offerings offerings;
  @Inject private UniversityTime time;

  /** A replacement in force already. */
  public void replaced(@Observes TeacherReplaced replaced) {
    sheets.unpostedOfSection(replaced.sectionId()).forEach(this::follow);
  }

  /** Replacements made for a day that has come. */
  @Schedule(hour = "*", minute = "6", persistent = false)
  void followDue() {
    sheets.unpostedOfFormerTeachers(time.today()).forEach(this::follow);
  }

  private void follow(Sheet sheet) {
    List<SectionTeacher> appointed = offerings.teachersOf(sheet.getSectionId());
    Long teacher = successor(appointed, Duty.TEACHER, sheet.getTeacherId());
    if (sheet.getKind() == SheetKind.RATING) {
      // a journal has no exam
      sheet.assign(teacher, null);
      return;
    }
    Long examiner = successor(appointed, Duty.EXAMINER, sheet.getExaminerId());
    // where nobody is appointed to examine, the teacher does
    sheet.assign(teacher, examiner == null ? teacher : examiner);
  }

  /** Whoever is in force; the same person as long as that is, or was never appointed here. */
  private Long successor(List<SectionTeacher> appointed, Duty duty, Long now) {
    LocalDate today = time.today();
    List<SectionTeacher> inForce =
        appointed.stream().filter(one -> one.getDuty() == duty && one.isInForce(today)).toList();
    boolean stays =
        now != null
            && (inForce.stream().anyMatch(one -> one.getTeacherId() == now)
                || appointed.stream().noneMatch(one -> one.getTeacherId() == now));
    return stays ? now : inForce.isEmpty() ? null : inForce.get(inForce.size() - 1).getTeacherId();
  }
}
