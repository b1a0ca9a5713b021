package kz.miras.registrar.shared.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DOC-31, DOC-65. What style sheets of a template may say: nothing that is fetched from anywhere,
 * and nothing that could hide or cover what a document shows beside the template – its QR code and
 * what it tells of its signature.
 */
final class TemplateStyles {

  private static final Pattern DATA =
      Pattern.compile("\\s*['\"]?data:image/(png|jpeg);base64,[A-Za-z0-9+/=\\s]*['\"]?\\s*");

  /** Longest size or place a style names: a sheet of paper is less than two metres. */
  private static final Pattern HUGE =
      Pattern.compile("\\d{4,}(\\.\\d+)?\\s*(mm|cm|in|pt|pc|px|em|%)");

  /** What hides, cuts off, lifts out of the page or draws over it. */
  private static final Pattern HIDING =
      Pattern.compile(
          "!\\s*important"
              + "|(?<![-\\w])(visibility|opacity|overflow|clip|clip-path|z-index)\\s*:"
              + "|(?<![-\\w])display\\s*:\\s*none"
              + "|(?<![-\\w])position\\s*:(?!\\s*(static|running\\s*\\())"
              + "|(?<![-\\w])transform\\s*:(?!\\s*rotate\\(-?90deg\\)\\s*([;}]|$))"
              + "|(?<![-\\w])margin(-top|-bottom)?\\s*:\\s*[^;}]*-\\s*\\d");

  /** What a turned text has no use for: it would be a surface over the page. */
  private static final Pattern SURFACE =
      Pattern.compile("(?<![-\\w])(background|height|padding|border)");

  /** A rule: what it is about, and what it says. */
  private static final Pattern RULE = Pattern.compile("([^{};]+)\\{([^{}]*)}");

  /** Whatever of a selector ends with the whole page: with no name, or with that of the page. */
  private static final Pattern PAGE =
      Pattern.compile("(^|[\\s>+~])(html|body|\\*|:[\\w-]+|\\[[^]]*])[^\\s>+~]*$");

  /** What a rule about the whole page may say: how its letters look, and no more. */
  private static final Pattern OF_PAGE =
      Pattern.compile("\\s*(font|font-[a-z]+|line-height|color|text-align|margin|padding)\\s*");

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
    Matcher hiding = HIDING.matcher(bare);
    if (hiding.find()) {
      problem.accept("shared.template.hides", shortened(hiding.group()));
    }
    Matcher rule = RULE.matcher(bare);
    while (rule.find()) {
      ofPage(rule.group(1), rule.group(2), problem);
      if (rule.group(2).contains("transform") && SURFACE.matcher(rule.group(2)).find()) {
        problem.accept("shared.template.hides", "transform");
      }
    }
    int at = bare.indexOf("url");
    while (at >= 0) {
      address(bare, at, problem);
      at = bare.indexOf("url", at + 3);
    }
  }

  private static void ofPage(String selectors, String said, BiConsumer<String, String> problem) {
    boolean page =
        Arrays.stream(selectors.split(","))
            .map(String::strip)
            .anyMatch(selector -> !selector.startsWith("@") && PAGE.matcher(selector).find());
    if (!page) {
      return;
    }
    for (String declaration : said.split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0 && !OF_PAGE.matcher(declaration.substring(0, colon)).matches()) {
        problem.accept("shared.template.hides", shortened(declaration));
      }
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
