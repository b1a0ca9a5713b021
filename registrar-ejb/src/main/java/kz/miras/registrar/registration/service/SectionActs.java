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
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.registration.SectionToClose;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.service.SectionMoves.Landing;
import kz.miras.registrar.registration.service.SectionMoves.Member;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * REG-4. Splits, merges and closes groups: everybody affected is moved and told in the same act.
 */
@ApplicationScoped
class SectionActs {

  private static final String MINE = "/registration/my-plan.xhtml";

  @Inject private Offerings offerings;
  @Inject private SectionMoves moves;
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
    if (from.getStatus() != SectionStatus.OPEN) {
      return Verdict.refused(Refusal.of("registration.section.not-open", "REG-4", from.getCode()));
    }
    audit.because(reason);
    List<Member> members = moves.members(section);
    takeTurns(members);
    List<Landing> landings = moves.landings(members, from, others(from));
    SeatWork work = begin(from);
    carry(work, from, landings, reason);
    for (Landing landing : landings) {
      if (landing.section() == null) {
        clerk.end(
            work, landing.enrolment(), EnrolmentStatus.CANCELLED_BY_OR, LogAct.CANCELLED, reason);
      }
    }
    for (long waiting : rows.waitingIn(section)) {
      clerk.end(work, waiting, EnrolmentStatus.CANCELLED_BY_OR, LogAct.CANCELLED, reason);
    }
    work.book.log(section, LogAct.CLOSED, SeatBook.ALL, work.asking, null);
    clerk.finish(work);
    from.become(SectionStatus.CANCELLED);
    tell(from, landings);
    return Verdict.allowed();
  }

  /**
   * Merges a group into another of the same offering; nobody moves unless everybody can.
   *
   * @param into key of the group that takes the students
   */
  Verdict merge(long section, long into, String reason) {
    Section from = required(section);
    Section to = required(into);
    if (section == into || !from.getOffering().getId().equals(to.getOffering().getId())) {
      return Verdict.refused(Refusal.of("registration.section.other", "REG-4").at("into"));
    }
    List<Member> members = moves.members(section);
    takeTurns(members);
    List<Landing> landings = moves.landings(members, from, List.of(to));
    List<Refusal> against = against(landings);
    if (!against.isEmpty()) {
      return new Verdict(against, List.of(), false);
    }
    audit.because(reason);
    SeatWork work = begin(from);
    carry(work, from, landings, reason);
    work.book.log(section, LogAct.CLOSED, SeatBook.ALL, work.asking, null);
    clerk.finish(work);
    from.become(SectionStatus.CLOSED);
    tell(from, landings);
    return Verdict.allowed();
  }

  /**
   * Splits a group: a new one takes the last so many of its students by name.
   *
   * @param code of the new group
   * @param count students that move
   * @param capacity seats of the new group, at least as many
   */
  Verdict split(long section, String code, int count, int capacity) {
    Section from = required(section);
    List<Member> members = moves.members(section);
    if (count < 1 || count >= members.size() || capacity < count) {
      return Verdict.refused(
          Refusal.of("registration.section.split", "REG-4", members.size()).at("count"));
    }
    if (code == null
        || code.isBlank()
        || offerings.sectionsOf(from.getOffering().getId()).stream()
            .anyMatch(other -> other.getCode().equalsIgnoreCase(code.strip()))) {
      return Verdict.refused(
          Refusal.of("registration.section.code", "REG-4", String.valueOf(code)).at("code"));
    }
    List<Member> moving = members.subList(members.size() - count, members.size());
    takeTurns(moving);
    Section fresh = new Section(from.getOffering(), SectionKind.GROUP, code.strip());
    offerings.add(fresh);
    offerings.flush();
    sizes.resize(fresh.getId(), capacity);
    List<Landing> landings = moves.landings(moving, from, List.of(fresh));
    SeatWork work = begin(from);
    carry(work, from, landings, null);
    clerk.finish(work);
    tell(from, landings);
    return Verdict.allowed();
  }

  private SeatWork begin(Section from) {
    return clerk.begin(rows.sections(from.getOffering().getId()), clerk.asking(null, null, null));
  }

  private void takeTurns(List<Member> members) {
    seats.takeTurn(members.stream().map(Member::student).toList());
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
                new SeatBook.Key(from.getId(), member.pool()),
                landing.section(),
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

  private static List<Refusal> against(List<Landing> landings) {
    List<Refusal> against = new ArrayList<>();
    for (Landing landing : landings) {
      if (landing.section() == null) {
        against.add(Refusal.of("registration.section.cannot-move", "REG-4", landing.studentNo()));
      }
    }
    return against;
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
            MINE,
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
