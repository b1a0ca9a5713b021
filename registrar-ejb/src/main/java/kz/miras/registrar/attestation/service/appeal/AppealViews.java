package kz.miras.registrar.attestation.service.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.appeal.Appeal;
import kz.miras.registrar.attestation.appeal.AppealCommission;
import kz.miras.registrar.attestation.appeal.AppealHearing;
import kz.miras.registrar.attestation.appeal.AppealProtocol;
import kz.miras.registrar.attestation.appeal.AppealStatus;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.appeal.AppealView.Act;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.service.UniversityTime;

/** Makes of an appeal what pages and papers show, and says what the caller may do with it. */
@ApplicationScoped
class AppealViews {

  @Inject private Appeals appeals;
  @Inject private AppealFacts facts;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private SheetAccess whose;
  @Inject private Access access;
  @Inject private UniversityTime time;

  AppealView of(AppealCase about) {
    Appeal appeal = about.appeal();
    boolean own = appeal.isOf(access.current().studentId());
    Map<Long, AppealHearing.Vote> votes = votes(about.protocol());
    return new AppealView(
        appeal.getUuid().toString(),
        appeal.getNumber(),
        appeal.getStatus(),
        appeal.getOutcome(),
        about(about, own),
        new AppealView.Filed(
            appeal.getPublishedAt(),
            appeal.getUntil(),
            appeal.getFiledAt(),
            appeal.getReason(),
            appeal.getHearBy()),
        new AppealView.Answer(
            own ? null : appeal.getAnsweredBy(), appeal.getAnsweredAt(), appeal.getRefusalReason()),
        about.posted() == null ? null : AppealCase.figures(about.posted()),
        appeal.getCommissionId() == null ? null : commission(about, votes, own),
        appeal.getHearingAt(),
        appeal.getPlace(),
        about.protocol() == null ? null : protocol(about, votes, own),
        own ? null : appeal.getAppliedBy(),
        appeal.getAppliedAt(),
        isAgain(about),
        may(about, own));
  }

  private static boolean isAgain(AppealCase about) {
    return about.appeal().getStatus() == AppealStatus.DECIDED
        && about.appeal().getOutcome().changesResult()
        && about.isMoved();
  }

  private AppealView.About about(AppealCase about, boolean own) {
    boolean sheet = !own && whose.may(Permissions.SHEET_READ, about.sheet());
    return new AppealView.About(
        about.student().fullName(),
        about.student().getStudentNo(),
        about.student().getGroup() == null ? "" : about.student().getGroup().getCode(),
        about.student().getProgramme().getName(),
        about.discipline().getCode(),
        about.discipline().getName(),
        about.discipline().getCredits(),
        sheet ? about.sheet().getUuid().toString() : null,
        about.sheet().getNumber(),
        about.sheet().getKind(),
        calendars.term(about.sheet().getTermId()).orElseThrow().getCode(),
        about.sheet().getExamDate(),
        about.examiners().stream()
            .map(catalogue::teacher)
            .flatMap(teacher -> teacher.stream().map(Teacher::fullName))
            .sorted()
            .collect(Collectors.joining(", ")),
        about.posted() != null && about.posted().rating() != null,
        about.rules().flag(RuleParameter.APPEAL_RATING_ALLOWED));
  }

  private AppealView.Commission commission(
      AppealCase about, Map<Long, AppealHearing.Vote> votes, boolean own) {
    AppealCommission commission = appeals.commission(about.appeal().getCommissionId());
    List<AppealView.Seat> seats =
        facts.people(commission.getId()).stream()
            .map(
                one ->
                    new AppealView.Seat(
                        one.id(),
                        one.office(),
                        one.name(),
                        one.post(),
                        one.teacher() != null && about.examiners().contains(one.teacher()),
                        CommissionOffice.valueOf(one.office()).votes(),
                        own ? null : votes.get(one.id())))
            .toList();
    return new AppealView.Commission(
        commission.getUuid().toString(),
        commission.getOrderNo(),
        commission.getOrderDate(),
        AppealHearing.quorum(appeals.members(commission.getId()), about.rules()),
        seats);
  }

  private Map<Long, AppealHearing.Vote> votes(AppealProtocol protocol) {
    Map<Long, AppealHearing.Vote> votes = new HashMap<>();
    if (protocol != null) {
      appeals.votes(protocol.getId()).forEach(one -> votes.put(one.getMemberId(), one.getVote()));
    }
    return votes;
  }

  private AppealView.Protocol protocol(
      AppealCase about, Map<Long, AppealHearing.Vote> votes, boolean own) {
    AppealProtocol protocol = about.protocol();
    int inFavour =
        (int) votes.values().stream().filter(one -> one == AppealHearing.Vote.FOR).count();
    return new AppealView.Protocol(
        protocol.designation(appeals.commission(protocol.getCommissionId())),
        protocol.getHeldAt(),
        protocol.getPlace(),
        facts.people(protocol.getCommissionId()).stream()
            .filter(one -> one.id() == protocol.getPresidingId())
            .map(AppealFacts.Person::name)
            .findFirst()
            .orElse(""),
        protocol.getMembers(),
        protocol.getNeeded(),
        votes.size(),
        inFavour,
        votes.size() - inFavour,
        protocol.isApplicantPresent(),
        protocol.getProposal(),
        protocol.getArguments(),
        protocol.getOutcome(),
        protocol.was(),
        protocol.now(),
        own ? null : protocol.getWrittenBy());
  }

  private Set<Act> may(AppealCase about, boolean own) {
    Appeal appeal = about.appeal();
    Target target = about.target();
    Set<Act> may = EnumSet.noneOf(Act.class);
    if (own) {
      return may;
    }
    boolean registers = access.may(Permissions.APPEAL_REGISTER, target);
    boolean decides = access.may(Permissions.APPEAL_DECIDE, target);
    if (registers && appeal.getStatus() == AppealStatus.SUBMITTED) {
      may.add(Act.ANSWER);
    }
    if ((registers || decides) && (appeal.getStatus().isBeforeCommission() || isAgain(about))) {
      may.add(Act.SCHEDULE);
    }
    if (decides
        && appeal.getStatus() == AppealStatus.UNDER_REVIEW
        && appeal.judgeDecision(time.now()).isAllowed()
        && appeals.members(appeal.getCommissionId()).stream()
            .filter(one -> one.is(access.current().accountId(), access.current().teacherId()))
            .anyMatch(one -> one.getOffice().keepsProtocol())) {
      may.add(Act.DECIDE);
    }
    if (appeal.getStatus() == AppealStatus.DECIDED
        && appeal.getOutcome().changesResult()
        && access.may(Permissions.APPEAL_APPLY, target)) {
      may.add(Act.APPLY);
    }
    if (about.protocol() != null) {
      may.add(Act.PRINT);
    }
    return may;
  }

  /** Commissions in force today, those of a term first. */
  List<AppealQueries.CommissionChoice> commissions(long term) {
    return appeals.inForce(time.today()).stream()
        .sorted(
            Comparator.comparing((AppealCommission one) -> one.getTermId() != term)
                .thenComparing(AppealCommission::getOrderDate)
                .thenComparing(AppealCommission::getId))
        .map(
            one ->
                new AppealQueries.CommissionChoice(
                    one.getUuid().toString(),
                    one.getOrderNo(),
                    one.getOrderDate(),
                    facts.people(one.getId()).stream()
                        .map(AppealFacts.Person::name)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("")))
        .toList();
  }
}
