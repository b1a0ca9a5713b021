package kz.miras.registrar.transcript.web;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.transcript.service.edition.EditionForm;
import kz.miras.registrar.transcript.service.edition.EditionForm.Widget;
import kz.miras.registrar.transcript.service.edition.UniversityImages;

/** The values of an edition while they are in a form: texts, ticks and images. */
final class EditionValuesPart implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, String> values;
  private final Map<String, Object> several = new HashMap<>();
  private transient Map<String, Part> parts;

  /** Begins with what an edition holds. */
  EditionValuesPart(List<EditionForm.Group> groups, Map<String, String> stored) {
    this.values = new TreeMap<>(stored);
    groups.stream()
        .flatMap(group -> group.lines().stream())
        .filter(line -> line.widget() == Widget.SEVERAL)
        .flatMap(line -> line.codes().stream())
        .forEach(
            code ->
                several.put(
                    code,
                    Stream.of(values.getOrDefault(code, "").split(" "))
                        .filter(word -> !word.isEmpty())
                        .toArray(String[]::new)));
  }

  /** What was entered, images as addresses that hold them. */
  Map<String, String> entered() throws IOException {
    Map<String, String> entered = new TreeMap<>(values);
    entered.replaceAll((code, value) -> value == null ? "" : value.replace("\r\n", "\n"));
    several.forEach((code, chosen) -> entered.put(code, joined(chosen)));
    for (Map.Entry<String, Part> part : parts().entrySet()) {
      if (part.getValue() != null && part.getValue().getSize() > 0) {
        try (InputStream in = part.getValue().getInputStream()) {
          byte[] content = in.readAllBytes();
          String address = UniversityImages.address(content).orElse("data:image/none");
          entered.put(part.getKey(), address);
          values.put(part.getKey(), address);
        }
      }
    }
    return entered;
  }

  private static String joined(Object chosen) {
    Stream<?> words =
        chosen instanceof Object[] array
            ? Arrays.stream(array)
            : chosen instanceof Collection<?> all ? all.stream() : Stream.empty();
    return words.map(String::valueOf).sorted().collect(Collectors.joining(" "));
  }

  Map<String, String> values() {
    return values;
  }

  Map<String, Object> several() {
    return several;
  }

  Map<String, Part> parts() {
    if (parts == null) {
      parts = new HashMap<>();
    }
    return parts;
  }
}
