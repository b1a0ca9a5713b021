package kz.miras.registrar.registration.web;

import kz.miras.registrar.shared.Language;

/** The way to choose a discipline alone, before its sections exist: only its language is chosen. */
final class OnlyChosen {

  private static final String ONLY = "only|";

  private OnlyChosen() {}

  /** What the form sends for a language. */
  static String in(String tag) {
    return ONLY + tag;
  }

  /** Whether a way is one of these. */
  static boolean is(String way) {
    return way.startsWith(ONLY);
  }

  /** The language chosen with it. */
  static Language language(String way) {
    return Language.of(way.substring(ONLY.length()));
  }
}
