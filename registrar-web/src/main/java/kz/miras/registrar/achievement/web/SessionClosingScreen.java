package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.miras.registrar.achievement.ClosingForecast;
import kz.miras.registrar.achievement.ClosingLimits;
import kz.miras.registrar.achievement.SessionForecast;
import kz.miras.registrar.achievement.service.closing.SessionClosing;
import kz.miras.registrar.achievement.service.closing.SessionClosingView;
import kz.miras.registrar.attestation.service.SessionSheets.Waiting;
import kz.miras.registrar.attestation.service.together.SheetRun;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.frame.web.Words;

/** Closes what is submitted and complete of a session, and shows what is not and why. */
@Named("sessionClosing")
@ViewScoped
public class SessionClosingScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 300;

  @Inject private SessionClosing desk;
  @Inject private TermQueries termQueries;
  @Inject private Words words;

  private String term;
  private boolean leftOutToo;
  private transient Map<String, String> terms;
  private transient SessionClosingView view;
  private transient SessionForecast forecast;

  /** Terms by their names, the current one first. */
  public Map<String, String> getTerms() {
    if (terms == null) {
      terms = new LinkedHashMap<>();
      for (TermChoice one : termQueries.terms()) {
        terms.put(one.code() + " · " + words.get("calendar.term." + one.type()), one.code());
      }
    }
    return terms;
  }

  /** The sheets as they stand. */
  public SessionClosingView getView() {
    if (view == null) {
      view = desk.of(getTerm());
    }
    return view;
  }

  /** What is shown of the sheets that are not closed: those that cannot be, then those left out. */
  public List<Waiting> getHeld() {
    return held().limit(MOST).toList();
  }

  /** How many more there are. */
  public long getMore() {
    return Math.max(0, held().count() - MOST);
  }

  private Stream<Waiting> held() {
    return Stream.concat(
        getView().refused().stream(), leftOutToo ? Stream.empty() : getView().leftOut().stream());
  }

  /** Begins to close. */
  public void start() {
    desk.start(getTerm(), leftOutToo);
    view = null;
    forecast = null;
  }

  /** Works out what closing would do to the students. */
  public void foresee() {
    forecast = desk.forecast(getTerm(), leftOutToo);
  }

  /** What closing would do to the students; null until it is asked for. */
  public SessionForecast getForecast() {
    return forecast;
  }

  /** What is shown of students there is something to tell of. */
  public List<ClosingForecast.Change> getRemarkable() {
    return forecast.remarkable().stream().limit(MOST).toList();
  }

  /** How many more of them there are. */
  public int getMoreRemarkable() {
    return Math.max(0, forecast.remarkable().size() - MOST);
  }

  /** The limits students may cross. */
  public ClosingLimits.Limit[] getLimits() {
    return ClosingLimits.Limit.values();
  }

  /** What goes on or went last; empty for nothing. */
  public List<SheetRun> getRuns() {
    return desk.run(getTerm()).stream().toList();
  }

  /** Whether the session is being closed; what there is to close is read anew then. */
  public boolean isRunning() {
    boolean running = getRuns().stream().anyMatch(run -> !run.ended());
    if (running) {
      view = null;
      forecast = null;
    }
    return running;
  }

  /** Stops after the sheets that are being closed. */
  public void stop(SheetRun.Kind kind) {
    if (kind == SheetRun.Kind.CLOSE) {
      desk.stop(getTerm());
    }
  }

  /** Shows the chosen term at an address of its own. */
  public String look() {
    return "/achievement/close-session.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** The chosen term, the current one at first. */
  public String getTerm() {
    return term == null || term.isBlank()
        ? getTerms().values().stream().findFirst().orElse("")
        : term;
  }

  public void setTerm(String term) {
    this.term = term;
  }

  public boolean isLeftOutToo() {
    return leftOutToo;
  }

  public void setLeftOutToo(boolean leftOutToo) {
    if (leftOutToo != this.leftOutToo) {
      forecast = null;
    }
    this.leftOutToo = leftOutToo;
  }
}
