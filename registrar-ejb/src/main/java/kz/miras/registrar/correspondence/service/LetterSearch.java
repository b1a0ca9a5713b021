package kz.miras.registrar.correspondence.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.LetterCategory;
import kz.miras.registrar.correspondence.LetterDirection;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.shared.SearchText;

/**
 * Finds letters of all registers by words of their index, subject, text and correspondent, and of
 * what they are about.
 */
@Stateless
@Guarded
public class LetterSearch {

  /** Most letters told; whoever finds so many says more. */
  public static final int MOST = 100;

  /** Shorter words are in no index of the database. */
  private static final int SHORTEST = 3;

  /** Words the index of the database leaves out; nothing would be found by them there. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "about", "are", "com", "for", "from", "how", "that", "the", "this", "was", "what", "when",
          "where", "who", "will", "with", "und", "www");

  @Inject private Letters letters;
  @Inject private LetterReach reach;

  /** What is looked for; null where it does not matter. */
  public record Wanted(
      String words,
      LetterDirection direction,
      LetterCategory category,
      LocalDate from,
      LocalDate to)
      implements Serializable {}

  /** A letter that was found. */
  public record Found(
      String id,
      LetterDirection direction,
      LetterState state,
      String index,
      LocalDate day,
      String correspondent,
      String subject,
      LetterCategory category)
      implements Serializable {

    static Found of(StoredLetter one) {
      return new Found(
          one.uuid().toString(),
          one.direction(),
          one.state(),
          one.index(),
          one.registeredOn(),
          one.facts().name(),
          one.facts().subject(),
          one.facts().category());
    }
  }

  /** Letters the caller may read, the newest first. */
  @RolesAllowed({Permissions.INCOMING_READ, Permissions.OUTGOING_READ})
  public List<Found> find(Wanted wanted) {
    StringBuilder where = new StringBuilder("1 = 1");
    List<Object> values = new ArrayList<>();
    words(wanted.words(), where, values);
    if (wanted.direction() != null) {
      where.append(" AND l.direction = ?");
      values.add(wanted.direction().name());
    }
    if (wanted.category() != null) {
      where.append(" AND l.category = ?");
      values.add(wanted.category().name());
    }
    if (wanted.from() != null) {
      where.append(" AND l.registered_on >= ?");
      values.add(wanted.from());
    }
    if (wanted.to() != null) {
      where.append(" AND l.registered_on <= ?");
      values.add(wanted.to());
    }
    where.append(" ORDER BY l.created_at DESC, l.id DESC LIMIT ").append(MOST);
    return letters.where(where.toString(), values.toArray()).stream()
        .filter(reach::reads)
        .map(Found::of)
        .toList();
  }

  /** Every word has to be there; long ones by the index of the database, short ones as they are. */
  private static void words(String typed, StringBuilder where, List<Object> values) {
    List<String> words =
        Arrays.stream(SearchText.fold(typed).split(" ")).filter(one -> !one.isEmpty()).toList();
    String indexed =
        words.stream()
            .filter(LetterSearch::isIndexed)
            .map(one -> "+" + one + "*")
            .collect(Collectors.joining(" "));
    if (!indexed.isEmpty()) {
      where.append(" AND MATCH (l.search_text) AGAINST (? IN BOOLEAN MODE)");
      values.add(indexed);
    }
    words.stream()
        .filter(one -> !isIndexed(one))
        .forEach(
            one -> {
              where.append(" AND CONCAT(' ', l.search_text, ' ') LIKE ?");
              values.add("% " + one + "%");
            });
  }

  private static boolean isIndexed(String word) {
    return word.length() >= SHORTEST && !LEFT_OUT.contains(word);
  }
}
