package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.service.PlanView;

/**
 * REG-5, REG-33. Which discipline a student gives up for another one: its seat stays until the
 * other one is held, its line without a seat until the other one is accepted.
 */
@Named("swaps")
@ViewScoped
public class SwapChoices implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, String> instead = new HashMap<>();

  /** What the drafts of a term were kept with, and nothing else. */
  void take(Collection<PlanView.Line> drafts) {
    instead.clear();
    drafts.stream()
        .filter(draft -> draft.insteadOf() != null)
        .forEach(draft -> instead.put(draft.discipline(), draft.insteadOf()));
  }

  /**
   * Lines that may be given up for a discipline; none where it is in the plan already. For a mere
   * choice only what has no seat either is given up.
   *
   * @param lines of the term
   * @param way how it is chosen; null or blank while it is not
   */
  public List<PlanView.Line> of(List<PlanView.Line> lines, String code, String way) {
    boolean none = way == null || way.isBlank();
    return none || lines.stream().anyMatch(line -> line.discipline().equals(code))
        ? List.of()
        : lines.stream()
            .filter(
                line -> isUnseated(line) || !OnlyChosen.is(way) && PlanChoices.isMoved(line.seat()))
            .toList();
  }

  /** What was chosen before there were groups; practice and the like never have any. */
  private static boolean isUnseated(PlanView.Line line) {
    return line.enrolment() == null
        && line.status() != PlanLineStatus.RETURNED
        && !line.kind().isWithoutSection();
  }

  /**
   * The discipline another one is to take the place of; null for none.
   *
   * @param wishes chosen ways by discipline
   */
  String instead(List<PlanView.Line> lines, String code, Map<String, String> wishes) {
    return of(lines, code, wishes.get(code)).stream()
        .map(PlanView.Line::discipline)
        .filter(one -> one.equals(instead.get(code)))
        .findFirst()
        .orElse(null);
  }

  /** Whether a discipline is to be given up for one that is chosen. */
  boolean isGivenUp(String code, List<PlanView.Line> lines, Map<String, String> wishes) {
    return instead.entrySet().stream()
        .filter(one -> code.equals(one.getValue()))
        .anyMatch(one -> instead(lines, one.getKey(), wishes) != null);
  }

  /** The chosen ways without those of what is given up. */
  Map<String, String> without(List<PlanView.Line> lines, Map<String, String> wishes) {
    Map<String, String> kept = new HashMap<>(wishes);
    kept.keySet().removeIf(code -> isGivenUp(code, lines, wishes));
    return kept;
  }

  /** How long what is given up stays, as a message. */
  public String stays(String way) {
    return OnlyChosen.is(way) ? "registration.my.instead.accepted" : "registration.my.instead.help";
  }

  /** What is given up for each discipline, by code; blank for nothing. */
  public Map<String, String> getInstead() {
    return instead;
  }
}
