package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.registration.EnrolmentChange;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.RegistrationRequest;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestMatter;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.rule.Settlement;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Advisers;
import kz.miras.registrar.student.service.Students;

/**
 * REG-2. Settles what stood on a mark when that mark is published, corrected or annulled: firm,
 * ended at the start of the term, or laid before the office as a request to waive the rule. REG-17:
 * what has lost the discipline it is studied together with is laid before the office too.
 */
@ApplicationScoped
class Settling {

  private static final String RULE = "REG-2";
  private static final String TOGETHER = "REG-17";

  @Inject private Provisional provisional;
  @Inject private SeatClerk clerk;
  @Inject private Seats seats;
  @Inject private EnrolmentRows rows;
  @Inject private Offerings offerings;
  @Inject private TermPictures pictures;
  @Inject private PlanWishes wishes;
  @Inject private Requests requests;
  @Inject private Windows windows;
  @Inject private Students students;
  @Inject private Calendars calendars;
  @Inject private Notices notices;
  @Inject private Advisers advisers;
  @Inject private AuditTrail trail;
  @Inject private UniversityTime time;

  /** An enrolment with what it is about. */
  private record Matter(
      EnrolmentRows.Stored enrolment, Student student, Offering offering, Term term) {}

  void changed(@Observes StandingChanged event) {
    look(event.standings());
  }

  /** PUB-1. Until then a mark is to the student as one that has not arrived. */
  void told(@Observes StandingTold event) {
    look(event.standings());
  }

  private void look(List<StandingChanged.Standing> standings) {
    provisional.changed(
        standings.stream().map(StandingChanged.Standing::student).toList(),
        standings.stream().map(StandingChanged.Standing::discipline).toList());
  }

  /** Where a discipline is left, what stood on its mark stands on nothing. */
  void left(@Observes EnrolmentChange change) {
    if (!change.status().isActive()) {
      offerings
          .offering(change.offeringId())
          .ifPresent(
              offering ->
                  provisional.changed(
                      List.of(change.studentId()), List.of(offering.getDisciplineId())));
    }
  }

  /** Looks at one enrolment. */
  void settle(long enrolment) {
    EnrolmentRows.Stored known = rows.read(enrolment).orElseThrow();
    seats.takeTurn(List.of(known.student()));
    boolean held = provisional.begin(enrolment);
    EnrolmentRows.Stored stored = rows.read(enrolment).orElseThrow();
    if (stored.status() != EnrolmentStatus.WAITLISTED
        && stored.status() != EnrolmentStatus.ENROLLED) {
      return;
    }
    Matter matter = matter(stored);
    Asked rules = asked(matter);
    Verdict verdict = rules.picture().prerequisites(rules.wish(), rules.marked());
    if (verdict.isAllowed()) {
      Verdict beside = rules.picture().corequisites(rules.wish());
      Optional<RegistrationRequest> open = requests.openAbout(enrolment, TOGETHER);
      if (!beside.isAllowed()) {
        lost(matter, beside, open.isPresent());
        return;
      }
      if (open.isPresent()) {
        open.get().cancel();
        held = verdict.provisional();
        provisional.set(enrolment, held);
        tell(matter, "registration.notice.corequisite-back");
      }
    }
    Optional<RegistrationRequest> asked = requests.openAbout(enrolment, RULE);
    boolean changeable = isChangeable(matter.student(), matter.term());
    switch (Settlement.of(verdict, held, asked.isPresent(), changeable)) {
      case KEPT -> {
        // whoever looks next is told by the next change
      }
      case OPEN -> {
        provisional.set(enrolment, true);
        tell(matter, "registration.notice.provisional-again");
      }
      case FIRM -> {
        provisional.set(enrolment, false);
        asked.ifPresent(RegistrationRequest::cancel);
        tell(matter, "registration.notice.provisional-firm");
      }
      case ENDS -> {
        clerk.end(enrolment, EnrolmentStatus.CANCELLED_BY_OR, LogAct.CANCELLED, needed(verdict));
        tell(matter, "registration.notice.provisional-failed");
      }
      case TO_DECIDE -> {
        provisional.set(enrolment, true);
        ask(matter, RULE, "registration.request.prerequisite-lost", needed(verdict));
        tell(matter, "registration.notice.prerequisite-lost");
      }
    }
  }

  /**
   * What the office decided about an enrolment whose prerequisite was lost: it stays, or its seat
   * goes on.
   */
  void decided(RequestMatter matter, boolean stays, String note) {
    if (matter.kind() != RequestKind.WAIVER || matter.enrolment() == null) {
      return;
    }
    long enrolment = matter.enrolment();
    seats.takeTurn(List.of(matter.student()));
    boolean held = provisional.begin(enrolment);
    boolean open =
        rows.read(enrolment)
            .filter(
                one ->
                    one.status() == EnrolmentStatus.WAITLISTED
                        || one.status() == EnrolmentStatus.ENROLLED)
            .isPresent();
    if (!held || !open) {
      return;
    }
    if (stays) {
      firm(matter(rows.read(enrolment).orElseThrow()));
    } else {
      clerk.end(enrolment, EnrolmentStatus.CANCELLED_BY_OR, LogAct.CANCELLED, note);
    }
  }

  /** The rule is set aside: firm where nothing else is open, which the job looks at otherwise. */
  private void firm(Matter matter) {
    Asked rules = asked(matter);
    long enrolment = matter.enrolment().id();
    Verdict needed = rules.picture().prerequisites(rules.wish(), rules.marked());
    Verdict beside = rules.picture().corequisites(rules.wish());
    if (Settlement.isFirm(needed, beside)) {
      provisional.set(enrolment, false);
    } else {
      provisional.mark(List.of(enrolment));
    }
  }

  private Matter matter(EnrolmentRows.Stored stored) {
    return new Matter(
        stored,
        students.byId(stored.student()).orElseThrow(),
        offerings.offering(stored.offering()).orElseThrow(),
        calendars.term(stored.term()).orElseThrow());
  }

  /** REG-17. The discipline it is studied together with is gone: the office decides, asked once. */
  private void lost(Matter matter, Verdict beside, boolean asked) {
    provisional.set(matter.enrolment().id(), true);
    if (!asked) {
      ask(
          matter,
          TOGETHER,
          "registration.request.corequisite-lost",
          String.valueOf(beside.refusals().get(0).args().get(1)));
      tell(matter, "registration.notice.corequisite-lost");
    }
  }

  /**
   * What the rules are asked about.
   *
   * @param marked codes of what the term has marked already: it is no longer studied
   */
  record Asked(TermPicture picture, Wish wish, Set<String> marked) {}

  private Asked asked(Matter matter) {
    return asked(
        matter.student(),
        matter.term(),
        Wish.of(matter.offering(), List.of(), null, matter.enrolment().type(), null, null));
  }

  /** What the rules are asked about something a student has in a term. */
  Asked asked(Student student, Term term, Wish wish) {
    Map<Long, Discipline> disciplines = wishes.disciplines(List.of(wish));
    Set<String> marked =
        offerings.plan(student.getId(), term.getId()).stream()
            .filter(one -> one.enrolment().getStatus() == EnrolmentStatus.COMPLETED)
            .map(one -> one.discipline().getCode())
            .collect(Collectors.toSet());
    return new Asked(pictures.told(student, term, disciplines.values(), List.of()), wish, marked);
  }

  /** Whether the student may still change what is taken in the term. */
  boolean isChangeable(Student student, Term term) {
    return Leaving.dropped(time.now().atZone(time.zone()), windows.changesUntil(student, term))
        .isAllowed();
  }

  /** The code of the discipline that is missing. */
  private static String needed(Verdict verdict) {
    return String.valueOf(verdict.refusals().get(0).args().get(0));
  }

  private void ask(Matter matter, String rule, String cause, String needed) {
    requests.add(
        RegistrationRequest.bySystem(
            new RequestMatter(
                RequestKind.WAIVER,
                matter.student().getId(),
                matter.term().getId(),
                matter.offering().getId(),
                null,
                matter.enrolment().id(),
                matter.enrolment().type(),
                rule),
            cause,
            needed,
            trail.author(),
            time.now()));
  }

  private void tell(Matter matter, String code) {
    Student student = matter.student();
    String offering = matter.offering().getCode();
    notices.tellStudent(student.getId(), code, PlanQueries.OWN_PAGE, offering);
    if (student.getAdviser() != null) {
      advisers.tell(
          student.getAdviser().getId(),
          code + "-adviser",
          "/student/card.xhtml?id=" + student.getUuid(),
          student.getStudentNo(),
          offering);
    }
  }
}
