package kz.miras.registrar.transcript.certificate;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DOC-33. A wording with places to fill in: fields of the student and answers. */
public final class CertificateWording {

  /** Before the code of an answer. */
  public static final String ASK = "ask:";

  private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9:-]+)}");

  private CertificateWording() {}

  /** The tags a wording names, in their order. */
  public static Set<String> tags(String wording) {
    Set<String> tags = new LinkedHashSet<>();
    PLACE.matcher(wording).results().map(found -> found.group(1)).forEach(tags::add);
    return tags;
  }

  /** Whether braces stand where no place does. */
  public static boolean hasStrayBraces(String wording) {
    String rest = PLACE.matcher(wording).replaceAll("");
    return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0;
  }

  /** The wording with its places filled in. */
  public static String filled(String wording, Function<String, String> values) {
    Function<MatchResult, String> value =
        found -> {
          String text = values.apply(found.group(1));
          return Matcher.quoteReplacement(text == null ? "" : text);
        };
    return PLACE.matcher(wording).replaceAll(value);
  }
}
