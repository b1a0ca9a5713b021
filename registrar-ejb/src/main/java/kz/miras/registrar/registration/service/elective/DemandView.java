package kz.miras.registrar.registration.service.elective;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.registration.elective.DemandDecision;
import kz.miras.registrar.registration.service.elective.DemandCounts.Part;
import kz.miras.registrar.shared.LocalizedText;

/**
 * The demand for a discipline of a term in a language.
 *
 * @param students how many have chosen it
 * @param unsent how many of them have not submitted their plan
 * @param elective whether all have chosen it from a block
 * @param bound whether the minimum of a group binds it
 * @param least fewest students of a group
 * @param most students of a group at most, usually
 * @param proposed how many groups its demand needs
 * @param parts who they are, those of other languages too
 * @param decided what was decided so far, the latest first
 * @param offered public id of an offering that is there already; null for none
 */
public record DemandView(
    String id,
    String term,
    String code,
    LocalizedText name,
    LocalizedText department,
    int credits,
    String language,
    int students,
    int unsent,
    boolean elective,
    boolean bound,
    int least,
    int most,
    int proposed,
    List<Part> parts,
    List<Decided> decided,
    String offered)
    implements Serializable {

  public DemandView {
    parts = List.copyOf(parts);
    decided = List.copyOf(decided);
  }

  /** Whether fewer have chosen it than a group needs. */
  public boolean isSmall() {
    return bound && students < least;
  }

  /** A decision. */
  public record Decided(
      DemandDecision decision,
      String language,
      int students,
      int groups,
      int capacity,
      String into,
      String reason,
      String by,
      Instant at)
      implements Serializable {}
}
