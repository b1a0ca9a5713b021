package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionClosing;
import kz.miras.registrar.registration.SectionSound;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.registration.SectionToClose;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.service.SectionMoves.Landing;
import kz.miras.registrar.registration.service.SectionMoves.Member;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * REG-4. Splits, merges and closes groups: everybody affected is moved and told in the same act.
 */
@ApplicationScoped
class SectionActs {

  @Inject private Offerings offerings;
  @Inject private SectionMoves moves;
  @Inject private QueueMoves queues;
  @Inject private SectionSeats sizes;
  @Inject private Seats seats;
  @Inject private SeatClerk clerk;
  @Inject private EnrolmentRows rows;
  @Inject private Notices notices;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /** Where the students of a group would land if it were closed. */
  List<Landing> landings(long section) {
    Section from = required(section);
    return moves.landings(moves.members(section), from, others(from));
  }

  /** Closes what was decided to be closed. */
  void decided(@Observes SectionToClose event) {
    if (close(event.sectionId(), event.reason()).isAllowed()) {
      event.closed();
    }
  }

  /** Closes a group: its students land in others, or are taken out and choose anew. */
  Verdict close(long section, String reason) {
    Section from = required(section);
    Verdict open = SectionSound.open(from.getStatus(), from.getCode());
    if (!open.isAllowed()) {
      return open;
    }
    audit.because(reason);
    SeatWork work = begin(from);
    List<Landing> landings = moves.landings(moves.members(section), from, others(from));
    List<Member> waiting = moves.waiting(section);
    become(from, SectionStatus.CANCELLED);
    carry(work, from, landings, reason);
    // everybody stands in a queue again before the first seat is given on
    List<Long> out =
        new ArrayList<>(
            queues.carry(work, from, waiting, others(from)).stream()
                .map(Member::enrolment)
                .toList());
    landings.stream().filter(one -> one.section() == null).forEach(o -> out.add(o.enrolment()));
    end(work, from, out, reason);
    work.book.log(section, LogAct.CLOSED, SeatBook.ALL, work.asking, null);
    clerk.finish(work);
    tell(from, landings);
    return Verdict.allowed();
  }

  /** Lets a group run that was proposed to be closed. */
  Verdict leave(long section, String reason) {
    Section from = required(section);
    Verdict verdict = SectionSound.letRun(from.getStatus(), from.getClosing(), from.getCode());
    if (verdict.isAllowed()) {
      audit.because(reason);
      from.sayOfClosing(SectionClosing.LEFT, time.now());
    }
    return verdict;
  }

  /**
   * Merges a group into another of the same offering; nobody moves unless everybody can. Whoever
   * waits for it waits for the other one then.
   *
   * @param into key of the group that takes the students
   */
  Verdict merge(long section, long into, String reason) {
    Section from = required(section);
    Section to = required(into);
    boolean same = section != into && from.getOffering().getId().equals(to.getOffering().getId());
    Verdict verdict =
        SectionSound.open(from.getStatus(), from.getCode())
            .and(SectionSound.merged(same, from.getKind(), to.getKind(), to.getStatus()));
    if (!verdict.isAllowed()) {
      return verdict;
    }
    SeatWork work = begin(from);
    List<Landing> landings = moves.landings(moves.members(section), from, List.of(to));
    Verdict together =
        SectionSound.everybodyMoves(
            landings.stream()
                .filter(landing -> landing.section() == null)
                .map(Landing::studentNo)
                .toList());
    if (!together.isAllowed()) {
      return together;
    }
    audit.because(reason);
    List<Member> waiting = moves.waiting(section);
    become(from, SectionStatus.CLOSED);
    carry(work, from, landings, reason);
    List<Member> out = queues.carry(work, from, waiting, List.of(to));
    end(work, from, out.stream().map(Member::enrolment).toList(), reason);
    work.book.log(section, LogAct.CLOSED, SeatBook.ALL, work.asking, null);
    clerk.finish(work);
    tell(from, landings);
    return Verdict.allowed();
  }

  /**
   * Splits a group: a new one takes the last so many of its students by name, and who waits gets
   * the seats they leave.
   *
   * @param code of the new group
   * @param count students that move
   * @param capacity seats of the new group, at least as many
   */
  Verdict split(long section, String code, int count, int capacity) {
    Section from = required(section);
    Verdict verdict =
        SectionSound.open(from.getStatus(), from.getCode())
            .and(SectionSound.split(moves.members(section).size(), count, capacity));
    if (verdict.isAllowed()) {
      verdict =
          SectionSound.named(
              code,
              offerings.sectionsOf(from.getOffering().getId()).stream()
                  .map(Section::getCode)
                  .toList());
    }
    if (!verdict.isAllowed()) {
      return verdict;
    }
    takeTurns(from.getId());
    Section fresh = new Section(from.getOffering(), from.getKind(), code.strip());
    offerings.add(fresh);
    offerings.flush();
    // those who move come first; what is left then is given to who waits for any group
    sizes.make(fresh.getId(), capacity);
    SeatWork work = begin(from);
    List<Member> members = moves.members(section);
    List<Member> moving = members.subList(Math.max(0, members.size() - count), members.size());
    List<Landing> landings = moves.landings(moving, from, List.of(fresh));
    carry(work, from, landings, null);
    clerk.fill(work, from.getOffering().getId());
    clerk.finish(work);
    tell(from, landings);
    return Verdict.allowed();
  }

  /** The turns of everybody concerned first, then the seats, and only then who goes where. */
  private SeatWork begin(Section from) {
    takeTurns(from.getId());
    SeatWork work =
        clerk.begin(rows.sections(from.getOffering().getId()), clerk.asking(null, null, null));
    // who came while the seats were being locked
    takeTurns(from.getId());
    return work;
  }

  /** Whoever finds no place is taken out, and what is free then is given on. */
  private void end(SeatWork work, Section from, List<Long> enrolments, String reason) {
    for (long enrolment : enrolments) {
      clerk.end(work, enrolment, EnrolmentStatus.CANCELLED_BY_OR, LogAct.CANCELLED, reason);
    }
    clerk.fill(work, from.getOffering().getId());
  }

  private void takeTurns(long section) {
    seats.takeTurn(
        Stream.of(moves.members(section), moves.waiting(section), moves.restingOnly(section))
            .flatMap(List::stream)
            .map(Member::student)
            .toList());
  }

  /** Written at once: a section that is not open gives nobody a seat any more. */
  private void become(Section from, SectionStatus status) {
    from.become(status);
    offerings.flush();
  }

  private void carry(SeatWork work, Section from, List<Landing> landings, String reason) {
    Map<Long, Member> members =
        moves.members(from.getId()).stream()
            .collect(Collectors.toMap(Member::enrolment, Function.identity()));
    for (Landing landing : landings) {
      Member member = members.get(landing.enrolment());
      if (landing.section() != null && member != null) {
        clerk.move(
            work,
            new SeatWork.Moved(
                landing.enrolment(),
                landing.student(),
                from.getOffering().getTermId(),
                from.getOffering().getId(),
                member.type(),
                from.getKind(),
                new SeatBook.Key(from.getId(), member.pool()),
                new SeatBook.Key(landing.section(), landing.pool()),
                reason));
      }
    }
  }

  /** Open groups the students could go to. */
  private List<Section> others(Section from) {
    return offerings.sectionsOf(from.getOffering().getId()).stream()
        .filter(other -> other.getKind() == from.getKind())
        .filter(other -> other.getStatus() == SectionStatus.OPEN)
        .filter(other -> !other.getId().equals(from.getId()))
        .toList();
  }

  /** Students and teachers learn where they are now; who was taken out is told by the plan. */
  private void tell(Section from, List<Landing> landings) {
    Map<String, Integer> counts = new HashMap<>();
    for (Landing landing : landings) {
      if (landing.section() != null) {
        counts.merge(landing.to(), 1, Integer::sum);
        notices.tellStudent(
            landing.student(),
            "registration.notice.moved",
            PlanQueries.OWN_PAGE,
            from.getOffering().getCode(),
            from.getCode(),
            landing.to());
      }
    }
    String link = "/registration/offering.xhtml?id=" + from.getOffering().getUuid();
    for (Section section : offerings.sectionsOf(from.getOffering().getId())) {
      if (section.getId().equals(from.getId()) || counts.containsKey(section.getCode())) {
        offerings
            .teachersOf(section.getId(), time.today())
            .forEach(
                one ->
                    notices.tellTeacher(
                        one.getTeacherId(),
                        "registration.notice.group-changed",
                        link,
                        from.getOffering().getCode(),
                        section.getCode()));
      }
    }
  }

  private Section required(long id) {
    return offerings.section(id).orElseThrow(() -> new RegistrarException.NotFound("section", id));
  }
}
