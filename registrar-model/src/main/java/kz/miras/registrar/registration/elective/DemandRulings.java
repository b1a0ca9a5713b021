package kz.miras.registrar.registration.elective;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.shared.Language;

/**
 * DEM-2, DEM-3. In which languages the disciplines of a term can be chosen before they have groups,
 * once all decisions about their demand are read in turn: the later one counts. Where another
 * language joins one that had been refused or had joined elsewhere itself, that one is taught after
 * all.
 */
public final class DemandRulings {

  private final Map<Long, Map<Language, Optional<Language>>> closed = new HashMap<>();

  /**
   * A decision.
   *
   * @param discipline its key
   * @param into the language joined; null where none is
   */
  public record Ruling(long discipline, Language language, DemandDecision what, Language into) {}

  /** The decisions about one term, in the order they were made. */
  public DemandRulings(List<Ruling> inOrder) {
    inOrder.forEach(this::add);
  }

  private void add(Ruling ruling) {
    Map<Language, Optional<Language>> of =
        closed.computeIfAbsent(ruling.discipline(), key -> new EnumMap<>(Language.class));
    switch (ruling.what()) {
      case OPENED -> of.remove(ruling.language());
      case REFUSED -> of.put(ruling.language(), Optional.empty());
      case MERGED -> {
        of.put(ruling.language(), Optional.of(ruling.into()));
        // whoever is joined is taught: so no chain of languages ever leads back to its beginning
        of.remove(ruling.into());
      }
    }
  }

  /** Whether the office has refused it in this language, or in the one this language joined. */
  public boolean isRefused(long discipline, Language language) {
    Optional<Language> joined = of(discipline).get(language);
    return joined != null && joined.map(other -> isRefused(discipline, other)).orElse(Boolean.TRUE);
  }

  /** The language it is chosen in instead; nothing where it is chosen as it is, or refused. */
  public Optional<Language> joined(long discipline, Language language) {
    return isRefused(discipline, language)
        ? Optional.empty()
        : of(discipline)
            .getOrDefault(language, Optional.empty())
            .map(other -> joined(discipline, other).orElse(other));
  }

  /** Languages it is refused in. */
  public Set<Language> refused(long discipline) {
    Set<Language> refused = EnumSet.noneOf(Language.class);
    of(discipline).keySet().stream()
        .filter(language -> isRefused(discipline, language))
        .forEach(refused::add);
    return refused;
  }

  /** The language it is chosen in: this one, or the one it has joined. */
  public Language instead(long discipline, Language language) {
    return joined(discipline, language).orElse(language);
  }

  private Map<Language, Optional<Language>> of(long discipline) {
    return closed.getOrDefault(discipline, Map.of());
  }
}
