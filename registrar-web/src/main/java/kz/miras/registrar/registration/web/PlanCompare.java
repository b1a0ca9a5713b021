package kz.miras.registrar.registration.web;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Shown;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.registration.service.PlanDifference;
import kz.miras.registrar.registration.service.PlanDifference.Shape;
import kz.miras.registrar.registration.service.PlanVersions;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.shared.PublicId;

/** A plan against an earlier version: the one decided about last, or any two of its history. */
@Named("compare")
@ViewScoped
public class PlanCompare implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The plan as it is, among the versions of its history. */
  private static final int NOW = -1;

  @Inject private PlanVersions versions;
  @Inject private Shown shown;
  @Inject private Words words;

  private final UUID id = PublicId.parse(KeptAddress.parameter("id")).orElse(null);
  private Integer before;
  private Integer after = NOW;
  private PlanDifference chosen;
  private boolean compared;
  private transient boolean asked;
  private transient PlanDifference last;

  /** The plan against the version decided about before; null where there is none. */
  public PlanDifference getLast() {
    if (!asked && id != null) {
      asked = true;
      last = versions.last(id).orElse(null);
    }
    return last;
  }

  /** How a line differs from the version decided about before; null where it does not. */
  public PlanDifference.Line of(PlanView.Line line) {
    return getLast() == null ? null : last.of(line.term(), line.discipline()).orElse(null);
  }

  /** What a term had in the version decided about before and has no more. */
  public List<Shape> removed(String term) {
    return getLast() == null ? List.of() : last.removed(term);
  }

  /** Terms of the plan, with those everything is gone from. */
  public List<String> terms(PlanView plan) {
    List<String> terms = new ArrayList<>(plan.terms());
    if (getLast() != null) {
      last.lines().stream()
          .map(line -> line.any().term())
          .filter(term -> !terms.contains(term))
          .distinct()
          .forEach(terms::add);
    }
    return terms;
  }

  /** Versions of the history, the latest first; at first the one decided about last is chosen. */
  public List<SelectItem> versions(PlanView plan) {
    if (before == null && getLast() != null) {
      before = plan.events().indexOf(last.before());
    }
    List<SelectItem> items = new ArrayList<>();
    for (int i = plan.events().size() - 1; i >= 0; i--) {
      PlanView.Event event = plan.events().get(i);
      if (event.content() != null && !event.act().equals("CHOSEN")) {
        items.add(
            new SelectItem(
                i,
                shown.moment(event.at())
                    + " · "
                    + words.get("registration.plan-act." + event.act())));
      }
    }
    return items;
  }

  /** The same, with the plan as it is now. */
  public List<SelectItem> later(PlanView plan) {
    List<SelectItem> items = new ArrayList<>();
    items.add(new SelectItem(NOW, words.get("registration.plan.now")));
    items.addAll(versions(plan));
    return items;
  }

  /** Compares the two chosen versions. */
  public void show() {
    compared = true;
    chosen = id == null || before == null ? null : versions.between(id, before, after).orElse(null);
  }

  /** A version of a line in few words. */
  public String words(Shape shape) {
    String group = shape.group() == null ? words.get("registration.plan.no-group") : shape.group();
    return words.get(shape.type().key())
        + " · "
        + words.get("transcript.language." + shape.language())
        + " · "
        + group;
  }

  public boolean isCompared() {
    return compared;
  }

  public PlanDifference getChosen() {
    return chosen;
  }

  public Integer getBefore() {
    return before;
  }

  public void setBefore(Integer before) {
    this.before = before;
  }

  public Integer getAfter() {
    return after;
  }

  public void setAfter(Integer after) {
    this.after = after;
  }
}
