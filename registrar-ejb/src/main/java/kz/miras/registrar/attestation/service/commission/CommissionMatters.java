package kz.miras.registrar.attestation.service.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.service.commission.CommissionStore.Commission;
import kz.miras.registrar.attestation.service.commission.CommissionStore.Member;
import kz.miras.registrar.attestation.service.commission.MeetingStore.Meeting;
import kz.miras.registrar.attestation.service.commission.ProtocolCases.Case;
import kz.miras.registrar.attestation.service.commission.ProtocolStore.Stored;

/** Protocols, meetings and commissions as the matters documents of record are about. */
@ApplicationScoped
public class CommissionMatters {

  @Inject private CommissionStore commissions;
  @Inject private CommissionCards cards;
  @Inject private MeetingStore meetings;
  @Inject private ProtocolStore protocols;
  @Inject private ProtocolCases cases;
  @Inject private Access access;

  /**
   * A matter.
   *
   * @param name without any person's name
   * @param version how many signed protocols it rests on
   * @param settled everything in it is signed, and stands
   * @param readable whether the caller may read it
   * @param school key of the school of its programme
   */
  public record Matter(
      String name,
      int version,
      boolean settled,
      boolean readable,
      Target target,
      Long school,
      People chair,
      People secretary) {}

  /**
   * Who holds an office.
   *
   * @param teachers keys of teachers
   * @param logins accounts of those who are named by account
   */
  public record People(Set<Long> teachers, Set<String> logins) {}

  /** The protocol of a student. */
  public Optional<Matter> protocol(UUID id) {
    return protocols.byUuid(id).map(stored -> matter(cases.of(stored)));
  }

  private Matter matter(Case about) {
    Stored stored = about.protocol();
    boolean own = about.student().getId().equals(access.current().studentId());
    return matter(
        stored.isSigned()
            ? about.designation() + " · " + about.discipline().getCode()
            : about.commission().designation(),
        1,
        stored.isSigned() && stored.latest(),
        !own && access.may(Permissions.PROTOCOL_READ, about.target()),
        about.target(),
        about.student().getProgramme().getSchool().getId(),
        about.members());
  }

  /** A meeting. */
  public Optional<Matter> meeting(UUID id) {
    return meetings.byUuid(id).map(this::matter);
  }

  private Matter matter(Meeting meeting) {
    Commission commission = commissions.byId(meeting.commission());
    return matter(
        commission,
        commission.designation() + " · " + meeting.heldOn(),
        protocols.ofMeeting(meeting.id()));
  }

  /** A commission. */
  public Optional<Matter> commission(UUID id) {
    return commissions
        .byUuid(id)
        .map(one -> matter(one, one.designation(), protocols.ofCommission(one.id())));
  }

  private Matter matter(Commission commission, String name, List<Stored> all) {
    Long school = cards.programmes(commission.id()).get(0).getSchool().getId();
    Target target = Target.nobodys().before(commission.id()).inSchool(school);
    return matter(
        name,
        (int) all.stream().filter(Stored::isSigned).count(),
        !all.isEmpty() && all.stream().allMatch(Stored::isSigned),
        access.may(Permissions.PROTOCOL_READ, target),
        target,
        school,
        commissions.members(commission.id()));
  }

  private static Matter matter(
      String name,
      int version,
      boolean settled,
      boolean readable,
      Target target,
      Long school,
      List<Member> members) {
    return new Matter(
        name,
        version,
        settled,
        readable,
        target,
        school,
        people(members, CommissionOffice.CHAIR),
        people(members, CommissionOffice.SECRETARY));
  }

  private static People people(List<Member> members, CommissionOffice office) {
    List<Member> held = members.stream().filter(one -> one.office() == office).toList();
    return new People(
        held.stream().map(Member::teacher).filter(Objects::nonNull).collect(Collectors.toSet()),
        held.stream().map(Member::login).filter(Objects::nonNull).collect(Collectors.toSet()));
  }
}
