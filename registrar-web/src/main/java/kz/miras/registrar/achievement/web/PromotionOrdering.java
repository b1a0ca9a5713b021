package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import kz.miras.registrar.achievement.service.promotion.PromotionProgress;
import kz.miras.registrar.achievement.service.promotion.PromotionWork;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** Entering the signed order of a run, which carries it out beside the page. */
@Named("promotionOrdering")
@ViewScoped
public class PromotionOrdering implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private PromotionWork work;
  @Inject private PromotionScreen screen;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private String number;
  private LocalDate signedOn;
  private LocalDate effectiveOn;
  private PromotionProgress progress;
  private Map<String, String> problems = Map.of();

  public void order() {
    progress = new PromotionProgress();
    work.ordering(id, number, signedOn, effectiveOn, progress);
  }

  /** Looks whether it is done; tells what came of it once. */
  public void look() {
    if (progress == null || !progress.ended()) {
      return;
    }
    if (progress.failed()) {
      notice.warn("achievement.promotion.failed");
    } else if (progress.refusals().isEmpty()) {
      notice.say("achievement.promotion.ordered");
    } else {
      problems = notice.show(Verdict.refused(progress.refusals().toArray(new Refusal[0])));
    }
    progress = null;
    // the run it shows stands otherwise now
    screen.look();
  }

  /** Whether the page is to look again. */
  public boolean isWatched() {
    return progress != null;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public LocalDate getSignedOn() {
    return signedOn;
  }

  public void setSignedOn(LocalDate signedOn) {
    this.signedOn = signedOn;
  }

  public LocalDate getEffectiveOn() {
    return effectiveOn;
  }

  public void setEffectiveOn(LocalDate effectiveOn) {
    this.effectiveOn = effectiveOn;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
