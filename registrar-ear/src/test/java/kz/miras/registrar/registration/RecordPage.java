package kz.miras.registrar.registration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.access.Visitor;

/** The form of one record, filled in by the names of its fields. */
final class RecordPage {

  private static final String INPUT =
      "(?s)data-field=\"%s\".*?<(?:input|select)[^>]* name=\"([^\"]+)\"";

  private final Visitor visitor;
  private final String address;

  /** The form of a list; the address may name the record by its key fields. */
  RecordPage(Visitor visitor, String address) {
    this.visitor = visitor;
    this.address = "/office/record.xhtml?list=" + address;
  }

  /** Types values by field, the others stay as they are, and saves; warnings are confirmed. */
  String save(Map<String, String> values) {
    String page = visitor.get(address).body();
    String answer = post(page, values, Map.of());
    Matcher seen = Pattern.compile("name=\"(f:seen)\"").matcher(answer);
    return seen.find() ? post(answer, values, Map.of(seen.group(1), "on")) : answer;
  }

  /** Saves without confirming warnings. */
  String saveOnce(Map<String, String> values) {
    return post(visitor.get(address).body(), values, Map.of());
  }

  private String post(String page, Map<String, String> values, Map<String, String> more) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("f", "f");
    typed.put("f:save", "f:save");
    Matcher stored =
        Pattern.compile("<input[^>]* name=\"(f:[^\"]+:[vl])\"[^>]* value=\"([^\"]*)\"")
            .matcher(page);
    while (stored.find()) {
      typed.put(stored.group(1), stored.group(2));
    }
    Matcher chosen =
        Pattern.compile(
                "(?s)<select[^>]* name=\"(f:[^\"]+:s)\".*?value=\"([^\"]*)\" selected=\"selected\"")
            .matcher(page);
    while (chosen.find()) {
      typed.put(chosen.group(1), chosen.group(2));
    }
    values.forEach((field, value) -> typed.put(input(page, field), value));
    typed.putAll(more);
    return visitor.post(address, page.substring(page.indexOf("id=\"f\"")), typed).body();
  }

  private static String input(String page, String field) {
    Matcher found = Pattern.compile(INPUT.formatted(field)).matcher(page);
    if (!found.find()) {
      throw new AssertionError("no field " + field + " on\n" + page);
    }
    return found.group(1);
  }
}
