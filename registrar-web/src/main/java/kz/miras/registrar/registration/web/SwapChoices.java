package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.registration.service.PlanView;

/**
 * REG-5, REG-33. Which discipline a student gives up for another one: its seat stays until the
 * other one is held.
 */
@Named("swaps")
@ViewScoped
public class SwapChoices implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, String> instead = new HashMap<>();

  /**
   * Lines that may be given up for a discipline; none where it is in the plan already.
   *
   * @param lines of the term
   */
  public List<PlanView.Line> of(List<PlanView.Line> lines, String code) {
    return lines.stream().anyMatch(line -> line.discipline().equals(code))
        ? List.of()
        : lines.stream().filter(line -> PlanChoices.isMoved(line.seat())).toList();
  }

  /** The enrolment a discipline is to take the place of; null for none. */
  UUID enrolment(List<PlanView.Line> lines, String code) {
    return of(lines, code).stream()
        .filter(line -> line.discipline().equals(instead.get(code)))
        .map(PlanView.Line::enrolment)
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether a discipline is to be given up for one that is chosen.
   *
   * @param wishes chosen ways by discipline
   */
  boolean isGivenUp(String code, List<PlanView.Line> lines, Map<String, String> wishes) {
    return instead.entrySet().stream()
        .filter(one -> code.equals(one.getValue()))
        .filter(one -> !wishes.getOrDefault(one.getKey(), "").isBlank())
        .anyMatch(one -> enrolment(lines, one.getKey()) != null);
  }

  /** What is given up for each discipline, by code; blank for nothing. */
  public Map<String, String> getInstead() {
    return instead;
  }
}
