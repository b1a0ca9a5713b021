package kz.miras.registrar.access.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.Account;
import kz.miras.registrar.access.Grant;
import kz.miras.registrar.access.GrantProposal;
import kz.miras.registrar.access.GrantSound;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.PersonalRight;
import kz.miras.registrar.access.RightByOrder;
import kz.miras.registrar.access.RoleGrant;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Gives and ends roles and personal rights. What concerns the office's specialists is prepared,
 * approved by another person and then executed (ACC-9).
 */
@Stateless
@Guarded
public class GrantDesk {

  @Inject private Accounts accounts;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /** Prepares a grant for approval. */
  @RolesAllowed(Permissions.GRANT_EDIT)
  public Verdict prepare(UUID account, Grant grant) {
    Account holder = accounts.require(account);
    Verdict verdict = judge(holder, grant);
    if (verdict.isAllowed() && !GrantSound.needsApproval(grant.role())) {
      verdict = refused("access.grant.by-order", "role");
    }
    if (verdict.isAllowed()) {
      accounts.add(new GrantProposal(holder, grant, access.current().accountId(), time.now()));
    }
    return verdict;
  }

  /** SOD-2. Approves a prepared grant; not the own one. */
  @RolesAllowed(Permissions.GRANT_APPROVE)
  public Verdict approve(long proposal, String decision) {
    GrantProposal prepared = open(proposal, GrantProposal.Status.PREPARED);
    long me = access.current().accountId();
    Verdict verdict = SeparationOfDuty.approvesDraft(me, List.of(prepared.getPreparedBy()));
    if (verdict.isAllowed()) {
      prepared.approve(me, time.now(), decision);
    }
    return verdict;
  }

  /** Turns a prepared grant down. */
  @RolesAllowed(Permissions.GRANT_APPROVE)
  public Verdict reject(long proposal, String reason) {
    GrantProposal prepared = open(proposal, GrantProposal.Status.PREPARED);
    long me = access.current().accountId();
    Verdict verdict = SeparationOfDuty.approvesDraft(me, List.of(prepared.getPreparedBy()));
    if (reason == null || reason.isBlank()) {
      verdict = verdict.and(refused("access.reason-missing", "reason"));
    }
    if (verdict.isAllowed()) {
      prepared.reject(me, time.now(), reason);
    }
    return verdict;
  }

  /** Executes an approved grant. */
  @RolesAllowed(Permissions.GRANT_EXECUTE)
  public Verdict execute(long proposal) {
    GrantProposal approved = open(proposal, GrantProposal.Status.APPROVED);
    Verdict verdict = judge(approved.getAccount(), approved.toGrant());
    if (verdict.isAllowed()) {
      accounts.add(approved.execute(access.current().accountId(), time.now()));
    }
    return verdict;
  }

  /** Enters a grant an order from above has made. */
  @RolesAllowed(Permissions.GRANT_EXECUTE)
  public Verdict enter(UUID account, Grant grant) {
    Account holder = accounts.require(account);
    Verdict verdict = judge(holder, grant);
    if (verdict.isAllowed() && GrantSound.needsApproval(grant.role())) {
      verdict = refused("access.grant.needs-approval", "role");
    }
    if (verdict.isAllowed()) {
      accounts.add(RoleGrant.of(holder, grant));
    }
    return verdict;
  }

  /** ACC-2. Ends a grant with this day. */
  @RolesAllowed(Permissions.GRANT_EXECUTE)
  public Verdict end(long grant, LocalDate lastDay, String reason) {
    Verdict verdict = ending(lastDay, reason);
    if (verdict.isAllowed()) {
      audit.because(reason);
      accounts.require(RoleGrant.class, grant, "grant").endOn(lastDay);
    }
    return verdict;
  }

  /** ACC-4. Gives one right to, or takes it from, one person. */
  @RolesAllowed(Permissions.GRANT_EXECUTE)
  public Verdict enterRight(UUID account, PersonalRight right) {
    Verdict verdict = Verdict.allowed();
    if (right.basis().isEmpty()) {
      verdict = verdict.and(refused("access.grant.basis-missing", "basis"));
    }
    if (right.to() != null && right.to().isBefore(right.from())) {
      verdict = verdict.and(refused("access.grant.dates-reversed", "to"));
    }
    if (verdict.isAllowed()) {
      accounts.add(new RightByOrder(accounts.require(account), right));
    }
    return verdict;
  }

  /** Ends a personal right with this day. */
  @RolesAllowed(Permissions.GRANT_EXECUTE)
  public Verdict endRight(long right, LocalDate lastDay, String reason) {
    Verdict verdict = ending(lastDay, reason);
    if (verdict.isAllowed()) {
      audit.because(reason);
      accounts.require(RightByOrder.class, right, "grant").endOn(lastDay);
    }
    return verdict;
  }

  private Verdict judge(Account holder, Grant grant) {
    List<Grant> delegator =
        grant.delegatedFrom() == null ? List.of() : accounts.grantValues(grant.delegatedFrom());
    return GrantSound.judge(grant, accounts.grantValues(holder.getId()), delegator);
  }

  private GrantProposal open(long id, GrantProposal.Status expected) {
    GrantProposal proposal = accounts.require(GrantProposal.class, id, "grant");
    if (proposal.getStatus() != expected) {
      throw new kz.miras.registrar.shared.RegistrarException.Conflict("error.conflict");
    }
    return proposal;
  }

  private static Verdict ending(LocalDate lastDay, String reason) {
    Verdict verdict = Verdict.allowed();
    if (lastDay == null) {
      verdict = verdict.and(refused("access.grant.last-day-missing", "to"));
    }
    if (reason == null || reason.isBlank()) {
      verdict = verdict.and(refused("access.reason-missing", "reason"));
    }
    return verdict;
  }

  private static Verdict refused(String code, String field) {
    return Verdict.refused(Refusal.of(code, "ACC-9").at(field));
  }
}
