package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.rule.SeatFree;
import kz.miras.registrar.registration.service.SeatDecision.Choice;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/**
 * What would become of many enrolments one after another, without anybody's turn or seat being
 * taken: whoever registers meanwhile waits for nothing.
 */
@ApplicationScoped
class EnrolmentForesight {

  @Inject private StudentScope scope;
  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private TermPictures pictures;
  @Inject private SeatPools pools;
  @Inject private LateConsent consents;
  @Inject private Access access;

  /** What those foreseen so far would have taken. */
  static final class Taken {
    private final Map<String, List<Accepted>> accepted = new HashMap<>();
    private final Map<SeatBook.Key, Integer> seats = new HashMap<>();
  }

  private record Accepted(Wish wish, List<Section> sections) {}

  /**
   * What the desk would say of one more.
   *
   * @param student public id or number
   * @param named the sections wanted
   */
  Verdict foresee(
      Taken before,
      String student,
      Offering offering,
      NamedSections named,
      EnrolmentType type,
      String why) {
    Student found = scope.visible(student, Permissions.ENROL_ONBEHALF);
    Term term = calendars.term(offering.getTermId()).orElseThrow();
    List<Section> sections = offerings.sectionsOf(offering.getId());
    Wish wish = named.of(Wish.of(offering, sections, null, type, null, why));
    List<Accepted> earlier =
        before.accepted.computeIfAbsent(
            found.getId() + " " + term.getId(), key -> new ArrayList<>());
    TermPicture picture = picture(found, term, wish, earlier, consents.byReason(why));
    List<Long> ids = sections.stream().map(Section::getId).toList();
    Map<Long, List<String>> own = pools.of(found, ids);
    SeatHints hints = pools.hints(ids).less(before.seats);
    Choice choice = SeatDecision.choose(picture, wish, hints, own);
    Verdict verdict = choice.verdict();
    if (!verdict.isAllowed()) {
      return verdict;
    }
    if (!picture.isUnpaid(wish)) {
      for (Section section : choice.sections()) {
        verdict =
            verdict.and(
                SeatFree.judge(
                    section.getCode(), hints.free(section.getId(), own) > 0, false, 0, 0));
      }
      if (!verdict.isAllowed()) {
        return verdict;
      }
      choice
          .ids()
          .forEach(
              id -> hints.seat(id, own).ifPresent(key -> before.seats.merge(key, 1, Integer::sum)));
    }
    earlier.add(new Accepted(wish, choice.sections()));
    return verdict;
  }

  private TermPicture picture(
      Student student, Term term, Wish wish, List<Accepted> earlier, Set<String> waived) {
    List<Wish> all = new ArrayList<>(earlier.stream().map(Accepted::wish).toList());
    all.add(wish);
    TermPicture picture =
        pictures.of(
            student,
            term,
            catalogue.disciplines(all.stream().map(Wish::discipline).distinct().toList()),
            all.stream()
                .map(Wish::sections)
                .flatMap(Collection::stream)
                .map(Section::getId)
                .toList(),
            access.may(Permissions.ENROL_ONBEHALF),
            waived);
    earlier.forEach(one -> picture.accept(one.wish(), one.sections(), false));
    return picture;
  }
}
