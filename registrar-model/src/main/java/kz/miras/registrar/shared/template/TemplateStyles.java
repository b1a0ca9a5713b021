package kz.miras.registrar.shared.template;

import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DOC-31. What style sheets of a template may say: nothing that is fetched from anywhere. */
final class TemplateStyles {

  private static final Pattern DATA =
      Pattern.compile("\\s*['\"]?data:image/(png|jpeg);base64,[A-Za-z0-9+/=\\s]*['\"]?\\s*");

  /** Longest size or place a style names: a sheet of paper is less than two metres. */
  private static final Pattern HUGE =
      Pattern.compile("\\d{4,}(\\.\\d+)?\\s*(mm|cm|in|pt|pc|px|em|%)");

  private TemplateStyles() {}

  /**
   * Looks through styles.
   *
   * @param problem takes the message key and the word it is about
   */
  static void check(String styles, BiConsumer<String, String> problem) {
    String bare = styles.replaceAll("(?s)/\\*.*?\\*/", "").toLowerCase(Locale.ROOT);
    if (bare.indexOf('\\') >= 0) {
      problem.accept("shared.template.style", "\\");
    }
    for (String word :
        new String[] {
          "@import",
          "@font-face",
          "@namespace",
          "expression(",
          "javascript:",
          "image-set",
          "element-src",
          "behavior:",
          "-moz-binding",
          "src:",
          "</",
          "<!"
        }) {
      if (bare.contains(word)) {
        problem.accept("shared.template.style", word);
      }
    }
    Matcher huge = HUGE.matcher(bare);
    if (huge.find()) {
      problem.accept("shared.template.style", huge.group());
    }
    int at = bare.indexOf("url");
    while (at >= 0) {
      address(bare, at, problem);
      at = bare.indexOf("url", at + 3);
    }
  }

  private static void address(String bare, int at, BiConsumer<String, String> problem) {
    int open = bare.indexOf('(', at);
    if (open < 0 || !bare.substring(at + 3, open).isBlank()) {
      return;
    }
    int close = bare.indexOf(')', open);
    String address = close < 0 ? bare.substring(open + 1) : bare.substring(open + 1, close);
    if (!isImage(address)) {
      problem.accept("shared.template.address", shortened(address));
    }
  }

  /** Whether an address is an image within itself. */
  static boolean isImage(String address) {
    return DATA.matcher(address).matches()
        || DATA.matcher(address.toLowerCase(Locale.ROOT)).matches();
  }

  static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }
}
