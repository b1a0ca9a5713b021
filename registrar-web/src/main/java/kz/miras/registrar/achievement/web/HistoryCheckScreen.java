package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import kz.miras.registrar.achievement.service.WorkProgress;
import kz.miras.registrar.achievement.service.summary.HistoryCheckDesk;
import kz.miras.registrar.achievement.service.summary.HistoryWorkDesk;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;
import org.primefaces.PrimeFaces;

/** Checks of the histories with their differences, and remarks on them. */
@Named("historyChecks")
@ViewScoped
public class HistoryCheckScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private HistoryCheckDesk desk;
  @Inject private HistoryWorkDesk works;
  @Inject private Notice notice;

  private String chosen;
  private String words;
  private Map<String, String> problems = Map.of();
  private WorkProgress progress;

  /** Whether it went on when it was looked at last: who waits is asked until told that it ended. */
  private boolean watched;

  private transient HistoryCheckDesk.View view;

  public HistoryCheckDesk.View getView() {
    if (view == null) {
      view = desk.view();
    }
    return view;
  }

  /** Begins to check now. */
  public void check() {
    progress = works.check();
    watched = true;
  }

  /** Looks again how far it is; what it has found is shown once it ends. */
  public void look() {
    watched = !progress.ended();
    if (!watched) {
      view = null;
      PrimeFaces.current().ajax().update("checked-histories", "latest-checks");
    }
  }

  /** The check that goes on, or went on while it was watched; null for none. */
  public WorkProgress getProgress() {
    if (progress == null) {
      progress = works.checking().orElse(null);
      watched = progress != null;
    }
    return progress;
  }

  /** Whether a check goes on, as far as the page has looked. */
  public boolean isRunning() {
    getProgress();
    return watched;
  }

  /** Begins a remark on a difference. */
  public void choose(String difference) {
    chosen = difference;
    words = null;
  }

  /** Keeps the remark; what is refused stays as it was typed. */
  public void remark() {
    try {
      desk.remark(chosen, words);
      choose(null);
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
    }
    view = null;
  }

  /** The difference a remark is being made on; null where none is. */
  public HistoryCheckDesk.Line getChosen() {
    return getView().lines().stream()
        .filter(line -> line.id().equals(chosen))
        .findFirst()
        .orElse(null);
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
