package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.registration.service.PlanFile;
import kz.miras.registrar.registration.service.PlanSelection;
import kz.miras.registrar.registration.service.PlanSelection.Asked;
import kz.miras.registrar.registration.service.PlanSelection.Choices;
import kz.miras.registrar.registration.service.PlanSelection.Found;
import kz.miras.registrar.shared.Language;

/** Many individual study plans on paper in one act. */
@Named("planPrint")
@ViewScoped
public class PlanPrint implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Every plan in each of the three languages. */
  private static final String ALL = "all";

  @Inject private PlanSelection selection;
  @Inject private PlanFile file;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private Integer year;
  private String programme;
  private Integer courseYear;
  private String group;
  private String status = PlanStatus.REGISTERED.name();
  private String tongue;
  private List<Found> found;
  private transient Choices choices;

  /** What can be chosen from; the latest year is proposed. */
  public Choices getChoices() {
    if (choices == null) {
      choices = selection.choices();
      if (year == null && !choices.years().isEmpty()) {
        year = choices.years().get(0);
      }
    }
    return choices;
  }

  public PlanStatus[] getStatuses() {
    return PlanStatus.values();
  }

  /** Looks for what was asked for. */
  public void find() {
    found =
        selection.find(
            new Asked(
                year,
                text(programme),
                courseYear,
                text(group),
                text(status) == null ? null : PlanStatus.valueOf(status)));
  }

  private static String text(String typed) {
    return typed == null || typed.isBlank() ? null : typed;
  }

  /** All that is asked for in one file. */
  public void print() throws IOException {
    find();
    if (found.isEmpty()) {
      notice.warn("registration.print.nothing");
      return;
    }
    if (isMore()) {
      notice.warn("registration.print.too-many", PlanSelection.MOST);
      return;
    }
    List<Language> languages =
        ALL.equals(getTongue()) ? List.of(Language.values()) : List.of(Language.of(getTongue()));
    Download.pdf(
        "plans-" + year + (text(group) == null ? "" : "-" + group),
        file.print(found.stream().map(Found::id).toList(), languages));
  }

  /** Whether there are more than go into a file. */
  public boolean isMore() {
    return found != null && found.size() > PlanSelection.MOST;
  }

  /** How many plans go into a file. */
  public int getMost() {
    return PlanSelection.MOST;
  }

  public List<Found> getFound() {
    return found;
  }

  public Integer getYear() {
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }

  public String getProgramme() {
    return programme;
  }

  public void setProgramme(String programme) {
    this.programme = programme;
  }

  public Integer getCourseYear() {
    return courseYear;
  }

  public void setCourseYear(Integer courseYear) {
    this.courseYear = courseYear;
  }

  public String getGroup() {
    return group;
  }

  public void setGroup(String group) {
    this.group = group;
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = status;
  }

  /** The language of the file; the user's own is proposed. */
  public String getTongue() {
    return tongue == null ? language.getLanguage().tag() : tongue;
  }

  public void setTongue(String tongue) {
    this.tongue = tongue;
  }
}
