package kz.miras.registrar.correspondence.ministry;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/**
 * An entry of a dictionary of the platform.
 *
 * @param number what is sent
 * @param kk null where the platform has no name in this language; so the others
 * @param code its letters, as {@code KZ}; null for none
 */
public record DictionaryEntry(int number, String kk, String ru, String en, String code)
    implements Serializable {

  private static final int LONGEST = 500;
  private static final int LONGEST_CODE = 64;

  /**
   * The entries of an answer or of a table, which name their columns differently.
   *
   * @param rows by the names of columns
   * @throws RegistrarException.Refused where an entry has no number, or a number stands twice
   */
  public static List<DictionaryEntry> of(Collection<? extends Map<?, ?>> rows) {
    List<DictionaryEntry> entries = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (Map<?, ?> row : rows) {
      String number = first(row, "id", "number").orElse("");
      if (!number.matches("\\d{1,9}") || !seen.add(Integer.valueOf(number))) {
        throw new RegistrarException.Refused(
            Refusal.of("ministry.dictionary.row", "GOV-14", seen.size() + 1).at("file"));
      }
      entries.add(
          new DictionaryEntry(
              Integer.parseInt(number),
              first(row, "nameKz", "nameKk", "kz", "kk").orElse(null),
              first(row, "nameRu", "ru").orElse(null),
              first(row, "nameEn", "en").orElse(null),
              first(row, "code").filter(code -> code.length() <= LONGEST_CODE).orElse(null)));
    }
    return entries;
  }

  private static Optional<String> first(Map<?, ?> row, String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                row.entrySet().stream()
                    .filter(cell -> name.equalsIgnoreCase(String.valueOf(cell.getKey()))))
        .map(Map.Entry::getValue)
        .filter(value -> value != null && !value.toString().isBlank())
        .map(value -> value.toString().strip())
        .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST))
        .findFirst();
  }

  /**
   * The one entry that is called as one of our values is: by its code, or by a name in any
   * language.
   *
   * @param words the value itself and what it is called in our three languages
   * @return empty for none, and for several
   */
  public static Optional<DictionaryEntry> called(
      Collection<DictionaryEntry> entries, Collection<String> words) {
    Set<String> ours = new HashSet<>();
    words.forEach(word -> ours.add(folded(word)));
    List<DictionaryEntry> found =
        entries.stream()
            .filter(
                entry ->
                    Stream.of(entry.code, entry.kk, entry.ru, entry.en)
                        .anyMatch(name -> name != null && ours.contains(folded(name))))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static String folded(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }

  /** Its name where there is one in this language, else in another. */
  public String name(String language) {
    String wanted =
        switch (language) {
          case "kk" -> kk;
          case "en" -> en;
          default -> ru;
        };
    return Stream.of(wanted, ru, kk, en, code)
        .filter(name -> name != null)
        .findFirst()
        .orElse(String.valueOf(number));
  }
}
