package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.service.TimetableDesk;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** Adding, moving and removing lessons of a section on the page of its offering. */
@Named("lessons")
@ViewScoped
public class SectionLessons implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private TimetableDesk desk;
  @Inject private OfferingScreen screen;
  @Inject private Notice notice;

  private Long section;
  private String code;
  private HashMap<String, String> was;
  private HashMap<String, String> values = new HashMap<>();
  private String reason;
  private boolean confirmed;
  private List<Refusal> warnings = List.of();
  private Map<String, String> problems = Map.of();
  private transient List<Map<String, String>> all;

  /** Opens the lessons of a section. */
  public void choose(long chosen, String named) {
    section = chosen;
    code = named;
    afresh(null);
  }

  /** Takes a lesson into the form, to move it. */
  public void change(Map<String, String> lesson) {
    afresh(new HashMap<>(lesson));
  }

  /** Empties the form for a new lesson. */
  public void another() {
    afresh(null);
  }

  private void afresh(HashMap<String, String> lesson) {
    was = lesson;
    values = lesson == null ? new HashMap<>(Map.of("weeks", "ALL")) : new HashMap<>(lesson);
    reason = null;
    confirmed = false;
    warnings = List.of();
    all = null;
  }

  public void leave() {
    section = null;
  }

  /** Writes the lesson typed; a warning is shown first. */
  public void save() {
    boolean seen = confirmed && !warnings.isEmpty();
    Verdict verdict = desk.save(section, was, values, reason, seen);
    problems = notice.show(verdict);
    warnings = verdict.isAllowed() ? verdict.warnings() : List.of();
    confirmed = false;
    if (verdict.isAllowed() && (warnings.isEmpty() || seen)) {
      done("registration.lessons.saved");
    }
  }

  /** Removes the lesson in the form. */
  public void remove() {
    Verdict verdict = desk.remove(section, was, reason);
    problems = notice.show(verdict);
    if (verdict.isAllowed()) {
      done("registration.lessons.removed");
    }
  }

  private void done(String said) {
    notice.done(said);
    afresh(null);
    screen.refresh();
  }

  /** The lessons of the section as they are. */
  public List<Map<String, String>> getAll() {
    if (all == null) {
      all = desk.lessons(section);
    }
    return all;
  }

  /** The day of a lesson. */
  public DayOfWeek day(Map<String, String> lesson) {
    return DayOfWeek.of(Integer.parseInt(lesson.get("day_of_week")));
  }

  public DayOfWeek[] getDays() {
    return DayOfWeek.values();
  }

  public SectionSlot.Weeks[] getWeeks() {
    return SectionSlot.Weeks.values();
  }

  public boolean isMoving() {
    return was != null;
  }

  public Long getSection() {
    return section;
  }

  public String getCode() {
    return code;
  }

  public Map<String, String> getValues() {
    return values;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public boolean isConfirmed() {
    return confirmed;
  }

  public void setConfirmed(boolean confirmed) {
    this.confirmed = confirmed;
  }

  public List<Refusal> getWarnings() {
    return warnings;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
