package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * DOC-11. Who signs a document: at each place of its kind one who holds a role of that place, in
 * any order, each another person, and none of them who prepared it (SOD-4). DOC-72: a place of a
 * part is signed by who has that part in what the document is about.
 *
 * @param places of the kind
 * @param signed who has signed, by place
 */
public record Signatures(
    List<DocumentSignatory> places, String preparedBy, Map<Integer, String> signed)
    implements Serializable {

  public Signatures {
    places = List.copyOf(places);
    signed = Map.copyOf(signed);
  }

  /**
   * The free place somebody with these roles signs at: of several the one fewest others can sign,
   * so that it is not left to nobody; empty where there is none.
   */
  public Optional<DocumentSignatory> place(String login, Set<Role> roles, Set<SubjectPart> parts) {
    return verdict(login, roles, parts).isAllowed() ? free(roles, parts) : Optional.empty();
  }

  /** The same of a document about a student, in which nobody has a part. */
  public Optional<DocumentSignatory> place(String login, Set<Role> roles) {
    return place(login, roles, Set.of());
  }

  /** Whether somebody may sign a document about a student now, and if not, why. */
  public Verdict verdict(String login, Set<Role> roles) {
    return verdict(login, roles, Set.of());
  }

  /**
   * Whether somebody may sign now, and if not, why.
   *
   * @param parts of this person in what the document is about
   */
  public Verdict verdict(String login, Set<Role> roles, Set<SubjectPart> parts) {
    if (login.equals(preparedBy)) {
      return Verdict.refused(Refusal.of("transcript.sign.own", "SOD-4", login));
    }
    if (signed.containsValue(login)) {
      return Verdict.refused(Refusal.of("transcript.sign.twice", "DOC-11"));
    }
    if (free(roles, parts).isPresent()) {
      return Verdict.allowed();
    }
    boolean another = free(roles, EnumSet.allOf(SubjectPart.class)).isPresent();
    return Verdict.refused(
        another
            ? Refusal.of("transcript.sign.part", "DOC-72")
            : Refusal.of("transcript.sign.place", "DOC-11"));
  }

  private Optional<DocumentSignatory> free(Set<Role> roles, Set<SubjectPart> parts) {
    return places.stream()
        .filter(place -> !signed.containsKey(place.place()))
        .filter(place -> place.part() == null || parts.contains(place.part()))
        .filter(place -> place.roles().stream().anyMatch(roles::contains))
        .min(
            Comparator.comparing((DocumentSignatory place) -> place.part() == null)
                .thenComparingInt(place -> place.roles().size())
                .thenComparingInt(DocumentSignatory::place));
  }

  /**
   * DOC-56. Whether many are signed in one act: something is chosen, and some of it still waits for
   * who chose it.
   */
  public static Verdict chosen(int chosen, int waiting) {
    if (chosen == 0) {
      return Verdict.refused(Refusal.of("transcript.queue.choose", "DOC-56").at("to-sign"));
    }
    return waiting == 0
        ? Verdict.refused(Refusal.of("transcript.queue.gone", "DOC-56").at("to-sign"))
        : Verdict.allowed();
  }

  /** Whether nobody is missing once this place is signed. */
  public boolean isCompleteWith(DocumentSignatory last) {
    return places.stream()
        .allMatch(place -> place.place() == last.place() || signed.containsKey(place.place()));
  }
}
