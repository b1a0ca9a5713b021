package kz.miras.registrar.calendar.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.calendar.service.CalendarDesk;
import kz.miras.registrar.calendar.service.CalendarQueries;
import kz.miras.registrar.calendar.service.YearView;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** An academic year at a glance, judged, with its approval. */
@Named
@ViewScoped
public class YearCard implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private CalendarQueries queries;
  @Inject private CalendarDesk desk;
  @Inject private UniversityTime time;
  @Inject private Notice notice;

  private Integer start;
  private String decision;
  private String reason;
  private Map<String, String> problems = Map.of();
  private transient YearView view;
  private transient Timeline timeline;

  /** Reads the year asked for, else the current one; none at all shows the way to begin. */
  public void load() {
    if (start == null) {
      start = queries.currentYear();
    }
    if (start != null) {
      view = queries.year(start);
      timeline = new Timeline(view);
    }
  }

  /** Writes the council's approval down. */
  public String approve() {
    return after(desk.approve(start, decision), "calendar.year.done.approved");
  }

  /** Takes a period out of the calendar. */
  public String remove(long event) {
    return after(desk.remove(event, reason), "calendar.year.done.removed");
  }

  private String after(Verdict verdict, String done) {
    problems = notice.show(verdict);
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done(done);
    return "/calendar/year.xhtml?faces-redirect=true&year=" + start;
  }

  public YearView getView() {
    if (view == null && start != null) {
      load();
    }
    return view;
  }

  public List<Integer> getYears() {
    return queries.years();
  }

  public List<Timeline.Bar> getBars() {
    return timeline().bars(getView());
  }

  public List<Timeline.Month> getMonths() {
    return timeline().months();
  }

  public int getHeight() {
    return timeline().height();
  }

  /** Place of today on the strip; -1 outside. */
  public long getToday() {
    return timeline().place(time.today());
  }

  private Timeline timeline() {
    if (timeline == null) {
      timeline = new Timeline(getView());
    }
    return timeline;
  }

  /** Whether today lies in the term. */
  public boolean isNow(YearView.TermView term) {
    return !time.today().isBefore(term.startsOn()) && !time.today().isAfter(term.endsOn());
  }

  /** Number of the week of study today lies in; 0 outside the weeks of study. */
  public long week(YearView.TermView term) {
    long week = ChronoUnit.WEEKS.between(term.startsOn(), time.today()) + 1;
    return isNow(term) && week <= term.studyWeeks() ? week : 0;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public Integer getStart() {
    return start;
  }

  public void setStart(Integer start) {
    this.start = start;
  }

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
