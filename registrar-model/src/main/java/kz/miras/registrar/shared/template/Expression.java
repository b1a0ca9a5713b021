package kz.miras.registrar.shared.template;

import java.util.List;

/** An expression of a template as it was read. */
sealed interface Expression {

  /** A text, a whole number, true, false or nothing. */
  record Literal(Object value) implements Expression {}

  /** A value the template is given, or names itself. */
  record Variable(String name) implements Expression {}

  /** A part of a value. */
  record Property(Expression of, String name) implements Expression {}

  /** What a value answers. */
  record Call(Expression of, String name, List<Expression> arguments) implements Expression {}

  /** The contrary. */
  record Not(Expression of) implements Expression {}

  /** Two values and what stands between them. */
  record Pair(Operator operator, Expression left, Expression right) implements Expression {}

  /** One of two values. */
  record Choice(Expression when, Expression then, Expression otherwise) implements Expression {}

  /** What may stand between two values. */
  enum Operator {
    OR,
    AND,
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST,
    PLUS,
    TIMES
  }
}
