package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.Duty;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionSound;
import kz.miras.registrar.registration.SectionTeacher;
import kz.miras.registrar.registration.TeacherReplaced;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** REG-12. Appoints teachers and examiners of sections, and replaces them from a day. */
@ApplicationScoped
class Appointments {

  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private Notices notices;
  @Inject private UniversityTime time;
  @Inject private Event<TeacherReplaced> replaced;

  /**
   * An appointment as it is wanted.
   *
   * @param teacher key of the teacher
   * @param former key of the teacher replaced; null where this one comes in addition
   * @param basis null for none
   */
  record Wanted(
      Section section, Duty duty, long teacher, Long former, LocalDate from, String basis) {}

  /** What the rules say of it. */
  Verdict judge(Wanted wanted) {
    Term term = calendars.term(wanted.section().getOffering().getTermId()).orElseThrow();
    List<SectionTeacher> there = offerings.teachersOf(wanted.section().getId());
    boolean already =
        there.stream()
            .anyMatch(
                one ->
                    one.getDuty() == wanted.duty()
                        && one.getTeacherId() == wanted.teacher()
                        && one.isInForce(wanted.from()));
    return SectionSound.appointed(
        new SectionSound.Wanted(
            wanted.from(),
            wanted.basis(),
            former(there, wanted).map(SectionTeacher::getValidFrom).orElse(null),
            already),
        term.getStartsOn(),
        term.getEndsOn());
  }

  private static Optional<SectionTeacher> former(List<SectionTeacher> there, Wanted wanted) {
    return there.stream()
        .filter(one -> wanted.former() != null && one.getTeacherId() == wanted.former())
        .filter(one -> one.getDuty() == wanted.duty() && one.getValidTo() == null)
        .findFirst();
  }

  /** Carries it out; the caller has judged it by the rules. */
  void appoint(Wanted wanted) {
    Offering offering = wanted.section().getOffering();
    String link = "/registration/offering.xhtml?id=" + offering.getUuid();
    former(offerings.teachersOf(wanted.section().getId()), wanted)
        .ifPresent(
            one -> {
              one.endOn(wanted.from().minusDays(1));
              tell(one.getTeacherId(), "registration.notice.replaced", link, wanted);
            });
    offerings.add(
        new SectionTeacher(
            wanted.section().getId(),
            wanted.teacher(),
            wanted.duty(),
            wanted.from(),
            wanted.basis()));
    offerings.flush();
    tell(wanted.teacher(), "registration.notice.appointed", link, wanted);
    if (!wanted.from().isAfter(time.today())) {
      replaced.fire(new TeacherReplaced(wanted.section().getId()));
    }
  }

  private void tell(long teacher, String code, String link, Wanted wanted) {
    notices.tellTeacher(
        teacher,
        code,
        link,
        wanted.section().getOffering().getCode(),
        wanted.section().getCode(),
        wanted.duty(),
        wanted.from());
  }
}
