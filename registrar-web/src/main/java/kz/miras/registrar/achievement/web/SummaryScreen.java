package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.achievement.service.summary.SummaryDesk;

/** Derives all stored figures anew and shows what was stored otherwise. */
@Named("summaries")
@ViewScoped
public class SummaryScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 500;

  @Inject private SummaryDesk desk;

  private transient SummaryDesk.State state;
  private transient SummaryDesk.Recalculated done;

  public SummaryDesk.State getState() {
    if (state == null) {
      state = desk.state();
    }
    return state;
  }

  /** What the button did; null before it is pressed. */
  public SummaryDesk.Recalculated getDone() {
    return done;
  }

  /** The first of the figures that were put right. */
  public List<SummaryDesk.Corrected> getCorrected() {
    List<SummaryDesk.Corrected> all = done.corrected();
    return all.size() > MOST ? all.subList(0, MOST) : all;
  }

  /** How many figures are shown. */
  public int getMost() {
    return MOST;
  }

  /** Derives, compares and puts right. */
  public void recalculate() {
    done = desk.recalculate();
    state = null;
  }
}
