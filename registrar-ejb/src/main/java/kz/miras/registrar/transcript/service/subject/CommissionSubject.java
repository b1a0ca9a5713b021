package kz.miras.registrar.transcript.service.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.attestation.service.commission.CommissionMatters;
import kz.miras.registrar.attestation.service.commission.CommissionMatters.Matter;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.SubjectPart;
import kz.miras.registrar.transcript.SubjectPeople;

/**
 * What attestation commissions decide: the protocol of a student, a meeting, the whole commission.
 * The version of the latter two is the count of signed protocols.
 */
@ApplicationScoped
class CommissionSubject implements DocumentSubject {

  @Inject private CommissionMatters matters;

  @Override
  public Set<SubjectKind> kinds() {
    return Set.of(SubjectKind.DEFENCE, SubjectKind.MEETING, SubjectKind.COMMISSION);
  }

  @Override
  public Optional<Found> find(UUID id, Map<String, String> details) {
    return matters
        .protocol(id)
        .map(matter -> found(SubjectKind.DEFENCE, id, matter, "defence"))
        .or(
            () ->
                matters
                    .meeting(id)
                    .map(matter -> found(SubjectKind.MEETING, id, matter, "meeting")))
        .or(
            () ->
                matters
                    .commission(id)
                    .map(
                        matter ->
                            found(SubjectKind.COMMISSION, id, matter, "attestation-commission")));
  }

  private static Found found(SubjectKind kind, UUID id, Matter matter, String page) {
    return new Found(
        kind,
        id,
        matter.name(),
        Map.of(VERSION, String.valueOf(matter.version())),
        matter.settled(),
        List.of(),
        matter.readable(),
        matter.target(),
        new SubjectPeople(
            Map.of(
                SubjectPart.CHAIR, matter.chair().teachers(),
                SubjectPart.SECRETARY, matter.secretary().teachers()),
            Map.of(
                SubjectPart.CHAIR, matter.chair().logins(),
                SubjectPart.SECRETARY, matter.secretary().logins()),
            matter.school()),
        Map::of,
        "/attestation/" + page + ".xhtml?id=" + id);
  }
}
