package kz.miras.registrar.attestation.commission;

import kz.miras.registrar.shared.Keyed;

/** What is taken before a commission. */
public enum DefenceKind implements Keyed {
  /** Diploma work or project, dissertation. */
  DEFENCE,
  COMPLEX_EXAM;

  /** AK-7. Whether it has a topic, a supervisor and papers that lie before the commission. */
  public boolean hasTopic() {
    return this == DEFENCE;
  }

  @Override
  public String key() {
    return "attestation.ak.kind." + name();
  }
}
