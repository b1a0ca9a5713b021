package kz.miras.registrar.shared;

import java.util.Locale;

/** The three languages of screens and documents; Kazakh first, as the law on languages asks. */
public enum Language implements Keyed {
  KK("kk"),
  RU("ru"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag, for example {@code kk}. */
  public String tag() {
    return tag;
  }

  @Override
  public String key() {
    return "shared.language." + tag;
  }

  /** The locale messages are looked up with. */
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /**
   * The language of a tag or locale name.
   *
   * @param tag a BCP 47 tag such as {@code ru} or {@code ru-KZ}; may be null
   * @return the language, Russian where the tag names none of the three
   */
  public static Language of(String tag) {
    for (Language language : values()) {
      if (tag != null && tag.toLowerCase(Locale.ROOT).startsWith(language.tag)) {
        return language;
      }
    }
    return RU;
  }
}
