package kz.miras.registrar.attestation.service.commission;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.commission.Appearance;
import kz.miras.registrar.attestation.commission.MeetingPlan;
import kz.miras.registrar.attestation.commission.ProtocolSigning;
import kz.miras.registrar.attestation.commission.ProtocolText;
import kz.miras.registrar.attestation.service.commission.CommissionStore.Commission;
import kz.miras.registrar.attestation.service.commission.CommissionStore.Member;
import kz.miras.registrar.attestation.service.commission.MeetingStore.Meeting;
import kz.miras.registrar.attestation.service.commission.ProtocolStore.Stored;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** AK-4 to AK-11. Meetings of an attestation commission: planned, attended, marked, signed. */
@Stateless
@Guarded
public class MeetingDesk {

  private static final String ENTITY = "AttestationMeeting";

  @Inject private CommissionStore commissions;
  @Inject private CommissionCards cards;
  @Inject private MeetingStore meetings;
  @Inject private MeetingViews views;
  @Inject private ProtocolStore protocols;
  @Inject private ProtocolSigner signer;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * What is typed beside a name.
   *
   * @param protocol public id
   */
  public record Typed(String protocol, Appearance appearance, Integer percent, int against)
      implements Serializable {}

  /**
   * What became of signing the protocols of a meeting.
   *
   * @param signed how many were signed
   * @param problems what stands against the others
   */
  public record Signed(int signed, List<Refusal> problems) implements Serializable {

    public Signed {
      problems = List.copyOf(problems);
    }
  }

  private Target before(long commission) {
    return Target.nobodys().before(commission);
  }

  private RuleSet rules(Commission commission, LocalDate day) {
    Programme first = cards.programmes(commission.id()).get(0);
    return rules.inForce(first.getLevel(), day);
  }

  /**
   * Plans a meeting.
   *
   * @param commission public id
   * @return public id of the meeting
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.PROTOCOL_EDIT)
  public String plan(String commission, MeetingPlan plan) {
    Commission of = commissions.require(commission);
    access.require(Permissions.PROTOCOL_EDIT, before(of.id()), ENTITY, commission);
    // what the commission meets on the day stays as it is counted
    commissions.locked(of.id());
    refuse(judge(of, plan));
    UUID uuid = meetings.add(of.id(), plan, access.current().login(), time.now());
    audit.record("meeting.plan", ENTITY, uuid, null, of.designation() + " " + plan.heldOn());
    return uuid.toString();
  }

  private Verdict judge(Commission of, MeetingPlan plan) {
    Verdict day = plan.onDayOf(of.from(), of.to());
    if (!day.isAllowed()) {
      return day;
    }
    boolean taken = plan.from() != null && meetings.isTaken(of.id(), plan.heldOn(), plan.from());
    return plan.judge(
        rules(of, plan.heldOn()),
        new MeetingPlan.Held(taken, meetings.minutes(of.id(), plan.heldOn())));
  }

  /**
   * A meeting.
   *
   * @throws RegistrarException.NotFound where the caller may not see it
   */
  @RolesAllowed({Permissions.COMMISSION_READ, Permissions.PROTOCOL_READ})
  public MeetingView view(String id) {
    Meeting meeting = meetings.require(id);
    cards.readable(meeting.commission(), id);
    return views.of(meeting);
  }

  private Meeting step(String id, String permission) {
    Meeting meeting = meetings.require(id);
    access.require(permission, before(meeting.commission()), ENTITY, id);
    commissions.locked(meeting.commission());
    // whoever had the commission before may have approved it
    return meetings.byId(meeting.id());
  }

  /**
   * AK-5. Writes who of the commission is there.
   *
   * @param members keys of those who are
   * @throws RegistrarException.Refused where a protocol that says so is signed already
   */
  @RolesAllowed(Permissions.PROTOCOL_EDIT)
  public void present(String id, Collection<Long> members) {
    Meeting meeting = step(id, Permissions.PROTOCOL_EDIT);
    boolean signed = protocols.ofMeeting(meeting.id()).stream().anyMatch(Stored::isSigned);
    refuse(ProtocolSigning.presenceOpen(signed));
    Set<Long> all =
        commissions.members(meeting.commission()).stream()
            .map(Member::id)
            .collect(Collectors.toSet());
    meetings.present(meeting.id(), members.stream().filter(all::contains).distinct().toList());
    audit.record("meeting.present", ENTITY, meeting.uuid(), null, "" + members.size());
  }

  /**
   * AK-6, AK-9. Brings students before a meeting.
   *
   * @param numbers numbers of students, in the order they come
   * @return how many were brought; none where anything stands against anybody
   * @throws RegistrarException.Refused with everything against each of them
   */
  @RolesAllowed({Permissions.PROTOCOL_EDIT, Permissions.FINAL_ADMISSION_PREPARE})
  public int admit(String id, List<String> numbers) {
    Meeting meeting =
        step(
            id,
            access.may(Permissions.FINAL_ADMISSION_PREPARE)
                ? Permissions.FINAL_ADMISSION_PREPARE
                : Permissions.PROTOCOL_EDIT);
    int admitted = views.admit(meeting, numbers);
    audit.record("meeting.admit", ENTITY, meeting.uuid(), null, String.join(" ", numbers));
    return admitted;
  }

  /**
   * AK-8. Keeps what is typed beside the names; what is signed by now stays as it is.
   *
   * @return how many protocols have changed
   * @throws RegistrarException.Refused where a figure does not fit
   */
  @RolesAllowed(Permissions.PROTOCOL_EDIT)
  public int mark(String id, List<Typed> rows) {
    Meeting meeting = step(id, Permissions.PROTOCOL_EDIT);
    int changed = 0;
    for (Typed typed : rows) {
      Stored stored = protocols.require(typed.protocol());
      if (stored.meeting() != meeting.id() || stored.isSigned()) {
        continue;
      }
      ProtocolText text = stored.text().with(typed.appearance(), typed.percent(), typed.against());
      refuse(text.judge());
      if (!text.equals(stored.text())) {
        protocols.write(stored, text, access.current().login(), time.now());
        audit.record("protocol.write", "AttestationProtocol", stored.uuid(), null, null);
        changed++;
      }
    }
    return changed;
  }

  /** AK-15. Signs every protocol of a meeting that nothing stands against. */
  @RolesAllowed(Permissions.PROTOCOL_SIGN)
  public Signed sign(String id) {
    Meeting meeting = step(id, Permissions.PROTOCOL_SIGN);
    int signed = 0;
    List<Refusal> problems = new ArrayList<>();
    for (Stored one : protocols.ofMeeting(meeting.id())) {
      if (!one.isSigned()) {
        Verdict verdict = signer.sign(protocols.locked(one.id()));
        signed += verdict.isAllowed() ? 1 : 0;
        verdict.refusals().stream().filter(why -> !problems.contains(why)).forEach(problems::add);
      }
    }
    return new Signed(signed, problems);
  }
}
