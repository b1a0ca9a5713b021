package kz.miras.registrar.registration;

import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Keyed;

/** Why a student is held back from registering until somebody is satisfied (REG-15). */
public enum HoldKind implements Keyed {
  /** The office or the school wants something settled first: an adviser's talk, a debt, a plan. */
  ACADEMIC,
  /** A document the file lacks or that has run out. */
  DOCUMENT,
  /** Money; binds only where the university has decided so. */
  FINANCIAL;

  /** Placed and removed by accounting alone; the office does neither (HLD-2). */
  public boolean isAccountings() {
    return this == FINANCIAL;
  }

  /**
   * Whether a hold of this kind keeps its holder from registering (REG-15): one of money only where
   * the university has decided so ({@code reg.financialHolds}).
   */
  public boolean binds(RuleSet rules) {
    return !isAccountings() || rules.flag(RuleParameter.REG_FINANCIAL_HOLDS);
  }

  @Override
  public String key() {
    return "registration.hold.kind." + name();
  }
}
