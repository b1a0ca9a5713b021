package kz.miras.registrar.shared.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DOC-31. The attributes a template may use, and what may stand in them. */
final class TemplateAttributes {

  private static final Set<String> PLAIN =
      Set.of(
          "xmlns",
          "xmlns:th",
          "lang",
          "xml:lang",
          "class",
          "id",
          "style",
          "colspan",
          "rowspan",
          "span",
          "alt",
          "title",
          "src",
          "name",
          "content",
          "scope",
          "headers",
          "dir");

  private static final Set<String> FILLED =
      Set.of(
          "lang", "class", "id", "colspan", "rowspan", "alt", "title", "content", "src", "scope");

  private static final Set<String> SINGLE = Set.of("th:text", "th:if", "th:unless");

  private static final Map<String, String> NAMESPACES =
      Map.of("xmlns", "http://www.w3.org/1999/xhtml", "xmlns:th", "http://www.thymeleaf.org");

  private static final Pattern WHOLE = Pattern.compile("\\$\\{([^{}]*)}");
  private static final Pattern NAMED =
      Pattern.compile("\\s*([A-Za-z][A-Za-z0-9-]*)\\s*=\\s*\\$\\{([^{}]*)}\\s*");
  private static final Pattern EACH =
      Pattern.compile(
          "\\s*([A-Za-z][A-Za-z0-9]*)\\s*(,\\s*[A-Za-z][A-Za-z0-9]*\\s*)?:\\s*\\$\\{([^{}]*)}\\s*");
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*(\\(\\))?)*");

  private TemplateAttributes() {}

  /**
   * Looks at one attribute.
   *
   * @param problem takes the message key and the word it is about
   */
  static void check(String name, String value, BiConsumer<String, String> problem) {
    if (SINGLE.contains(name)) {
      whole(value, problem);
    } else if ("th:each".equals(name)) {
      each(value, problem);
    } else if ("th:with".equals(name)) {
      named(value, null, problem);
    } else if ("th:attr".equals(name)) {
      named(value, FILLED, problem);
    } else if (PLAIN.contains(name)) {
      plain(name, value, problem);
    } else {
      problem.accept("shared.template.attribute", name);
    }
  }

  private static void plain(String name, String value, BiConsumer<String, String> problem) {
    String wanted = NAMESPACES.get(name);
    if (wanted != null && !wanted.equals(value)) {
      problem.accept("shared.template.namespace", value);
    }
    if ("src".equals(name) && !value.isBlank() && !TemplateStyles.isImage(value)) {
      problem.accept("shared.template.address", TemplateStyles.shortened(value));
    }
    if ("style".equals(name)) {
      TemplateStyles.check(value, problem);
    }
    if (("colspan".equals(name) || "rowspan".equals(name) || "span".equals(name))
        && !value.matches("[0-9]{1,3}")) {
      problem.accept("shared.template.value", name);
    }
  }

  private static void whole(String value, BiConsumer<String, String> problem) {
    Matcher whole = WHOLE.matcher(value.strip());
    if (whole.matches()) {
      expression(whole.group(1), problem);
    } else {
      problem.accept("shared.template.whole", TemplateStyles.shortened(value));
    }
  }

  private static void each(String value, BiConsumer<String, String> problem) {
    Matcher each = EACH.matcher(value);
    if (each.matches()) {
      expression(each.group(3), problem);
    } else {
      problem.accept("shared.template.each", TemplateStyles.shortened(value));
    }
  }

  private static void named(String value, Set<String> names, BiConsumer<String, String> problem) {
    for (String part : parts(value)) {
      Matcher named = NAMED.matcher(part);
      if (!named.matches()) {
        problem.accept("shared.template.whole", TemplateStyles.shortened(part));
      } else if (names != null && !names.contains(named.group(1).toLowerCase(Locale.ROOT))) {
        problem.accept("shared.template.attribute", named.group(1));
      } else if ("src".equalsIgnoreCase(named.group(1))
          && !PATH.matcher(named.group(2)).matches()) {
        problem.accept("shared.template.address", TemplateStyles.shortened(part));
      } else {
        expression(named.group(2), problem);
      }
    }
  }

  /** Cut at the commas outside of expressions. */
  private static List<String> parts(String value) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(value.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(value.substring(start));
    return parts;
  }

  private static void expression(String source, BiConsumer<String, String> problem) {
    if (source.contains("__")) {
      problem.accept("shared.template.sign", "__");
      return;
    }
    try {
      ExpressionParser.parse(source);
    } catch (ExpressionException e) {
      problem.accept(e.code(), TemplateStyles.shortened(e.subject()));
    }
  }
}
