package kz.miras.registrar.curriculum;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Cycle of a discipline in the curriculum (O152 п.2(30), domain 2.1 "Components"). */
public enum Cycle {
  /** ООД: general education. */
  GENERAL(EnumSet.of(Component.COMPULSORY, Component.UNIVERSITY, Component.ELECTIVE), "ООД", "ЖБП"),
  /** БД: basic disciplines. */
  BASIC(EnumSet.of(Component.UNIVERSITY, Component.ELECTIVE), "БД", "БП"),
  /** ПД: profile (major) disciplines. */
  PROFILE(EnumSet.of(Component.UNIVERSITY, Component.ELECTIVE), "ПД", "БЕЙП"),
  /** ДВО: additional types of study, over the plan; never for honours. */
  ADDITIONAL(EnumSet.noneOf(Component.class), "ДВО", "ОҚТ"),
  /** ИА: final attestation. */
  FINAL_ATTESTATION(EnumSet.noneOf(Component.class), "ИА", "ҚА");

  private final Set<Component> components;
  private final String ru;
  private final String kk;

  Cycle(Set<Component> components, String ru, String kk) {
    this.components = components;
    this.ru = ru;
    this.kk = kk;
  }

  /**
   * Whether an item of this cycle may have the component: ОК only in ООД; ДВО and ИА have none.
   *
   * @param component null for none
   */
  public boolean admits(Component component) {
    return component == null ? components.isEmpty() : components.contains(component);
  }

  /** The abbreviation used in Russian plans and in templates of lists. */
  public String code() {
    return ru;
  }

  /** The cycle of an abbreviation (Russian or Kazakh) or of the constant's name. */
  public static Optional<Cycle> parse(String typed) {
    String folded = Spelling.upper(typed);
    for (Cycle cycle : values()) {
      if (folded.equals(cycle.ru) || folded.equals(cycle.kk) || folded.equals(cycle.name())) {
        return Optional.of(cycle);
      }
    }
    return Optional.empty();
  }

  /** Message key of the name. */
  public String key() {
    return "curriculum.cycle." + name();
  }
}
