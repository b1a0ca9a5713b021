package kz.miras.registrar.transcript.service.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.attestation.service.appeal.AppealMatters;
import kz.miras.registrar.attestation.service.appeal.AppealMatters.Matter;
import kz.miras.registrar.attestation.service.appeal.AppealMatters.Person;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.SubjectPart;
import kz.miras.registrar.transcript.SubjectPeople;

/** Appeals: settled once a commission has decided; its version is the count of its protocols. */
@ApplicationScoped
class AppealSubject implements DocumentSubject {

  @Inject private AppealMatters matters;

  @Override
  public Set<SubjectKind> kinds() {
    return Set.of(SubjectKind.APPEAL);
  }

  @Override
  public Optional<Found> find(UUID id, Map<String, String> details) {
    return matters.of(id).map(matter -> found(id, matter));
  }

  private static Found found(UUID id, Matter matter) {
    List<Person> chair = matter.chair() == null ? List.of() : List.of(matter.chair());
    return new Found(
        SubjectKind.APPEAL,
        id,
        matter.protocol() == null ? matter.number() : matter.protocol() + " · " + matter.number(),
        Map.of(VERSION, String.valueOf(matter.protocols())),
        matter.settled(),
        List.of(),
        matter.readable(),
        matter.target(),
        new SubjectPeople(
            Map.of(
                SubjectPart.CHAIR, AppealMatters.teachers(chair),
                SubjectPart.SECRETARY, AppealMatters.teachers(matter.secretary())),
            Map.of(
                SubjectPart.CHAIR, AppealMatters.logins(chair),
                SubjectPart.SECRETARY, AppealMatters.logins(matter.secretary())),
            null),
        Map::of,
        "/attestation/appeal.xhtml?id=" + id);
  }
}
