package kz.miras.registrar.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Names as they are looked for: whoever types "Асем Жумабаева" finds "Әсем Жұмабаева", ё and е are
 * one letter, soft and hard signs, accents and hyphens do not matter. Stored text and typed word
 * are folded alike.
 */
public final class SearchText {

  private static final Map<Character, String> FOLDED =
      Map.ofEntries(
          Map.entry('ә', "а"),
          Map.entry('ғ', "г"),
          Map.entry('қ', "к"),
          Map.entry('ң', "н"),
          Map.entry('ө', "о"),
          Map.entry('ұ', "у"),
          Map.entry('ү', "у"),
          Map.entry('һ', "х"),
          Map.entry('і', "и"),
          Map.entry('ё', "е"),
          Map.entry('э', "е"),
          Map.entry('й', "и"),
          Map.entry('щ', "ш"),
          Map.entry('ъ', ""),
          Map.entry('ь', ""),
          Map.entry('ı', "i"),
          Map.entry('\'', ""),
          Map.entry('’', ""),
          Map.entry('ʼ', ""));

  private SearchText() {}

  /** The text in its folded form: lower case, one space between words. */
  public static String fold(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder folded = new StringBuilder(text.length());
    for (char letter : text.toLowerCase(Locale.ROOT).toCharArray()) {
      String other = FOLDED.get(letter);
      if (other != null) {
        folded.append(other);
      } else if (Character.isLetterOrDigit(letter)) {
        folded.append(letter > 'z' && letter < 'а' ? plain(letter) : String.valueOf(letter));
      } else {
        folded.append(' ');
      }
    }
    return folded.toString().replaceAll(" +", " ").strip();
  }

  /** A Latin letter without its accent. */
  private static String plain(char letter) {
    return Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }
}
