package kz.miras.registrar.curriculum;

/** How far a proposal of rules has come. */
public enum ProposalStatus {
  PROPOSED,
  APPROVED,
  REJECTED,
  WITHDRAWN;

  /** Message key of the name. */
  public String key() {
    return "curriculum.proposal." + name();
  }
}
