package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.service.PresetDesk;
import kz.miras.registrar.registration.service.preset.PresetRunDesk;
import kz.miras.registrar.registration.service.preset.PresetRunView;

/** Presets the compulsory disciplines of whole groups, many in one act, and shows how far it is. */
@Named("presets")
@ViewScoped
public class PresetScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

  @Inject private PresetRunDesk desk;
  @Inject private PresetDesk presets;
  @Inject private TermQueries termQueries;
  @Inject private Notice notice;
  @Inject private LateGroups late;

  private String term;
  private String groups;
  private int course = 1;
  private List<PresetRunView> runs;
  private String asked;
  private transient List<TermChoice> terms;

  /** Writes all groups of the chosen course into the field. */
  public void takeCourse() {
    groups = String.join(" ", presets.groups(course));
    if (groups.isEmpty()) {
      notice.warn("registration.preset.no-groups", course);
    }
  }

  /** Begins to enrol the groups typed, each in a transaction of its own. */
  public void preset() {
    List<String> named =
        BETWEEN.splitAsStream(groups == null ? "" : groups).filter(one -> !one.isEmpty()).toList();
    desk.begin(term, named, late.getReason());
    look();
  }

  /** Looks how far it is. Of the run begun last a decision may be asked for once it has ended. */
  public void look() {
    runs = desk.runs();
    if (runs.isEmpty()) {
      return;
    }
    PresetRunView last = runs.get(0);
    String state = last.id() + " " + last.ended() + " " + last.done();
    if (!state.equals(asked)) {
      asked = state;
      late.are(
          (last.ended() ? last.late() : List.<String>of())
              .stream()
                  .map(one -> new LateGroups.Waiting(one, last.term(), null, null, null, null))
                  .toList());
    }
  }

  /** Stops after the group that is being preset. */
  public void stop(UUID run) {
    desk.stop(run);
    look();
  }

  /** Goes on with the groups that are left. */
  public void goOn(UUID run) {
    desk.goOn(run);
    look();
  }

  /** What goes on, what was broken off, and what was begun last. */
  public List<PresetRunView> getRuns() {
    if (runs == null) {
      look();
    }
    return runs;
  }

  public boolean isRunning() {
    return getRuns().stream().anyMatch(run -> !run.ended());
  }

  public List<TermChoice> getTerms() {
    if (terms == null) {
      terms = termQueries.ahead();
    }
    return terms;
  }

  public String getTerm() {
    return term;
  }

  public void setTerm(String term) {
    this.term = term;
  }

  public int getCourse() {
    return course;
  }

  public void setCourse(int course) {
    this.course = course;
  }

  public String getGroups() {
    return groups;
  }

  public void setGroups(String groups) {
    this.groups = groups;
  }
}
