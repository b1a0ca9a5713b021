package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.DisciplineKind;

/**
 * What the components ВК and КВ of a student's curriculum ask for and what fills them already: the
 * room a minor is taken in (O152 п.34).
 *
 * @param compulsory codes of the disciplines of component ОК
 * @param parts credits asked for, by name of the choice block, outside blocks by code of discipline
 * @param filled what is passed, studied or in a study plan, of those parts and as a minor
 */
public record ElectiveRoom(Set<String> compulsory, Map<String, Integer> parts, List<Filled> filled)
    implements Serializable {

  /**
   * A discipline that counts.
   *
   * @param discipline its code
   * @param part what it counts towards; null for a minor
   */
  public record Filled(String discipline, String part, int credits) implements Serializable {

    public Filled {
      Objects.requireNonNull(discipline, "discipline");
    }
  }

  public ElectiveRoom {
    compulsory = Set.copyOf(compulsory);
    parts = Map.copyOf(parts);
    filled = List.copyOf(filled);
  }

  /**
   * Whether a minor may be taken in place of a discipline: one of ВК or КВ that is taught. Practice
   * and research are of the plan besides them (O152 п.8).
   *
   * @param component null for none
   */
  public static boolean admits(Component component, DisciplineKind kind) {
    boolean taught = kind == DisciplineKind.DISCIPLINE || kind == DisciplineKind.COURSEWORK;
    return taught && component != null && component.countsAsElective();
  }

  /** Credits of ВК and КВ the curriculum asks for. */
  int asked() {
    return parts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The part a discipline of the term counts towards; null where it is of none. */
  String part(String discipline, String choiceBlock) {
    String part = choiceBlock == null ? discipline : choiceBlock;
    return parts.containsKey(part) ? part : null;
  }
}
