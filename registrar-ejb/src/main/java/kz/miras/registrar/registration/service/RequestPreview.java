package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.RequestMatter;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;

/** What the rules say of an enrolment that is asked for, before and after the decision. */
@ApplicationScoped
class RequestPreview {

  @Inject private Offerings offerings;
  @Inject private Registering registering;
  @Inject private TermPictures pictures;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** What stands against it for the student alone, nothing set aside. */
  Verdict now(Student student, RequestMatter matter) {
    return judge(student, matter, false, Set.of());
  }

  /** What would still stand against it if it were approved: then the office enrols. */
  Verdict after(Student student, RequestMatter matter) {
    return judge(student, matter, true, matter.waives().map(Set::of).orElse(Set.of()));
  }

  private Verdict judge(Student student, RequestMatter matter, boolean office, Set<String> waived) {
    Offering offering = offerings.offering(matter.offering()).orElseThrow();
    Term term = calendars.term(offering.getTermId()).orElseThrow();
    Discipline discipline = catalogue.discipline(offering.getDisciplineId()).orElseThrow();
    List<Section> sections = offerings.sectionsOf(offering.getId());
    TermPicture picture =
        pictures.of(
            student,
            term,
            List.of(discipline),
            sections.stream().map(Section::getId).toList(),
            office,
            waived);
    Wish wish = Wish.of(offering, sections, matter.section(), matter.type(), null, null);
    return registering.preview(picture, List.of(wish), true).get(0).verdict();
  }

  /** Credits of the student's term, and the limits of the day. */
  RequestView.Figures figures(Student student, RequestMatter matter, int credits) {
    int taken =
        offerings.plan(student.getId(), matter.term()).stream()
            .mapToInt(planned -> planned.discipline().getCredits())
            .sum();
    RuleSet set = rules.inForce(student.getProgramme().getLevel(), time.today());
    return new RequestView.Figures(
        taken,
        taken + credits,
        set.integer(RuleParameter.REG_SOFT_CREDITS),
        set.integer(RuleParameter.REG_HARD_CREDITS));
  }
}
