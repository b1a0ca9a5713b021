package kz.miras.registrar.shared;

/** Texts cut to what a column holds, where the rest may be lost. */
public final class Fitted {

  private Fitted() {}

  /**
   * The beginning of a text.
   *
   * @param text may be null
   * @param most characters that fit
   */
  public static String to(int most, String text) {
    return text == null || text.length() <= most ? text : text.substring(0, most);
  }
}
