package kz.miras.registrar.shared;

import java.text.Collator;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.Locale;

/**
 * The order of names in lists and sheets: the Kazakh alphabet, of which the Russian one is a part
 * in the same order. The platform's own collation sorts Ә, Қ, Ұ after Я.
 */
public final class NameOrder implements Comparator<String> {

  private static final String ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

  private final Collator collator;

  private NameOrder(Collator collator) {
    this.collator = collator;
  }

  /** A comparator of its own: collators are not shared between threads. */
  public static NameOrder kazakh() {
    StringBuilder rules = new StringBuilder("< ' ' < '-'");
    for (char latin = 'a'; latin <= 'z'; latin++) {
      append(rules, latin);
    }
    ALPHABET.chars().forEach(letter -> append(rules, (char) letter));
    try {
      return new NameOrder(new RuleBasedCollator(rules.toString()));
    } catch (ParseException e) {
      throw new IllegalStateException("the alphabet cannot be read", e);
    }
  }

  private static void append(StringBuilder rules, char letter) {
    rules
        .append(" < ")
        .append(letter)
        .append(" , ")
        .append(String.valueOf(letter).toUpperCase(Locale.ROOT));
  }

  @Override
  public int compare(String one, String other) {
    return collator.compare(one, other);
  }
}
