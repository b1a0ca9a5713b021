package kz.miras.registrar.shared;

/** Texts and what a column holds: cut where the rest may be lost, refused where it may not. */
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

  /**
   * DAT-1. Whether a text fits, without the blanks around it.
   *
   * @param text may be null
   * @param most characters that fit
   * @param field the refusal stands at
   */
  public static Verdict judge(int most, String text, String field) {
    int length = text == null ? 0 : text.strip().length();
    return length <= most
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("field.too-long", "DAT-1", most, length).at(field));
  }
}
