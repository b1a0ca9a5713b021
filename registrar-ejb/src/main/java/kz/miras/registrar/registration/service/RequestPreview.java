package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.RequestMatter;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.rule.CreditRoom;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** What the rules say of an enrolment that is asked for, before and after the decision. */
@ApplicationScoped
class RequestPreview {

  @Inject private Offerings offerings;
  @Inject private Registering registering;
  @Inject private EnrolmentRows rows;
  @Inject private TermPictures pictures;
  @Inject private Catalogue catalogue;
  @Inject private Students students;
  @Inject private Calendars calendars;

  /**
   * All that is shown of it.
   *
   * @param now as {@link RequestPreview#now}
   * @param after what would still stand against it if it were approved: then the office enrols
   * @param places codes of the sections it would be taken in then; empty where it would not
   */
  record Shown(RequestView.Figures figures, Verdict now, Verdict after, List<String> places) {

    /** Of what is about no enrolment. */
    static final Shown NOTHING = new Shown(null, null, null, List.of());
  }

  /** What stands against it for the student alone, nothing set aside. */
  Verdict now(Student student, RequestMatter matter) {
    return judge(asked(student, matter, false, Set.of()), matter, false).verdict();
  }

  /** Figures and both verdicts, of one picture of the student and one of the office. */
  Shown shown(Student student, RequestMatter matter) {
    Asked asked = asked(student, matter, false, Set.of());
    RequestView.Figures figures = figures(asked, matter);
    Verdict now = judge(asked, matter, false).verdict();
    Asked decided = asked(student, matter, true, matter.waives().map(Set::of).orElse(Set.of()));
    Judged after = judge(decided, matter, true);
    return new Shown(
        figures,
        now,
        after.verdict(),
        after.verdict().isAllowed()
            ? after.sections().stream().map(Section::getCode).toList()
            : List.of());
  }

  /** The picture of the student's term, and what is asked for in it. */
  private record Asked(TermPicture picture, Wish wish) {}

  /** What the rules say, and of which sections. */
  private record Judged(Verdict verdict, List<Section> sections) {}

  private Judged judge(Asked asked, RequestMatter matter, boolean office) {
    if (matter.enrolment() == null) {
      // a student may wait for a seat; a decision enrols at once or not at all
      Registering.Terms terms = office ? Registering.Terms.SEAT : Registering.Terms.QUEUE;
      Outcome outcome = registering.preview(asked.picture(), List.of(asked.wish()), terms).get(0);
      return new Judged(outcome.verdict(), outcome.sections());
    }
    // what is asked about is held already: it has its seat, and does not speak against itself
    Set<Long> held =
        rows.places(List.of(matter.enrolment())).stream()
            .filter(place -> !place.instead())
            .map(EnrolmentRows.Place::section)
            .collect(Collectors.toSet());
    List<Section> sections =
        asked.wish().sections().stream().filter(one -> held.contains(one.getId())).toList();
    return new Judged(asked.picture().judge(asked.wish(), sections).verdict(), sections);
  }

  private Asked asked(Student student, RequestMatter matter, boolean office, Set<String> waived) {
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
    return new Asked(
        picture,
        Wish.of(offering, sections, null, matter.type(), matter.enrolment(), null)
            .naming(matter.section(), matter.stream()));
  }

  /** Credits of the student's term with what is asked for. */
  int wouldBe(RequestMatter matter) {
    Student student = students.byId(matter.student()).orElseThrow();
    return figures(asked(student, matter, false, Set.of()), matter).wouldBe();
  }

  /** Credits of the student's term without and with what is asked for, and their limits. */
  private static RequestView.Figures figures(Asked asked, RequestMatter matter) {
    CreditRoom without = asked.picture().room(List.of());
    CreditRoom with = asked.picture().room(List.of(asked.wish()));
    return matter.type().hasOwnLimit() && with.apartMost() > 0
        ? new RequestView.Figures(without.apart(), with.apart(), with.apartMost(), with.apartMost())
        : new RequestView.Figures(without.planned(), with.planned(), with.usual(), with.most());
  }
}
