package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import kz.miras.registrar.achievement.service.summary.HistoryCheckDesk;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** Checks of the histories with their differences, and remarks on them. */
@Named("historyChecks")
@ViewScoped
public class HistoryCheckScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private HistoryCheckDesk desk;
  @Inject private Notice notice;

  private String chosen;
  private String words;
  private Map<String, String> problems = Map.of();
  private transient HistoryCheckDesk.View view;

  public HistoryCheckDesk.View getView() {
    if (view == null) {
      view = desk.view();
    }
    return view;
  }

  /** Checks now. */
  public void check() {
    desk.check();
    view = null;
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
