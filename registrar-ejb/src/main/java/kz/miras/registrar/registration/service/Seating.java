package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Student;

/** What other parts of registration ask of the one place that judges wishes and gives seats. */
@ApplicationScoped
public class Seating {

  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private PlanWishes wishes;
  @Inject private TermPictures pictures;
  @Inject private Registering registering;
  @Inject private SeatClerk clerk;
  @Inject private EnrolmentRows rows;
  @Inject private Seats seats;

  /** A discipline wanted in the summer before its groups exist. */
  public record Wanted(
      long discipline, EnrolmentType type, Language language, SummerPurpose purpose) {}

  /** What became of a wish: an enrolment, or why there is none. */
  public record Seated(Long enrolment, Verdict verdict) {}

  /**
   * What the rules say of the last of some wishes beside the others; nothing is written.
   *
   * @param office whether the office asks for the student
   * @param waived numbers of rules that do not bind here
   */
  public Verdict judge(
      Student student, Term term, List<Wanted> wanted, boolean office, Set<String> waived) {
    List<Wish> all = new ArrayList<>();
    wanted.forEach(
        one ->
            all.add(
                Wish.chosen(one.discipline(), one.type(), one.language()).serving(one.purpose())));
    Collection<Discipline> disciplines = wishes.disciplines(all).values();
    TermPicture picture = pictures.of(student, term, disciplines, List.of(), office, waived);
    List<Outcome> outcomes = registering.preview(picture, all, Registering.Terms.SEAT);
    return outcomes.get(outcomes.size() - 1).verdict();
  }

  /**
   * Enrols a student whose wish has been judged before; what must be paid is only requested.
   *
   * @param waived numbers of rules that do not bind here
   */
  public Seated enrol(Student student, long offeringId, EnrolmentType type, Set<String> waived) {
    seats.takeTurn(List.of(student.getId()));
    Offering offering = offerings.offering(offeringId).orElseThrow();
    List<Section> sections = offerings.sectionsOf(offeringId);
    Wish wish = Wish.of(offering, sections, null, type, null, null);
    Map<Long, Discipline> disciplines = wishes.disciplines(List.of(wish));
    TermPicture picture =
        pictures.of(
            student,
            calendars.term(offering.getTermId()).orElseThrow(),
            disciplines.values(),
            sections.stream().map(Section::getId).toList(),
            true,
            waived);
    Outcome outcome =
        registering
            .register(
                picture,
                List.of(wish),
                Registering.Terms.SEAT,
                clerk.asking(student.getId(), null, null))
            .outcomes()
            .get(0);
    return new Seated(outcome.enrolment(), outcome.verdict());
  }

  /** Takes a student out of what the office does not teach; nothing where it is over already. */
  public void cancel(long enrolment, String reason) {
    end(enrolment, EnrolmentStatus.CANCELLED_BY_OR, LogAct.CANCELLED, reason);
  }

  /**
   * Takes everybody out of an offering that is closed: who waits first, so that nobody moves up.
   */
  public void cancelAll(long offering, String reason) {
    List<Enrolment> open = offerings.openIn(offering);
    takeTurns(open.stream().map(Enrolment::getStudentId).toList());
    open.stream()
        .sorted(Comparator.comparing((Enrolment one) -> one.getStatus().holdsSeats()))
        .forEach(one -> cancel(one.getId(), reason));
  }

  /** The turns of several students, in order of key, so that nobody waits in a circle. */
  public void takeTurns(Collection<Long> of) {
    seats.takeTurn(of);
  }

  /** Takes a student out who does not want it any more. */
  public void drop(long enrolment, String reason) {
    end(enrolment, EnrolmentStatus.DROPPED, LogAct.DROPPED, reason);
  }

  private void end(long enrolment, EnrolmentStatus as, LogAct act, String reason) {
    rows.read(enrolment)
        .filter(one -> one.status().next().contains(as))
        .ifPresent(
            one -> {
              seats.takeTurn(List.of(one.student()));
              clerk.end(enrolment, as, act, reason);
            });
  }
}
