package kz.miras.registrar.shared.template;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** DOC-31. Answers the expressions of templates, each read once. */
public final class TemplateExpressions {

  /** Expressions kept as they were read: those of all versions in use find room many times over. */
  private static final int KEPT = 20_000;

  /** Longest text an expression makes: one that doubles what it names would fill the memory. */
  private static final int LONGEST = 50_000;

  private final Map<String, Expression> read = new ConcurrentHashMap<>();

  /**
   * The value of an expression.
   *
   * @param source what stands between <code>${</code> and <code>}</code>
   * @param variables the values the template is given and names itself
   * @throws ExpressionException where it cannot be read, or reads what it may not
   */
  public Object value(String source, Function<String, Object> variables) {
    Expression expression = read.get(source);
    if (expression == null) {
      expression = ExpressionParser.parse(source);
      if (read.size() >= KEPT) {
        read.clear();
      }
      read.put(source, expression);
    }
    return value(expression, variables);
  }

  private static Object value(Expression expression, Function<String, Object> variables) {
    if (expression instanceof Expression.Literal literal) {
      return literal.value();
    }
    if (expression instanceof Expression.Variable variable) {
      return variables.apply(variable.name());
    }
    if (expression instanceof Expression.Property property) {
      return TemplateValues.property(value(property.of(), variables), property.name());
    }
    if (expression instanceof Expression.Call call) {
      Object[] arguments = call.arguments().stream().map(one -> value(one, variables)).toArray();
      Object answer = TemplateValues.call(value(call.of(), variables), call.name(), arguments);
      return arguments.length > 0 && answer instanceof String text ? bounded(text) : answer;
    }
    if (expression instanceof Expression.Not not) {
      return !isTrue(value(not.of(), variables));
    }
    if (expression instanceof Expression.Choice choice) {
      return isTrue(value(choice.when(), variables))
          ? value(choice.then(), variables)
          : value(choice.otherwise(), variables);
    }
    return pair((Expression.Pair) expression, variables);
  }

  private static Object pair(Expression.Pair pair, Function<String, Object> variables) {
    Object left = value(pair.left(), variables);
    switch (pair.operator()) {
      case OR:
        return isTrue(left) || isTrue(value(pair.right(), variables));
      case AND:
        return isTrue(left) && isTrue(value(pair.right(), variables));
      default:
        break;
    }
    Object right = value(pair.right(), variables);
    return switch (pair.operator()) {
      case EQUAL -> same(left, right);
      case UNEQUAL -> !same(left, right);
      case LESS -> compared(left, right) < 0;
      case AT_MOST -> compared(left, right) <= 0;
      case MORE -> compared(left, right) > 0;
      case AT_LEAST -> compared(left, right) >= 0;
      case TIMES -> plain(decimal(left).multiply(decimal(right)), left, right);
      default -> joined(left, right);
    };
  }

  private static boolean isTrue(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    return value instanceof Number number ? decimal(number).signum() != 0 : value != null;
  }

  private static boolean same(Object left, Object right) {
    if (left instanceof Number && right instanceof Number) {
      return decimal(left).compareTo(decimal(right)) == 0;
    }
    if (left instanceof Enum<?> constant && right instanceof String name) {
      return constant.name().equals(name);
    }
    if (right instanceof Enum<?> constant && left instanceof String name) {
      return constant.name().equals(name);
    }
    return Objects.equals(left, right);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compared(Object left, Object right) {
    if (left instanceof Number && right instanceof Number) {
      return decimal(left).compareTo(decimal(right));
    }
    if (left instanceof Comparable one && right != null && one.getClass() == right.getClass()) {
      return one.compareTo(right);
    }
    throw new ExpressionException("shared.template.compare", left + ", " + right);
  }

  private static Object joined(Object left, Object right) {
    if (left instanceof Number && right instanceof Number) {
      return plain(decimal(left).add(decimal(right)), left, right);
    }
    return bounded(text(left) + text(right));
  }

  private static String bounded(String text) {
    if (text.length() > LONGEST) {
      throw new ExpressionException("shared.template.long", text.substring(0, 40) + "…");
    }
    return text;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static BigDecimal decimal(Object number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof Number) {
      return new BigDecimal(number.toString());
    }
    throw new ExpressionException("shared.template.number", String.valueOf(number));
  }

  /** Whole numbers stay whole numbers. */
  private static Object plain(BigDecimal value, Object left, Object right) {
    return left instanceof BigDecimal || right instanceof BigDecimal
        ? (Object) value
        : (Object) value.longValue();
  }
}
