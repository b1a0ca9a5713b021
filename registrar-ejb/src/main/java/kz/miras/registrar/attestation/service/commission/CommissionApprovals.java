package kz.miras.registrar.attestation.service.commission;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.commission.MeetingSchedule;
import kz.miras.registrar.attestation.commission.ReportApproval;
import kz.miras.registrar.attestation.service.commission.CommissionStore.Commission;
import kz.miras.registrar.attestation.service.commission.MeetingStore.Meeting;
import kz.miras.registrar.attestation.service.commission.ProtocolStore.Stored;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;

/** AK-4, AK-13. What others approve of a commission: its schedule, and the report of its chair. */
@Stateless
@Guarded
public class CommissionApprovals {

  private static final String ENTITY = "AttestationCommission";

  @Inject private CommissionStore store;
  @Inject private CommissionCards cards;
  @Inject private MeetingStore meetings;
  @Inject private ProtocolStore protocols;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext reasons;
  @Inject private ScheduleNews news;
  @Inject private UniversityTime time;

  /**
   * AK-4. Approves the meetings of a commission that wait for it as its schedule, and tells the
   * students who come before them.
   *
   * @param commission public id
   * @param reason why it is late; may be left out where it is not
   * @return how many meetings were approved
   * @throws kz.miras.registrar.shared.RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.DEFENCE_TIMETABLE_APPROVE)
  public int schedule(String commission, String reason) {
    Commission of = store.locked(store.require(commission).id());
    List<Meeting> waiting = meetings.of(of.id()).stream().filter(one -> !one.isApproved()).toList();
    String by = access.current().login();
    LocalDate today = time.today();
    int lead =
        rules
            .inForce(cards.programmes(of.id()).get(0).getLevel(), today)
            .integer(RuleParameter.AK_PUBLISH_LEAD_DAYS);
    refuse(
        new MeetingSchedule(
                waiting.stream()
                    .map(one -> new MeetingSchedule.Planned(one.heldOn(), one.plannedBy()))
                    .toList())
            .approves(by, reason, today, lead));
    String because = reason == null || reason.isBlank() ? null : reason.strip();
    if (because != null) {
      reasons.because(because);
    }
    for (Meeting one : waiting) {
      meetings.approve(one.id(), by, time.now(), because);
      protocols.ofMeeting(one.id()).forEach(protocol -> news.tell(of, one, protocol));
    }
    audit.record("commission.schedule", ENTITY, of.uuid(), null, String.valueOf(waiting.size()));
    return waiting.size();
  }

  /**
   * AK-13. Keeps by what decision the academic council approved the report of the chair.
   *
   * @param commission public id
   * @throws kz.miras.registrar.shared.RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.COMMISSION_DRAFT)
  public void report(String commission, ReportApproval approval) {
    Commission of = store.locked(store.require(commission).id());
    List<Stored> all = protocols.ofCommission(of.id());
    boolean whole = !all.isEmpty() && all.stream().allMatch(Stored::isSigned);
    LocalDate last =
        meetings.of(of.id()).stream().map(Meeting::heldOn).max(LocalDate::compareTo).orElse(null);
    refuse(approval.judge(whole, last, time.today()));
    store.reported(of.id(), approval);
    audit.record(
        "commission.report", ENTITY, of.uuid(), null, approval.number() + ", " + approval.date());
  }
}
