package kz.miras.registrar.curriculum;

import java.util.Optional;

/** Component of a curriculum item: who decides that the student takes it. */
public enum Component {
  /** ОК: compulsory by the state standard; exists only in ООД. */
  COMPULSORY("ОК", "МК"),
  /** ВК: chosen by the university. */
  UNIVERSITY("ВК", "ЖООК"),
  /** КВ: chosen by the student from the catalogue. */
  ELECTIVE("КВ", "ТК");

  private final String ru;
  private final String kk;

  Component(String ru, String kk) {
    this.ru = ru;
    this.kk = kk;
  }

  /** "Элективные дисциплины" are ВК and КВ together (O152 п.2(30)). */
  public boolean countsAsElective() {
    return this != COMPULSORY;
  }

  /** Whether the student chooses it; only such groups may be proposed for closing (REG-4). */
  public boolean isStudentsChoice() {
    return this == ELECTIVE;
  }

  /** The abbreviation used in Russian plans and in templates of lists. */
  public String code() {
    return ru;
  }

  /** The component of an abbreviation (Russian or Kazakh) or of the constant's name. */
  public static Optional<Component> parse(String typed) {
    String folded = Spelling.upper(typed);
    for (Component component : values()) {
      if (folded.equals(component.ru)
          || folded.equals(component.kk)
          || folded.equals(component.name())) {
        return Optional.of(component);
      }
    }
    return Optional.empty();
  }

  /** Message key of the name. */
  public String key() {
    return "curriculum.component." + name();
  }
}
