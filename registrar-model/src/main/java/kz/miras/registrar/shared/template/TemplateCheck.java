package kz.miras.registrar.shared.template;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * DOC-31. Reads the text of a template as one that nobody trusts: elements, attributes, styles and
 * expressions of closed lists, nothing that is fetched, nothing that runs. Every problem is told
 * with its line.
 */
public final class TemplateCheck {

  /** Longest text of a template, in characters. */
  public static final int LONGEST = 200_000;

  private static final String RULE = "DOC-31";
  private static final int MOST_ELEMENTS = 4000;
  private static final int DEEPEST = 60;
  private static final int DEEPEST_EACH = 6;

  /** Problems told at once; who has more mends these first. */
  private static final int TOLD = 20;

  private static final Pattern END = Pattern.compile("</body>\\s*</html>\\s*\\z");

  /** DOC-65. What would leave the page out, print another in its place, or give it a look. */
  private static final Set<String> OF_PAGE =
      Set.of("th:if", "th:unless", "th:each", "th:text", "class", "id", "style");

  private static final Pattern FILLS = Pattern.compile("^th:attr .*\\b(class|id|style)\\s*=");

  private static final Set<String> ELEMENTS =
      Set.of(
          "html",
          "head",
          "title",
          "meta",
          "style",
          "body",
          "div",
          "span",
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "table",
          "caption",
          "colgroup",
          "col",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "th",
          "td",
          "b",
          "strong",
          "i",
          "em",
          "u",
          "sup",
          "sub",
          "small",
          "br",
          "hr",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "img",
          "th:block");

  private final List<Refusal> problems = new ArrayList<>();
  private final Deque<String> open = new ArrayDeque<>();
  private int elements;
  private int each;
  private final Deque<Boolean> repeated = new ArrayDeque<>();

  private TemplateCheck() {}

  /**
   * What is wrong with a template; each problem carries its line as the first figure.
   *
   * @param source the whole text
   */
  public static Verdict of(String source) {
    TemplateCheck check = new TemplateCheck();
    if (source.length() > LONGEST) {
      check.problem(1, "shared.template.size", String.valueOf(LONGEST));
    } else if (check.before(source)) {
      check.read(source);
      check.end(source);
    }
    return new Verdict(check.problems, List.of(), false);
  }

  /** What is refused before the text is read: what would make its readers disagree. */
  private boolean before(String source) {
    forbidden(source, "<!DOCTYPE", "shared.template.doctype");
    forbidden(source, "<!ENTITY", "shared.template.doctype");
    forbidden(source, "<![CDATA[", "shared.template.markup");
    forbidden(source, "<!--/*", "shared.template.markup");
    forbidden(source, "[[", "shared.template.inline");
    forbidden(source, "[(", "shared.template.inline");
    forbidden(source, "\u0000", "shared.template.markup");
    return problems.isEmpty();
  }

  private void forbidden(String source, String text, String code) {
    // some letters become two when they are made capital: places are those of the capital text
    String capital = source.toUpperCase(Locale.ROOT);
    int at = capital.indexOf(text);
    if (at >= 0) {
      problem(
          1 + (int) capital.substring(0, at).chars().filter(c -> c == '\n').count(), code, text);
    }
  }

  private void read(String source) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(source));
      while (reader.hasNext()) {
        part(reader, reader.next());
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      problem(line, "shared.template.xml", cause(e));
    }
  }

  /** What a document shows of its signature is printed where its body ends. */
  private void end(String source) {
    if (problems.isEmpty() && !END.matcher(source).find()) {
      problem((int) source.lines().count(), "shared.template.end", "</body></html>");
    }
  }

  /** What the reader says, without the place it says before it. */
  private static String cause(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("Message: ");
    return TemplateStyles.shortened(at < 0 ? message : message.substring(at + 9));
  }

  private void part(XMLStreamReader reader, int event) {
    int line = reader.getLocation().getLineNumber();
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> begin(reader, line);
      case XMLStreamConstants.END_ELEMENT -> {
        open.pop();
        each -= Boolean.TRUE.equals(repeated.pop()) ? 1 : 0;
      }
      case XMLStreamConstants.CHARACTERS -> {
        if ("style".equals(open.peek())) {
          TemplateStyles.check(reader.getText(), at(line));
        }
      }
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          problem(line, "shared.template.doctype", "<!DOCTYPE");
      case XMLStreamConstants.PROCESSING_INSTRUCTION ->
          problem(line, "shared.template.markup", "<?" + reader.getPITarget());
      default -> {
        // comments and space say nothing
      }
    }
  }

  private void begin(XMLStreamReader reader, int line) {
    String name = qualified(reader.getPrefix(), reader.getLocalName());
    if (open.isEmpty() && !"html".equals(name) || "style".equals(open.peek())) {
      problem(line, "shared.template.element", name);
    } else if (!ELEMENTS.contains(name)) {
      problem(line, "shared.template.element", name);
    }
    if (++elements == MOST_ELEMENTS || open.size() == DEEPEST) {
      problem(line, "shared.template.many", name);
    }
    open.push(name);
    boolean repeats = false;
    boolean filled = false;
    boolean styled = false;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i));
      repeats |= "th:each".equals(attribute);
      filled |= "img".equals(name) && "th:attr".equals(attribute);
      styled |= "style".equals(attribute);
      if (("html".equals(name) || "body".equals(name))
          && (OF_PAGE.contains(attribute)
              || FILLS.matcher(attribute + " " + reader.getAttributeValue(i)).find())) {
        problem(line, "shared.template.attribute", attribute);
      }
      TemplateAttributes.check(attribute, reader.getAttributeValue(i), at(line));
    }
    if (filled && styled) {
      // a QR code has the size the product gives it
      problem(line, "shared.template.attribute", "style");
    }
    repeated.push(repeats);
    each += repeats ? 1 : 0;
    if (repeats && each > DEEPEST_EACH) {
      problem(line, "shared.template.many", "th:each");
    }
  }

  /** A name as it is written: the engine knows its attributes by that. */
  private static String qualified(String prefix, String name) {
    return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
  }

  private BiConsumer<String, String> at(int line) {
    return (code, subject) -> problem(line, code, subject);
  }

  private void problem(int line, String code, String subject) {
    if (problems.size() < TOLD) {
      problems.add(Refusal.of(code, RULE, line, subject).at("source"));
    }
  }
}
