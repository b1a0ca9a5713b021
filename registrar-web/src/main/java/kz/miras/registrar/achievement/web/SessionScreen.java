package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.achievement.service.analysis.ReminderDesk;
import kz.miras.registrar.achievement.service.analysis.SessionQueries;
import kz.miras.registrar.achievement.service.analysis.SessionReport;
import kz.miras.registrar.achievement.service.analysis.SessionView;
import kz.miras.registrar.achievement.service.analysis.SessionView.Unit;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.service.UniversityTime;

/** How far the session is, while it runs. */
@Named("sheetProgress")
@ViewScoped
public class SessionScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  @Inject private SessionQueries queries;
  @Inject private ReminderDesk reminders;
  @Inject private SessionReport report;
  @Inject private TermQueries termQueries;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;
  @Inject private UniversityTime time;

  private String term;
  private transient List<TermChoice> terms;
  private transient SessionView view;
  private transient Instant readAt;

  public SessionView getView() {
    if (view == null) {
      view = queries.of(getTerm());
      readAt = time.now();
    }
    return view;
  }

  /** When the figures were read. */
  public Instant getReadAt() {
    getView();
    return readAt;
  }

  /** Reads the figures anew; what one looks at stays. */
  public void refresh() {
    view = null;
  }

  public List<TermChoice> getTerms() {
    if (terms == null) {
      terms = termQueries.terms();
    }
    return terms;
  }

  public SheetStatus[] getStates() {
    return SheetStatus.values();
  }

  /** States some sheet of the term is in: the others need no column. */
  public List<SheetStatus> getStatesThere() {
    return Arrays.stream(SheetStatus.values())
        .filter(state -> getView().all().count(state) > 0)
        .toList();
  }

  /** How a state is coloured. */
  public String colour(SheetStatus state) {
    return switch (state) {
      case CREATED -> "none";
      case OPEN -> "warn";
      case OVERDUE -> "bad";
      case SUBMITTED -> "soft";
      case CLOSED, AMENDED -> "good";
    };
  }

  /** Sheets of a state, in percent of the unit. */
  public double share(Unit unit, SheetStatus state) {
    return unit.sheets() == 0 ? 0 : 100.0 * unit.count(state) / unit.sheets();
  }

  /**
   * The sheets behind a figure.
   *
   * @param school code; empty for all
   * @param state null for all
   */
  public String list(String school, SheetStatus state) {
    return "/office/list.xhtml?list=sheets&f.term="
        + encoded(getTerm())
        + (school.isEmpty() ? "" : "&f.school=" + encoded(school))
        + (state == null ? "" : "&f.status=" + state.name());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Reminds everybody who is late and was not reminded today. */
  public void remind() {
    notice.say("achievement.session.reminded", reminders.remind(getTerm()));
    view = null;
  }

  /** The report on the session as a workbook. */
  public void xlsx() throws IOException {
    Download.xlsx("session-" + getTerm(), report.xlsx(getTerm(), language.getLanguage()));
  }

  /** The report on the session on paper. */
  public void pdf() throws IOException {
    Download.pdf("session-" + getTerm(), report.pdf(getTerm(), language.getLanguage()));
  }

  /** The term looked at: as the address says, else the current one. */
  public String getTerm() {
    if (term == null || term.isBlank()) {
      return getTerms().isEmpty() ? "" : getTerms().get(0).code();
    }
    return term;
  }

  public void setTerm(String term) {
    this.term = term;
  }
}
