package kz.miras.registrar.attestation.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.attestation.SheetPart;

/**
 * What was decided and done about a sheet beside its own data.
 *
 * @param late the latest decision on late entry; null for none
 * @param published when each part was published
 * @param typists everybody who ever typed in it
 * @param excused students whose absence is excused
 * @param works students whose work carries a code, and whether it is decoded
 */
record SheetFacts(
    Late late,
    Map<SheetPart, Instant> published,
    Set<String> typists,
    Set<Long> excused,
    Map<Long, Boolean> works)
    implements Serializable {

  SheetFacts {
    published = Map.copyOf(published);
    typists = Set.copyOf(typists);
    excused = Set.copyOf(excused);
    works = Map.copyOf(works);
  }

  /** A decision on late entry. */
  record Late(Instant until, String by, Instant at) implements Serializable {}

  /** Until when the latest decision lets entry go on; null for none. */
  Instant extendedUntil() {
    return late == null ? null : late.until();
  }

  /** When it was decided; null for never. */
  Instant decidedAt() {
    return late == null ? null : late.at();
  }

  Optional<Instant> published(SheetPart part) {
    return Optional.ofNullable(published.get(part));
  }
}
