package kz.miras.registrar.attestation.service;

import kz.miras.registrar.curriculum.RuleParameter;

/** Thresholds of the rules a sheet {@code h} was formed by, for lists that read many. */
public final class RuleSql {

  private RuleSql() {}

  /** A whole number, as SQL; where the rules do not name it, its default. */
  public static String integer(RuleParameter parameter) {
    return "COALESCE((SELECT CAST(v.value AS SIGNED) FROM rule_set r JOIN rule_value v ON"
        + " v.rule_set_id = r.id WHERE r.code = h.rule_set_code AND v.parameter = '"
        + parameter.name()
        + "'), "
        + parameter.defaultText().orElseThrow()
        + ")";
  }
}
