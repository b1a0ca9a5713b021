package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kz.miras.registrar.shared.service.Json;

/**
 * The description of the services as the running server hands it out, against which answers are
 * held: status, kind of content, and every value of the body by its schema. Of JSON Schema it knows
 * what the description uses; a word it does not know is a finding, not a pass.
 */
final class OpenApiContract {

  private static final List<String> KNOWN =
      List.of(
          "$ref",
          "additionalProperties",
          "const",
          "contentMediaType",
          "default",
          "description",
          "enum",
          "examples",
          "format",
          "items",
          "maxLength",
          "oneOf",
          "properties",
          "required",
          "type",
          "x-whole");

  private final Map<?, ?> file;

  private OpenApiContract(Map<?, ?> file) {
    this.file = file;
  }

  /** The description a server hands out. */
  static OpenApiContract of(String base) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/api/openapi.json")).GET().build();
    return new OpenApiContract(
        Json.read(
            HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString()).join().body(),
            Map.class));
  }

  /** Every path with the verbs described for it. */
  Map<String, List<String>> paths() {
    Map<String, List<String>> paths = new TreeMap<>();
    map(file, "paths")
        .forEach(
            (path, item) ->
                paths.put(
                    String.valueOf(path),
                    ((Map<?, ?>) item)
                        .keySet().stream()
                            .map(String::valueOf)
                            .filter(key -> key.matches("get|put|post|delete|patch"))
                            .toList()));
    return paths;
  }

  /** The values a parameter of a list may have, one by one. */
  List<String> choices(String path, String parameter) {
    for (Object one :
        (List<?>) map(map(map(file, "paths"), "/v1" + path), "get").get("parameters")) {
      Map<?, ?> described = followed((Map<?, ?>) one);
      if (parameter.equals(described.get("name"))) {
        return ((List<?>) map(map(described, "schema"), "items").get("enum"))
            .stream().map(String::valueOf).toList();
      }
    }
    return List.of();
  }

  /** The body of an answer that has this status and is as described. */
  Map<String, Object> right(int status, String method, String path, HttpResponse<String> answer) {
    assertThat(answer.statusCode())
        .as(method + " " + path + ": " + answer.body())
        .isEqualTo(status);
    assertThat(findings(method, path, answer)).as(method + " " + path).isEmpty();
    return answer.body().isEmpty() ? Map.of() : RestClient.json(answer);
  }

  /** What of an answer is not as described; empty where all is. */
  List<String> findings(String method, String path, HttpResponse<String> answer) {
    List<String> findings = new ArrayList<>();
    Map<?, ?> operation = map(map(map(file, "paths"), "/v1" + path), method);
    Map<?, ?> responses = operation == null ? null : map(operation, "responses");
    if (responses == null) {
      return List.of("no " + method + " " + path);
    }
    Map<?, ?> response = map(responses, String.valueOf(answer.statusCode()));
    if (response == null) {
      return List.of(method + " " + path + " answers " + answer.statusCode());
    }
    response = followed(response);
    Map<?, ?> content = map(response, "content");
    if (content == null) {
      return answer.body().isEmpty() ? findings : List.of("a body where none is described");
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    Map<?, ?> media = map(content, type);
    if (media == null) {
      return List.of("content of type " + type);
    }
    Object body = Json.read(answer.body(), Object.class);
    check("body", body, map(media, "schema"), findings);
    if (!String.valueOf(answer.request().uri().getQuery()).contains("fields=")) {
      whole("body", body, map(media, "schema"), findings);
    }
    return findings;
  }

  private void check(String at, Object value, Map<?, ?> described, List<String> findings) {
    Map<?, ?> schema = followed(described);
    schema.keySet().stream()
        .filter(word -> !KNOWN.contains(word))
        .forEach(word -> findings.add(at + ": " + word + " is not understood"));
    if (schema.get("oneOf") instanceof List<?> choices) {
      oneOf(at, value, choices, findings);
    }
    if (schema.get("type") != null && !isOf(types(schema.get("type")), value)) {
      findings.add(at + ": " + value + " is no " + schema.get("type"));
    } else if (schema.get("enum") instanceof List<?> values && !values.contains(value)) {
      findings.add(at + ": " + value + " is none of " + values);
    } else if (schema.containsKey("const") && !schema.get("const").equals(value)) {
      findings.add(at + ": " + value + " is not " + schema.get("const"));
    } else if (value instanceof String text && !isFormed(schema.get("format"), text)) {
      findings.add(at + ": " + value + " is no " + schema.get("format"));
    } else if (value instanceof Map<?, ?> object) {
      object(at, object, schema, findings);
    } else if (value instanceof List<?> list && schema.get("items") instanceof Map<?, ?> items) {
      for (int i = 0; i < list.size(); i++) {
        check(at + "[" + i + "]", list.get(i), items, findings);
      }
    }
  }

  /** Who asks for no members in particular gets all of a row, which {@code x-whole} names. */
  private void whole(String at, Object value, Map<?, ?> described, List<String> findings) {
    Map<?, ?> schema = followed(described);
    if (schema.get("oneOf") instanceof List<?> choices) {
      for (Object choice : choices) {
        List<String> own = new ArrayList<>();
        check(at, value, (Map<?, ?>) choice, own);
        if (own.isEmpty()) {
          whole(at, value, (Map<?, ?>) choice, findings);
        }
      }
    }
    if (value instanceof Map<?, ?> object && schema.get("x-whole") instanceof List<?> members) {
      members.stream()
          .filter(name -> !object.containsKey(name))
          .forEach(name -> findings.add(at + ": " + name + " is missing"));
    }
    if (value instanceof Map<?, ?> object
        && object.get("items") instanceof List<?> items
        && map(schema, "properties") != null) {
      Map<?, ?> row = map(map(map(schema, "properties"), "items"), "items");
      items.forEach(item -> whole(at + ".items", item, row, findings));
    }
  }

  private void oneOf(String at, Object value, List<?> choices, List<String> findings) {
    long fitting =
        choices.stream()
            .filter(
                choice -> {
                  List<String> own = new ArrayList<>();
                  check(at, value, (Map<?, ?>) choice, own);
                  return own.isEmpty();
                })
            .count();
    if (fitting != 1) {
      findings.add(at + ": fits " + fitting + " of " + choices.size());
    }
  }

  private void object(String at, Map<?, ?> object, Map<?, ?> schema, List<String> findings) {
    Map<?, ?> properties = map(schema, "properties");
    if (schema.get("required") instanceof List<?> required) {
      required.stream()
          .filter(name -> !object.containsKey(name))
          .forEach(name -> findings.add(at + ": " + name + " is missing"));
    }
    if (properties != null) {
      object.forEach(
          (name, value) -> {
            Map<?, ?> own = map(properties, String.valueOf(name));
            if (own != null) {
              check(at + "." + name, value, own, findings);
            } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
              findings.add(at + ": " + name + " is not described");
            }
          });
    }
  }

  private static List<?> types(Object type) {
    return type instanceof List<?> list ? list : List.of(type);
  }

  private static boolean isOf(List<?> types, Object value) {
    return types.stream()
        .anyMatch(
            type ->
                switch (String.valueOf(type)) {
                  case "null" -> value == null;
                  case "string" -> value instanceof String;
                  case "boolean" -> value instanceof Boolean;
                  case "integer" -> value instanceof Integer || value instanceof Long;
                  case "number" -> value instanceof Number;
                  case "array" -> value instanceof List<?>;
                  case "object" -> value instanceof Map<?, ?>;
                  default -> false;
                });
  }

  private static boolean isFormed(Object format, String text) {
    try {
      switch (String.valueOf(format)) {
        case "uuid" -> UUID.fromString(text);
        case "date" -> LocalDate.parse(text);
        case "date-time" -> OffsetDateTime.parse(text);
        case "uri" -> URI.create(text);
        default -> {
          return true;
        }
      }
      return true;
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return false;
    }
  }

  private Map<?, ?> followed(Map<?, ?> node) {
    Object found = node;
    while (found instanceof Map<?, ?> map && map.get("$ref") instanceof String reference) {
      found = file;
      for (String step : reference.substring(2).split("/")) {
        found = ((Map<?, ?>) found).get(step);
      }
    }
    return (Map<?, ?>) found;
  }

  private static Map<?, ?> map(Map<?, ?> parent, String key) {
    return parent == null ? null : (Map<?, ?>) parent.get(key);
  }
}
