package kz.miras.registrar.shared.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An expression cut into its words and signs. */
final class ExpressionTokens {

  private static final Set<String> DOUBLE = Set.of("==", "!=", "<=", ">=", "&&", "||");
  private static final String SINGLE = "().,?:+*<>!";

  /** Kinds of what an expression is written with. */
  enum Kind {
    NAME,
    TEXT,
    NUMBER,
    SIGN,
    END
  }

  /** One word or sign. */
  record Token(Kind kind, String text) {
    boolean is(String sign) {
      return kind != Kind.TEXT && text.equals(sign);
    }
  }

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private ExpressionTokens(String source) {
    this.source = source;
  }

  static List<Token> of(String source) {
    ExpressionTokens cut = new ExpressionTokens(source);
    while (cut.at < source.length()) {
      cut.next();
    }
    cut.tokens.add(new Token(Kind.END, ""));
    return cut.tokens;
  }

  private void next() {
    char c = source.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '\'') {
      text();
    } else if (c >= '0' && c <= '9') {
      add(Kind.NUMBER, run("0123456789"));
    } else if (isLetter(c)) {
      add(Kind.NAME, name());
    } else if (at + 1 < source.length() && DOUBLE.contains(source.substring(at, at + 2))) {
      add(Kind.SIGN, source.substring(at, at + 2));
      at += 2;
    } else if (SINGLE.indexOf(c) >= 0) {
      add(Kind.SIGN, String.valueOf(c));
      at++;
    } else {
      throw new ExpressionException("shared.template.sign", String.valueOf(c));
    }
  }

  private void add(Kind kind, String text) {
    tokens.add(new Token(kind, text));
  }

  /** A text between single quotes; it holds neither quotes nor backslashes nor braces. */
  private void text() {
    int end = source.indexOf('\'', at + 1);
    if (end < 0) {
      throw new ExpressionException("shared.template.quote", source.substring(at));
    }
    String text = source.substring(at + 1, end);
    for (String sign : List.of("\\", "{", "}", "__")) {
      if (text.contains(sign)) {
        throw new ExpressionException("shared.template.sign", sign);
      }
    }
    add(Kind.TEXT, text);
    at = end + 1;
  }

  private String run(String of) {
    int start = at;
    while (at < source.length() && of.indexOf(source.charAt(at)) >= 0) {
      at++;
    }
    return source.substring(start, at);
  }

  private String name() {
    int start = at;
    while (at < source.length()
        && (isLetter(source.charAt(at)) || Character.isDigit(source.charAt(at)))) {
      at++;
    }
    return source.substring(start, at);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
