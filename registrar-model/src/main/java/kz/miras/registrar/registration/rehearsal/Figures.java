package kz.miras.registrar.registration.rehearsal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.shared.Language;

/** Figures of one discipline in one language while they grow. */
final class Figures {

  private final Map<SectionKind, Integer> seatsOf = new EnumMap<>(SectionKind.class);
  private final Map<SectionKind, Integer> missingOf = new EnumMap<>(SectionKind.class);
  private int seats;
  private int wanted;
  private int taken;
  private int missing;

  /** Its seats. */
  void offer(RehearsalOffering offering) {
    seats += offering.seats();
    offering.sections().forEach(part -> seatsOf.merge(part.kind(), part.seats(), Integer::sum));
  }

  void want() {
    wanted++;
  }

  void take() {
    taken++;
  }

  /** Somebody stays without for want of a seat of each of these kinds. */
  void miss(List<SectionKind> kinds) {
    missing++;
    kinds.forEach(kind -> missingOf.merge(kind, 1, Integer::sum));
  }

  RehearsalReport.Demand of(String discipline, Language language) {
    List<RehearsalReport.Room> rooms =
        seatsOf.entrySet().stream()
            .map(
                one ->
                    new RehearsalReport.Room(
                        one.getKey(), one.getValue(), missingOf.getOrDefault(one.getKey(), 0)))
            .toList();
    return new RehearsalReport.Demand(discipline, language, seats, wanted, taken, missing, rooms);
  }
}
