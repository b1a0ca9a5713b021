package kz.miras.registrar.frame.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names an address gives values to, and how many each. Servers read what an address says before
 * what a form sends under the same name: so many values of the name are of the address.
 */
final class AddressFields {

  private final Map<String, Integer> values = new HashMap<>();

  /**
   * Reads an address.
   *
   * @param query what stands behind its question mark, as it was sent
   */
  AddressFields(String query) {
    for (String part : query.split("&")) {
      values.merge(name(part), 1, Integer::sum);
    }
  }

  private static String name(String part) {
    String name = part.replaceFirst("=.*", "");
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // no name a form could have
      return name;
    }
  }

  /**
   * The values of a name that were typed; those of the address where none was.
   *
   * @param read all of them in the order servers read them; null for none
   */
  String[] typed(String name, String[] read) {
    int before = values.getOrDefault(name, 0);
    return read == null || read.length <= before
        ? read
        : Arrays.copyOfRange(read, before, read.length);
  }

  /**
   * An address that leads on from another one: what the new one says of a name stands for what was
   * said of it before, and the rest goes along.
   *
   * @param before query of the page that is left
   * @param next query of the page that comes
   */
  static String over(String before, String next) {
    AddressFields said = new AddressFields(next);
    String rest =
        Stream.of(before.split("&"))
            .filter(part -> !said.values.containsKey(name(part)))
            .map(part -> part + "&")
            .collect(Collectors.joining());
    return rest + next;
  }
}
