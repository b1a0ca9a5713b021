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
  @Inject private Sittings sittings;
  @Inject private UniversityTime time;

  /** A replacement in force already. */
  public void replaced(@Observes TeacherReplaced replaced) {
    // whoever ended yesterday is replaced by it, even where the sheet was given to them today
    LocalDate knownBefore = time.today().minusDays(1);
    sheets.unpostedOfSection(replaced.sectionId()).forEach(sheet -> follow(sheet, knownBefore));
  }

  /** Replacements made for a day that has come. */
  @Schedule(hour = "*", minute = "6", persistent = false)
  public void followDue() {
    LocalDate today = time.today();
    sheets.unpostedOfFormerTeachers(today).forEach(sheet -> follow(sheet, today));
  }

  private void follow(Sheet sheet, LocalDate knownBefore) {
    List<SectionTeacher> appointed = offerings.teachersOf(sheet.getSectionId());
    Long teacher = successor(sheet, appointed, Duty.TEACHER, sheet.getTeacherId(), knownBefore);
    if (sheet.getKind() == SheetKind.RATING) {
      // a journal has no exam
      sheet.assign(teacher, null);
      return;
    }
    sheet.assign(teacher, examiner(sheet, appointed, teacher, knownBefore));
  }

  /** FXR-4. Nobody by themselves examines a retake that another than who gave the FX has to. */
  private Long examiner(
      Sheet sheet, List<SectionTeacher> appointed, Long teacher, LocalDate knownBefore) {
    Long now = sheet.getExaminerId();
    if (now == null && sheet.getContinuesId() != null) {
      return null;
    }
    Long next = successor(sheet, appointed, Duty.EXAMINER, now, knownBefore);
    // where nobody is appointed to examine, the teacher does
    Long examiner = next == null ? teacher : next;
    return sittings.open().examines(sheet, examiner).isAllowed() ? examiner : null;
  }

  /**
   * Whoever is in force; the same person as long as that is, was never appointed here, or was named
   * in this sheet by the office since the appointment here has ended.
   */
  private Long successor(
      Sheet sheet, List<SectionTeacher> appointed, Duty duty, Long now, LocalDate knownBefore) {
    LocalDate today = time.today();
    List<SectionTeacher> inForce =
        appointed.stream().filter(one -> one.getDuty() == duty && one.isInForce(today)).toList();
    boolean stays =
        now != null
            && (inForce.stream().anyMatch(one -> one.getTeacherId() == now)
                || appointed.stream()
                    .filter(one -> one.getTeacherId() == now)
                    .allMatch(one -> isNamedSince(sheet, one.getValidTo(), knownBefore)));
    return stays ? now : inForce.isEmpty() ? null : inForce.get(inForce.size() - 1).getTeacherId();
  }

  private static boolean isNamedSince(Sheet sheet, LocalDate lastDay, LocalDate knownBefore) {
    return lastDay != null && lastDay.isBefore(knownBefore) && sheet.isNamedSince(lastDay);
  }
}
