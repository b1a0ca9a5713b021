package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.service.promotion.PromotionDesk;
import kz.miras.registrar.achievement.service.promotion.PromotionQueries;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Line;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Part;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.RegistrarException;

/** Deciding one student of a run otherwise than proposed. */
@Named("promotionDeciding")
@ViewScoped
public class PromotionDeciding implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Leaves the student out of the run. */
  private static final String LEFT_OUT = "LEFT_OUT";

  @Inject private PromotionQueries queries;
  @Inject private PromotionDesk desk;
  @Inject private Notice notice;
  @Inject private Words words;

  private String id = KeptAddress.parameter("id");
  private String student = KeptAddress.parameter("student");
  private String outcome;
  private String reason;
  private Map<String, String> problems = Map.of();
  private transient Line line;

  public Line getLine() {
    if (line == null) {
      line =
          queries.view(id, Part.ALL, student, 0, 50).lines().stream()
              .filter(one -> one.number().equals(student))
              .findFirst()
              .orElseThrow(() -> new RegistrarException.NotFound("student", student));
    }
    return line;
  }

  /** What may be decided, by its words; what is proposed says so. */
  public Map<String, String> getOutcomes() {
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (PromotionOutcome one : PromotionOutcome.values()) {
      String text = words.get(one.key());
      outcomes.put(
          one == getLine().proposed()
              ? text + " (" + words.get("achievement.promotion.decide.proposed") + ")"
              : text,
          one.name());
    }
    outcomes.put(words.get("achievement.promotion.decide.leave-out"), LEFT_OUT);
    return outcomes;
  }

  /**
   * Decides.
   *
   * @return where to go; null stays with what was typed
   */
  public String decide() {
    try {
      desk.decide(
          id, student, LEFT_OUT.equals(outcome) ? null : PromotionOutcome.valueOf(outcome), reason);
      notice.done("achievement.promotion.decide.done");
      return "/achievement/promotion.xhtml?id=" + id + "&faces-redirect=true";
    } catch (RegistrarException.Refused e) {
      problems = notice.show(e);
      return null;
    }
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getStudent() {
    return student;
  }

  public void setStudent(String student) {
    this.student = student;
  }

  /** What is decided so far where nothing is chosen. */
  public String getOutcome() {
    if (outcome == null) {
      PromotionOutcome now = getLine().decided();
      outcome = now == null ? LEFT_OUT : now.name();
    }
    return outcome;
  }

  public void setOutcome(String outcome) {
    this.outcome = outcome;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
