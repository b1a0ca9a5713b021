package kz.miras.registrar.frame.ws;

import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import kz.miras.registrar.shared.Refusal;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What one service takes: its operations and the schema their messages follow.
 *
 * @param operations names of the elements that may stand in a body
 */
record SoapContract(Set<QName> operations, Schema schema) {

  private static final int MOST_VIOLATIONS = 20;
  private static final Pattern CODE = Pattern.compile("^([\\w.-]+):");
  private static final Pattern EXPECTED = Pattern.compile("\\{([^{}]*)}'? is expected");

  /**
   * The contract of a schema file; it is read together with the files it imports from beside it.
   *
   * @param namespace of the service
   * @param names of its operations
   */
  static SoapContract of(URL schema, String namespace, Set<String> names) {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      // the imports lie beside it, in the archive
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar,vfs,jar:file");
      Set<QName> operations =
          names.stream()
              .map(name -> new QName(namespace, name))
              .collect(Collectors.toUnmodifiableSet());
      return new SoapContract(operations, factory.newSchema(schema));
    } catch (SAXException e) {
      throw new IllegalStateException("a contract of ours is broken", e);
    }
  }

  /** The violations of a message whose operation is known; none where it follows the schema. */
  List<Refusal> violations(byte[] envelope) {
    try {
      Tracked body = new Tracked(SoapReader.open(envelope));
      body.moveToEntry();
      Validator validator = schema.newValidator();
      Violations found = new Violations(body);
      validator.setErrorHandler(found);
      validator.validate(new StAXSource(body));
      return found.list;
    } catch (XMLStreamException | SAXException | java.io.IOException e) {
      throw new ProblemException(Problem.of(400, "malformed"));
    }
  }

  /** A parser that knows where it is. */
  private static final class Tracked extends StreamReaderDelegate {

    private final List<String> path = new ArrayList<>();
    private boolean inside;
    private boolean ended;

    Tracked(XMLStreamReader xml) {
      super(xml);
    }

    /** Goes to the one entry of the body. */
    void moveToEntry() throws XMLStreamException {
      int depth = 0;
      boolean body = false;
      while (hasNext()) {
        int event = super.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
          if (depth == 2) {
            body = getLocalName().equals("Body");
          } else if (depth == 3 && body) {
            inside = true;
            path.add(getLocalName());
            return;
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
    }

    @Override
    public int next() throws XMLStreamException {
      if (ended) {
        path.remove(path.size() - 1);
        ended = false;
      }
      int event = super.next();
      if (inside && event == XMLStreamConstants.START_ELEMENT) {
        path.add(getLocalName());
      } else if (inside && event == XMLStreamConstants.END_ELEMENT) {
        // violations of an element's content are told while its end is the current event
        ended = true;
      }
      return event;
    }

    String where() {
      return String.join("/", path);
    }
  }

  /** Collects what the schema has to say, as texts of ours; never the value that was sent. */
  private static final class Violations implements ErrorHandler {

    private final List<Refusal> list = new ArrayList<>();
    private final Tracked body;

    Violations(Tracked body) {
      this.body = body;
    }

    @Override
    public void warning(SAXParseException told) {
      // nothing the sender could mend
    }

    @Override
    public void error(SAXParseException told) {
      String message = String.valueOf(told.getMessage());
      Matcher code = CODE.matcher(message);
      String rule = code.find() ? code.group(1) : "";
      if (list.size() < MOST_VIOLATIONS && !follows(rule)) {
        list.add(violation(rule, message).at(body.where()));
      }
    }

    /** A type's own complaint repeats what its facet has said of the same element. */
    private boolean follows(String rule) {
      return rule.equals("cvc-type.3.1.3")
          && !list.isEmpty()
          && list.get(list.size() - 1).field().equals(body.where());
    }

    @Override
    public void fatalError(SAXParseException told) throws SAXException {
      throw told;
    }

    private static Refusal violation(String rule, String message) {
      if (rule.startsWith("cvc-complex-type.2.4.d")) {
        return Refusal.of("api.violation.surplus", "");
      }
      if (rule.startsWith("cvc-complex-type.2.4")) {
        return Refusal.of("api.violation.expected", "", expected(message));
      }
      if (rule.startsWith("cvc-complex-type")) {
        return Refusal.of("api.violation.structure", "");
      }
      return switch (rule) {
        case "cvc-minLength-valid" -> Refusal.of("api.violation.too-short", "");
        case "cvc-maxLength-valid" -> Refusal.of("api.violation.too-long", "");
        case "cvc-enumeration-valid" -> Refusal.of("api.violation.choice", "");
        case "cvc-pattern-valid" -> Refusal.of("api.violation.pattern", "");
        default -> Refusal.of("api.violation.value", "");
      };
    }

    private static String expected(String message) {
      Matcher list = EXPECTED.matcher(message);
      return list.find()
          ? Arrays.stream(list.group(1).split(","))
              .map(name -> name.substring(name.lastIndexOf(':') + 1).strip())
              .collect(Collectors.joining(", "))
          : "—";
    }
  }
}
