package kz.miras.registrar.attestation.service.appeal;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.PostedResults.Posted;
import kz.miras.registrar.attestation.appeal.Appeal;
import kz.miras.registrar.attestation.appeal.AppealCommission;
import kz.miras.registrar.attestation.appeal.AppealHearing;
import kz.miras.registrar.attestation.appeal.AppealOutcome;
import kz.miras.registrar.attestation.appeal.AppealProposal;
import kz.miras.registrar.attestation.appeal.AppealProtocol;
import kz.miras.registrar.attestation.appeal.AppealStatus;
import kz.miras.registrar.attestation.appeal.AppealVote;
import kz.miras.registrar.attestation.appeal.CommissionMember;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * The hearing of an appeal: who was there, how each voted, what was decided. Its protocol is
 * numbered in the commission without gaps and never changed (APL-3 to APL-6).
 */
@Stateless
@Guarded
public class HearingDesk {

  @Inject private Appeals appeals;
  @Inject private AppealCases cases;
  @Inject private AppealNews news;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * What a proposal would make of the result.
   *
   * @param percent null where nothing would come of it
   * @param problems what speaks against it
   */
  public record Preview(Integer percent, String sign, List<Refusal> problems)
      implements Serializable {

    public Preview {
      problems = List.copyOf(problems);
    }
  }

  /** What a proposal would make of the result; stores nothing. */
  @RolesAllowed(Permissions.APPEAL_DECIDE)
  public Preview preview(String id, AppealProposal proposal) {
    AppealCase about = cases.visible(id);
    Optional<FinalOutcome> outcome = cases.outcome(about, proposal);
    return new Preview(
        outcome.map(one -> one.grade().percent()).orElse(null),
        outcome.map(one -> one.grade().sign()).orElse(""),
        proposed(about, proposal, outcome).refusals());
  }

  /**
   * Writes the protocol.
   *
   * @return its number
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.APPEAL_DECIDE)
  public String decide(String id, AppealHearing hearing) {
    AppealCase about = cases.step(id, Permissions.APPEAL_DECIDE);
    Appeal appeal = about.appeal();
    AppealCommission commission = appeals.lock(appeals.commission(appeal.getCommissionId()));
    List<CommissionMember> members = appeals.members(commission.getId());
    Optional<FinalOutcome> outcome = cases.outcome(about, hearing.proposal());
    refuse(
        keeps(members)
            .and(inReview(appeal))
            .and(appeal.judgeDecision(time.now()))
            .and(hearing.judge(members, about.examiners(), about.rules()))
            .and(proposed(about, hearing.proposal(), outcome)));
    AppealProtocol.Figures was = AppealCase.figures(about.posted());
    AppealOutcome decision = hearing.outcome(was.rating(), was.score());
    AppealProtocol protocol =
        new AppealProtocol(
            appeal,
            commission.nextProtocol(),
            hearing,
            (int) members.stream().filter(member -> member.getOffice().votes()).count(),
            AppealHearing.quorum(members, about.rules()),
            was,
            decision.changesResult() ? figures(hearing.proposal(), outcome.orElseThrow()) : was,
            access.current().login(),
            time.now());
    appeals.add(protocol);
    hearing
        .votes()
        .forEach((member, vote) -> appeals.add(new AppealVote(protocol.getId(), member, vote)));
    appeal.decide(decision, access.current().login(), time.now());
    String number = protocol.designation(commission);
    news.decided(about, protocol, number);
    return number;
  }

  private static AppealProtocol.Figures figures(AppealProposal proposal, FinalOutcome outcome) {
    // an annulled exam is none, and its score none either
    Integer score =
        proposal.kind() == AppealProposal.Kind.ANNUL ? Integer.valueOf(0) : proposal.score();
    return new AppealProtocol.Figures(
        outcome.admissionRating(), score, outcome.grade().percent(), outcome.grade().sign());
  }

  private static Verdict proposed(
      AppealCase about, AppealProposal proposal, Optional<FinalOutcome> outcome) {
    Posted was = about.posted();
    if (was == null) {
      return Verdict.refused(Refusal.of("attestation.appeal.no-result", "APL-6"));
    }
    return proposal.judge(was.rating(), was.score(), outcome.isPresent(), about.rules());
  }

  /** APL-2. The secretary, or the chair, writes the protocol. */
  private Verdict keeps(List<CommissionMember> members) {
    long account = access.current().accountId();
    Long teacher = access.current().teacherId();
    boolean keeps =
        members.stream()
            .filter(member -> member.is(account, teacher))
            .anyMatch(member -> member.getOffice().keepsProtocol());
    return keeps
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("attestation.appeal.keeper", "APL-2"));
  }

  private static Verdict inReview(Appeal appeal) {
    return appeal.getStatus() == AppealStatus.UNDER_REVIEW
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of(
                "attestation.appeal.wrong-state", "APL-9", appeal.getNumber(), appeal.getStatus()));
  }
}
