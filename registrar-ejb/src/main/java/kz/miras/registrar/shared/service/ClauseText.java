package kz.miras.registrar.shared.service;

import java.util.stream.Collectors;
import kz.miras.registrar.shared.Clause;
import kz.miras.registrar.shared.Language;

/** The clauses a rule comes from, in words. */
public final class ClauseText {

  private ClauseText() {}

  /** The clauses of a rule, by its number. */
  public static String of(Language language, String rule) {
    return Clause.of(rule).stream()
        .map(clause -> Messages.text(language, clause.act().key(), clause.points()))
        .collect(Collectors.joining("; "));
  }
}
