package kz.miras.registrar.shared.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.template.Expression.Operator;
import kz.miras.registrar.shared.template.ExpressionTokens.Kind;
import kz.miras.registrar.shared.template.ExpressionTokens.Token;

/**
 * DOC-31. Reads an expression: paths of properties, calls of what is meant for templates,
 * comparison, joining, choice. Whatever else an expression language may do is no word of this one.
 */
final class ExpressionParser {

  static final int LONGEST = 1000;
  private static final int DEEPEST = 40;

  /** Calls that hand values over; any other call hands over none. */
  private static final Set<String> TAKING =
      Set.of(
          "of", "text", "first", "rest", "day", "kept", "reason", "capital", "get", "count", "sign",
          "points", "shown", "style", "plain", "number");

  /** Names no value of a document has, by which others reach out of a language like this. */
  private static final Set<String> FOREIGN =
      Set.of(
          "class",
          "getClass",
          "declaringClass",
          "getDeclaringClass",
          "classLoader",
          "getClassLoader",
          "module",
          "getModule",
          "package",
          "protectionDomain",
          "forName",
          "newInstance",
          "invoke",
          "getRuntime",
          "exec",
          "exit",
          "wait",
          "notify",
          "notifyAll",
          "hashCode",
          "clone",
          "finalize",
          "getBytes",
          "new",
          "instanceof",
          "in",
          "this",
          "super",
          "import",
          "param",
          "session",
          "application",
          "execInfo");

  private static final Map<String, Operator> COMPARING =
      Map.ofEntries(
          Map.entry("==", Operator.EQUAL),
          Map.entry("eq", Operator.EQUAL),
          Map.entry("!=", Operator.UNEQUAL),
          Map.entry("ne", Operator.UNEQUAL),
          Map.entry("neq", Operator.UNEQUAL),
          Map.entry("<", Operator.LESS),
          Map.entry("lt", Operator.LESS),
          Map.entry("<=", Operator.AT_MOST),
          Map.entry("le", Operator.AT_MOST),
          Map.entry(">", Operator.MORE),
          Map.entry("gt", Operator.MORE),
          Map.entry(">=", Operator.AT_LEAST),
          Map.entry("ge", Operator.AT_LEAST));

  private static final Set<String> WORDS =
      Set.of("or", "and", "not", "eq", "ne", "neq", "lt", "le", "gt", "ge");

  private final List<Token> tokens;
  private int at;
  private int depth;

  private ExpressionParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads an expression.
   *
   * @param source what stands between <code>${</code> and <code>}</code>
   * @throws ExpressionException where it is none, or asks for what a template may not have
   */
  static Expression parse(String source) {
    if (source.length() > LONGEST) {
      throw new ExpressionException("shared.template.long", source.substring(0, 40) + "…");
    }
    ExpressionParser parser = new ExpressionParser(ExpressionTokens.of(source));
    Expression read = parser.choice();
    if (parser.peek().kind() != Kind.END) {
      throw new ExpressionException("shared.template.expression", parser.peek().text());
    }
    return read;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private boolean take(String sign) {
    if (peek().is(sign)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String sign) {
    if (!take(sign)) {
      throw new ExpressionException("shared.template.expected", sign);
    }
  }

  private Expression choice() {
    if (++depth > DEEPEST) {
      throw new ExpressionException("shared.template.long", "(((");
    }
    Expression when = either();
    if (take("?")) {
      Expression then = choice();
      expect(":");
      when = new Expression.Choice(when, then, choice());
    }
    depth--;
    return when;
  }

  private Expression either() {
    Expression left = both();
    while (take("or") || take("||")) {
      left = new Expression.Pair(Operator.OR, left, both());
    }
    return left;
  }

  private Expression both() {
    Expression left = compared();
    while (take("and") || take("&&")) {
      left = new Expression.Pair(Operator.AND, left, compared());
    }
    return left;
  }

  private Expression compared() {
    Expression left = sum();
    Operator operator = peek().kind() == Kind.TEXT ? null : COMPARING.get(peek().text());
    if (operator == null) {
      return left;
    }
    at++;
    return new Expression.Pair(operator, left, sum());
  }

  private Expression sum() {
    Expression left = product();
    while (take("+")) {
      left = new Expression.Pair(Operator.PLUS, left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = one();
    while (take("*")) {
      left = new Expression.Pair(Operator.TIMES, left, one());
    }
    return left;
  }

  private Expression one() {
    if (take("!") || take("not")) {
      if (++depth > DEEPEST) {
        throw new ExpressionException("shared.template.long", "!!!");
      }
      Expression contrary = new Expression.Not(one());
      depth--;
      return contrary;
    }
    return path(first());
  }

  private Expression first() {
    if (take("(")) {
      Expression inner = choice();
      expect(")");
      return inner;
    }
    Token token = tokens.get(at++);
    return switch (token.kind()) {
      case TEXT -> new Expression.Literal(token.text());
      case NUMBER -> number(token.text());
      case NAME -> named(token.text());
      default -> throw new ExpressionException("shared.template.expression", token.text());
    };
  }

  private static Expression number(String digits) {
    if (digits.length() > 9) {
      throw new ExpressionException("shared.template.long", digits);
    }
    return new Expression.Literal(Integer.valueOf(digits));
  }

  private Expression named(String name) {
    return switch (name) {
      case "true" -> new Expression.Literal(true);
      case "false" -> new Expression.Literal(false);
      case "null" -> new Expression.Literal(null);
      default -> {
        if (peek().is("(")) {
          throw new ExpressionException("shared.template.call", name);
        }
        yield new Expression.Variable(known(name));
      }
    };
  }

  private Expression path(Expression start) {
    Expression path = start;
    int steps = 0;
    while (take(".")) {
      Token name = tokens.get(at++);
      if (name.kind() != Kind.NAME || ++steps > DEEPEST) {
        throw new ExpressionException("shared.template.expression", name.text());
      }
      String known = known(name.text());
      path =
          take("(")
              ? new Expression.Call(path, known, arguments(known))
              : new Expression.Property(path, known);
    }
    return path;
  }

  private static String known(String name) {
    if (FOREIGN.contains(name)) {
      throw new ExpressionException("shared.template.name", name);
    }
    if (WORDS.contains(name)) {
      throw new ExpressionException("shared.template.expression", name);
    }
    return name;
  }

  private List<Expression> arguments(String of) {
    List<Expression> arguments = new ArrayList<>();
    if (!take(")")) {
      do {
        arguments.add(choice());
      } while (take(","));
      expect(")");
    }
    if (!arguments.isEmpty() && !TAKING.contains(of)) {
      throw new ExpressionException("shared.template.call", of);
    }
    return arguments;
  }
}
