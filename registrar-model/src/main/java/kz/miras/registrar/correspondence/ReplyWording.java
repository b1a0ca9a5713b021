package kz.miras.registrar.correspondence;

import java.io.Serializable;
import java.util.Map;
import java.util.function.Function;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.transcript.certificate.CertificateWording;

/**
 * LTR-15. A wording replies begin with, as the university keeps it by editions.
 *
 * @param code by which the university knows it
 * @param body its text, with places in braces
 * @param enabled whether it is offered
 */
public record ReplyWording(String code, LocalizedText name, LocalizedText body, boolean enabled)
    implements Serializable {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST = 4000;

  /** The wording of the values an edition holds. */
  public static ReplyWording of(String code, Map<String, String> values) {
    return new ReplyWording(
        code, text(values, "name"), text(values, "body"), !"false".equals(values.get("enabled")));
  }

  private static LocalizedText text(Map<String, String> values, String part) {
    return LocalizedText.of(
        value(values, part + ".kk"), value(values, part + ".ru"), value(values, part + ".en"));
  }

  private static String value(Map<String, String> values, String key) {
    return values.getOrDefault(key, "").strip();
  }

  /** LTR-15. Whether it can be put in force: whole in three languages, with known places only. */
  public static Verdict judge(Map<String, String> values) {
    Verdict verdict = Verdict.allowed();
    for (Language language : Language.values()) {
      String name = "name." + language.tag();
      String body = "body." + language.tag();
      String said = value(values, body);
      verdict =
          verdict
              .and(fits(values, name, LONGEST_NAME))
              .and(fits(values, body, LONGEST))
              .and(
                  refuseIf(
                      CertificateWording.hasStrayBraces(said),
                      "correspondence.wording.braces",
                      body));
      for (String tag : CertificateWording.tags(said)) {
        verdict =
            verdict.and(
                refuseIf(
                    ReplyPlace.of(tag).isEmpty(),
                    "correspondence.wording.place",
                    body,
                    "{" + tag + "}"));
      }
    }
    return verdict;
  }

  private static Verdict fits(Map<String, String> values, String key, int most) {
    String value = value(values, key);
    return refuseIf(value.isEmpty(), "correspondence.wording.empty", key)
        .and(refuseIf(value.length() > most, "correspondence.wording.long", key, most));
  }

  private static Verdict refuseIf(
      boolean wrong, String code, String field, Serializable... arguments) {
    return LetterSound.refuseIf(wrong, code, "LTR-15", field, arguments);
  }

  /** The text in a language with its places filled in. */
  public String filled(Language language, Function<ReplyPlace, String> values) {
    return CertificateWording.filled(
        body.in(language), tag -> ReplyPlace.of(tag).map(values).orElse(""));
  }
}
