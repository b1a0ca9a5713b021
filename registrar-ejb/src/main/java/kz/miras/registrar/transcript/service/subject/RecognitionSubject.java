package kz.miras.registrar.transcript.service.subject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.achievement.service.recognition.RecognitionMatters;
import kz.miras.registrar.achievement.service.recognition.RecognitionMatters.Matter;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.SubjectPart;
import kz.miras.registrar.transcript.SubjectPeople;

/** Decisions on recognition: settled once decided, while what was recorded by them stands. */
@ApplicationScoped
class RecognitionSubject implements DocumentSubject {

  @Inject private RecognitionMatters matters;

  @Override
  public Set<SubjectKind> kinds() {
    return Set.of(SubjectKind.RECOGNITION);
  }

  @Override
  public Optional<Found> find(UUID id, Map<String, String> details) {
    return matters.of(id).map(matter -> found(id, matter));
  }

  private static Found found(UUID id, Matter matter) {
    return new Found(
        SubjectKind.RECOGNITION,
        id,
        matter.discipline() + " · " + matter.order(),
        Map.of(),
        matter.settled(),
        List.of(),
        matter.readable(),
        matter.target(),
        new SubjectPeople(
            Map.of(),
            matter.decidedBy() == null
                ? Map.of()
                : Map.of(SubjectPart.DECIDER, Set.of(matter.decidedBy())),
            matter.school()),
        Map::of,
        "/achievement/recognition.xhtml?id=" + id);
  }
}
