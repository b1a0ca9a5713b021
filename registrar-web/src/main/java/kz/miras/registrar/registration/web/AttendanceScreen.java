package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.summer.AttendanceDesk;
import kz.miras.registrar.registration.service.summer.AttendanceQueries;
import kz.miras.registrar.registration.summer.AttendanceSound;
import kz.miras.registrar.registration.summer.Presence;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** Attendance of a group of the summer: what was checked, and the next check. */
@Named("attendance")
@ViewScoped
public class AttendanceScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/registration/attendance.xhtml?faces-redirect=true&id=";

  @Inject private AttendanceQueries queries;
  @Inject private AttendanceDesk desk;
  @Inject private Notice notice;
  @Inject private UniversityTime time;

  private String id;
  private String group;
  private String check;
  private LocalDate on;
  private Integer lesson;
  private String reason;
  private final Map<String, String> marks = new HashMap<>();
  private Map<String, String> problems = Map.of();
  private transient AttendanceQueries.Page page;

  public void load() {
    page = queries.page(id, group);
    AttendanceQueries.Check corrected = getCorrected();
    if (corrected == null) {
      check = null;
      LocalDate today = time.today();
      on = AttendanceSound.isHeld(today, page.begins(), page.ends()) ? today : null;
    } else {
      on = corrected.on();
    }
    page.students().forEach(one -> marks.put(one.id(), Presence.PRESENT.name()));
    if (corrected != null) {
      corrected.marks().forEach((student, presence) -> marks.put(student, presence.name()));
    }
  }

  /** Keeps the check, or the correction. */
  public String save() {
    Map<String, Presence> said = new HashMap<>();
    marks.forEach(
        (student, presence) -> {
          if (presence != null) {
            said.put(student, Presence.valueOf(presence));
          }
        });
    Verdict verdict =
        check == null
            ? desk.record(getPage().group(), on, lesson, said)
            : desk.correct(check, said, reason);
    problems = notice.show(verdict);
    if (!verdict.isAllowed()) {
      return null;
    }
    notice.done(
        check == null ? "registration.attendance.done" : "registration.attendance.done.corrected");
    return PAGE + id + "&group=" + getPage().group();
  }

  /** The check that is corrected; null for a new one. */
  public AttendanceQueries.Check getCorrected() {
    return getPage().checks().stream()
        .filter(one -> one.id().equals(check) && one.last())
        .findFirst()
        .orElse(null);
  }

  public AttendanceQueries.Page getPage() {
    if (page == null) {
      page = queries.page(id, group);
    }
    return page;
  }

  /** Whether lessons have begun: before the first day there is nothing to check. */
  public boolean isBegun() {
    return AttendanceSound.isBegun(getPage().begins(), time.today());
  }

  public Presence[] getPresences() {
    return Presence.values();
  }

  public Map<String, String> getMarks() {
    return marks;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getGroup() {
    return group;
  }

  public void setGroup(String group) {
    this.group = group;
  }

  public String getCheck() {
    return check;
  }

  public void setCheck(String check) {
    this.check = check;
  }

  public LocalDate getOn() {
    return on;
  }

  public void setOn(LocalDate on) {
    this.on = on;
  }

  public Integer getLesson() {
    return lesson;
  }

  public void setLesson(Integer lesson) {
    this.lesson = lesson;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
