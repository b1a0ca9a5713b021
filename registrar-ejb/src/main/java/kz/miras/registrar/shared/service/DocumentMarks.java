package kz.miras.registrar.shared.service;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DOC-65. What the product shows on a document of record beside its template: the QR code and what
 * tells of the signature. Each element carries its whole look itself, which no style sheet of a
 * template outweighs, and neither can be left out.
 */
final class DocumentMarks {

  private static final Pattern ELEMENT = Pattern.compile("<(div|span|b)\\b([^>]*)>");

  private static final String PLAIN =
      "visibility: visible; position: static; float: none; transform: none; text-indent: 0;"
          + " letter-spacing: normal; word-spacing: normal; text-transform: none; white-space:"
          + " normal; text-decoration: none; font-family: 'PT Serif'; font-style: normal;"
          + " font-size: 7.6pt; line-height: 1.3; color: #111; ";

  private static final String BLOCK =
      PLAIN
          + "display: block; clear: both; width: auto; height: auto; min-height: 0; max-height:"
          + " none; max-width: none; margin: 0; padding: 0; border: 0; text-align: left;"
          + " font-weight: normal; ";

  private static final String INLINE = PLAIN + "display: inline; font-weight: inherit; ";

  private static final String BOLD = PLAIN + "display: inline; font-weight: bold; ";

  /** The side of a code of signed facts: they are dense. */
  private static final String QR =
      "visibility: visible; display: inline-block; position: static; float: none; transform: none; width:"
          + " 31mm; height: 31mm; min-width: 0; max-width: none; max-height: none; margin: 0;"
          + " padding: 0; border: 0";

  private DocumentMarks() {}

  /**
   * The page with both.
   *
   * @param code image of the QR code; null for none
   * @param stamp as its own template is filled
   */
  static String on(String page, Object code, String stamp) {
    String whole = code instanceof String image ? withQr(page, image) : page;
    return atEnd(whole, pinned(stamp));
  }

  /** The page with a mark where it begins, as its own template is filled. */
  static String atBegin(String page, String mark) {
    int body = page.indexOf('>', page.indexOf("<body")) + 1;
    return page.substring(0, body) + pinned(mark) + page.substring(body);
  }

  /** The page with the QR code at its size, at its end where the template has no place for it. */
  private static String withQr(String page, String image) {
    String source = "src=\"" + image + "\"";
    String pinned = source + " style=\"" + QR + "\"";
    return page.contains(source)
        ? page.replace(source, pinned)
        : atEnd(page, "<div style=\"" + BLOCK + "\"><img " + pinned + " alt=\"QR\" /></div>");
  }

  /** The elements of a mark; what they say of their look is added to that of every mark. */
  private static String pinned(String mark) {
    String stamp = mark.substring(mark.indexOf("<div"));
    Matcher element = ELEMENT.matcher(stamp);
    StringBuilder pinned = new StringBuilder();
    while (element.find()) {
      String name = element.group(1);
      String look = "div".equals(name) ? BLOCK : "b".equals(name) ? BOLD : INLINE;
      String rest = element.group(2);
      String attributes =
          rest.contains(" style=\"")
              ? rest.replace(" style=\"", " style=\"" + look)
              : " style=\"" + look + "\"" + rest;
      element.appendReplacement(pinned, Matcher.quoteReplacement("<" + name + attributes + ">"));
    }
    element.appendTail(pinned);
    return pinned.toString();
  }

  private static String atEnd(String page, String mark) {
    int end = page.lastIndexOf("</body>");
    return page.substring(0, end) + mark + page.substring(end);
  }
}
