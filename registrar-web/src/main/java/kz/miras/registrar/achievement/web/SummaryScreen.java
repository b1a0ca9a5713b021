package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.achievement.service.WorkProgress;
import kz.miras.registrar.achievement.service.summary.HistoryWorkDesk;
import kz.miras.registrar.achievement.service.summary.SummaryDesk;

/** Derives all stored figures anew and shows what was stored otherwise. */
@Named("summaries")
@ViewScoped
public class SummaryScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 500;

  @Inject private SummaryDesk desk;
  @Inject private HistoryWorkDesk works;

  private WorkProgress progress;

  /** Whether it went on when it was looked at last: who waits is asked until told that it ended. */
  private boolean watched;

  private transient SummaryDesk.State state;

  public SummaryDesk.State getState() {
    if (state == null) {
      state = desk.state();
    }
    return state;
  }

  /** What the recalculation did that was watched; null before it ends. */
  public SummaryDesk.Recalculated getDone() {
    return isRunning() || progress == null ? null : (SummaryDesk.Recalculated) progress.outcome();
  }

  /** The first of the figures that were put right. */
  public List<SummaryDesk.Corrected> getCorrected() {
    List<SummaryDesk.Corrected> all = getDone().corrected();
    return all.size() > MOST ? all.subList(0, MOST) : all;
  }

  /** How many figures are shown. */
  public int getMost() {
    return MOST;
  }

  /** Begins to derive, to compare and to put right. */
  public void recalculate() {
    progress = works.recalculate();
    watched = true;
  }

  /** Looks again how far it is. */
  public void look() {
    watched = !progress.ended();
    state = null;
  }

  /** The recalculation that goes on, or went on while it was watched; null for none. */
  public WorkProgress getProgress() {
    if (progress == null) {
      progress = works.recalculating().orElse(null);
      watched = progress != null;
    }
    return progress;
  }

  /** Whether one goes on, as far as the page has looked. */
  public boolean isRunning() {
    getProgress();
    return watched;
  }
}
