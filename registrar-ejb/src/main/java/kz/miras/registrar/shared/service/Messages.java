package kz.miras.registrar.shared.service;

import java.io.Serializable;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;

/**
 * Every text a user reads, by key and language. A key lives in the bundle of the capability its
 * first part names ({@code curriculum.programme.title} in {@code curriculum_ru.properties}); keys
 * without a bundle of their own are in {@code shared}.
 */
public final class Messages {

  private static final String ROOT = "kz.miras.registrar.i18n.";
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  private Messages() {}

  /**
   * The text of a key, its placeholders filled.
   *
   * @return the text, or the key itself between question marks where no bundle has it
   */
  public static String text(Language language, String key, Object... args) {
    String pattern = find(language, key);
    if (pattern == null) {
      return "??" + key + "??";
    }
    return args.length == 0
        ? pattern
        : new MessageFormat(pattern, language.locale()).format(localized(language, args));
  }

  /** The text of a key in all languages, nothing filled in. */
  public static LocalizedText localized(String key) {
    return LocalizedText.of(text(Language.KK, key), text(Language.RU, key), text(Language.EN, key));
  }

  /** The language of whoever works at this machine's command line; English where it is no other. */
  public static Language systemLanguage() {
    String tag = Locale.getDefault().getLanguage();
    return List.of("kk", "ru").contains(tag) ? Language.of(tag) : Language.EN;
  }

  /** True where a text exists in this language. */
  public static boolean has(Language language, String key) {
    return find(language, key) != null;
  }

  /** A refusal or warning as a sentence, with what would satisfy the rule where that is known. */
  public static String text(Language language, Refusal refusal) {
    Object[] args = refusal.args().toArray();
    String reason = text(language, refusal.code(), args);
    String fix = refusal.code() + ".fix";
    return has(language, fix) ? reason + " " + text(language, fix, args) : reason;
  }

  /** All refusals, one sentence each. */
  public static List<String> texts(Language language, List<Refusal> refusals) {
    List<String> texts = new ArrayList<>();
    refusals.forEach(refusal -> texts.add(text(language, refusal)));
    return texts;
  }

  private static Object[] localized(Language language, Object[] args) {
    Object[] shown = args.clone();
    for (int i = 0; i < shown.length; i++) {
      if (shown[i] instanceof LocalizedText text) {
        shown[i] = text.in(language);
      } else if (shown[i] instanceof Keyed named) {
        shown[i] = text(language, named.key());
      } else if (shown[i] instanceof LocalDate day) {
        shown[i] = day.format(DAY);
      } else if (shown[i] instanceof LocalDateTime moment) {
        shown[i] = moment.format(MOMENT);
      } else if (shown[i] instanceof Serializable && !(shown[i] instanceof Number)) {
        shown[i] = String.valueOf(shown[i]);
      }
    }
    return shown;
  }

  private static String find(Language language, String key) {
    int dot = key.indexOf('.');
    String own = dot < 0 ? null : in(key.substring(0, dot), language, key);
    return own != null ? own : in("shared", language, key);
  }

  private static String in(String bundle, Language language, String key) {
    try {
      ResourceBundle texts =
          ResourceBundle.getBundle(
              ROOT + bundle,
              Locale.forLanguageTag(language.tag()),
              Messages.class.getClassLoader(),
              EXACT);
      return texts.containsKey(key) ? texts.getString(key) : null;
    } catch (MissingResourceException e) {
      return null;
    }
  }
}
